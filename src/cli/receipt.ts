// `licet receipt`: everything that proves what one person's permission for one purpose rests on, in one file.
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { CodedError } from "../errors.ts";
import { parseAddress } from "../ledger/address.ts";
import type { Receipt } from "../ledger/receipt.ts";
import { command } from "./command.ts";
import { counted, say, warn, write } from "./terminal.ts";

interface Options {
  readonly purpose: string;
  readonly out?: string;
}

export function receiptCommand(): Command {
  return command("receipt", "Prove what the permission of one person for one purpose rests on.", [
    ["licet receipt ana@example.com --purpose newsletter --out ana.json", "one file, for a court or for Ana"],
    ["licet verify ana.json --key KEY", "checks it, on any machine and offline"],
  ])
    .argument("<email>", "the address of the person")
    .requiredOption("--purpose <key>", "the purpose")
    .option("--out <file>", "write it there; default: standard output")
    .action(async (email: string, { purpose, out }: Options) => {
      const address = parseAddress(email);
      if (address === null) throw new CodedError("address-malformed");
      const { withWorld } = await import("./with-world.ts");
      const { issueReceipt } = await import("../app/ledger/issue-receipt.ts");
      const receipt = await withWorld(({ world }) => issueReceipt(world, address, purpose));
      const text = `${JSON.stringify(receipt, null, 2)}\n`;
      if (out === undefined) return write(text);
      await save(out, text);
      await tell(receipt, out);
    });
}

async function tell({ statement, evidence }: Receipt, file: string): Promise<void> {
  const { outcome, basis, code } = statement.verdict;
  const { facts, deliveries, unlogged } = evidence;
  await say(
    outcome === "permit"
      ? `\`${file}\`: may be written to for \`${statement.purpose.key}\` (${basis})`
      : `\`${file}\`: may not be written to for \`${statement.purpose.key}\` (${code})`,
  );
  await say(
    `in it: ${counted(facts.length, "act", "acts")} and ${counted(deliveries.length, "message", "messages")}, each with its proof` +
      (unlogged.length > 0
        ? `, and ${counted(unlogged.length, "message", "messages")} of which the log holds nothing`
        : ""),
  );
  await say(
    `check it with \`licet verify ${file} --key KEY\`, where KEY is what \`licet ledger key\` prints`,
  );
  warn("it holds the address: hand it to nobody who need not know it");
}

async function save(file: string, content: string | Buffer): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CodedError("file-unwritable", `\`${file}\` (${code})`, { cause });
  }
}
