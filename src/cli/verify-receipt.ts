// `licet verify FILE`: what a receipt proves, line by line, and what it does not.

import type { Finding } from "../ledger/receipt-findings.ts";
import type { VerifyOptions } from "../ledger/verify-receipt.ts";
import { exit } from "./failure.ts";
import { paint, say, sayJson, wrapped } from "./terminal.ts";

const marks = {
  proved: () => paint("green", "✓"),
  unproved: () => paint("yellow", "·"),
  wrong: () => paint("red", "✗"),
} as const satisfies Record<Finding["is"], () => string>;

/** @param anchors - certificates that timestamps must lead to, PEM. */
export async function tellReceipt(
  text: string,
  { json, anchors, ...options }: VerifyOptions & { json?: true; anchors: string },
): Promise<void> {
  const { verifyReceipt } = await import("../ledger/verify-receipt.ts");
  const checked = verifyReceipt(text, options);
  const { checkTimestamps } = await import("../ledger/receipt-timestamps.ts");
  const findings = [...checked.findings, ...(checked.sound ? await checkTimestamps(text, anchors) : [])];
  const sound = findings.every(({ is }) => is !== "wrong");
  if (!sound) process.exitCode = exit.refused;
  if (json) return sayJson({ sound, findings });
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
