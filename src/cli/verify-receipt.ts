// `licet verify FILE`: what a receipt proves, line by line, and what it does not.
import type { Finding } from "../ledger/receipt-findings.ts";
import { exit } from "./failure.ts";
import { paint, say, sayJson, wrapped } from "./terminal.ts";

const marks = {
  proved: () => paint("green", "✓"),
  unproved: () => paint("yellow", "·"),
  wrong: () => paint("red", "✗"),
} as const satisfies Record<Finding["is"], () => string>;

/** @param text - the file. */
export async function tellReceipt(text: string, options: { key?: string; json?: true }): Promise<void> {
  const { verifyReceipt } = await import("../ledger/verify-receipt.ts");
  const { sound, findings } = verifyReceipt(text, options.key === undefined ? {} : { key: options.key });
  if (!sound) process.exitCode = exit.refused;
  if (options.json) return sayJson({ sound, findings });
  await say();
  await say(`  ${sound ? paint(["bold", "green"], "sound") : paint(["bold", "red"], "not sound")}`);
  for (const [is, title] of [
    ["wrong", "wrong"],
    ["proved", "proved"],
    ["unproved", "not proved"],
  ] as const) {
    const some = findings.filter((finding) => finding.is === is);
    if (some.length === 0) continue;
    await say();
    await say(`  ${paint("bold", title)}`);
    for (const { says } of some) await say(`  ${marks[is]()} ${wrapped(says, 4)}`);
  }
  await say();
}
