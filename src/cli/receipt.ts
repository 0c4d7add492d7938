// `licet receipt`: everything that proves what one person's permission for one purpose rests on, in one file.
import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { LANGUAGES, type Language } from "../core/languages.ts";
import { CodedError } from "../errors.ts";
import { parseAddress } from "../ledger/address.ts";
import type { Receipt } from "../ledger/receipt.ts";
import { command } from "./command.ts";
import { counted, say, warn, write } from "./terminal.ts";

interface Options {
  readonly purpose: string;
  readonly out?: string;
  readonly pdf?: string;
  readonly language?: Language;
}

export function receiptCommand(): Command {
  return command("receipt", "Prove what the permission of one person for one purpose rests on.", [
    ["licet receipt ana@example.com --purpose newsletter --out ana.json", "one file, for a court or for Ana"],
    [
      "licet receipt ana@example.com --purpose newsletter --pdf ana.pdf",
      "the same to read, in Ana's language",
    ],
    ["licet verify ana.json --key KEY", "checks the file, on any machine and offline"],
  ])
    .argument("<email>", "the address of the person")
    .requiredOption("--purpose <key>", "the purpose")
    .option("--out <file>", "write it there; default: standard output")
    .option("--pdf <file>", "write what it says there, to be read on paper")
    .addOption(
      new Option("--language <code>", "the language of the paper; default: the person's own").choices(
        LANGUAGES,
      ),
    )
    .action(async (email: string, { purpose, out, pdf, language }: Options) => {
      const address = parseAddress(email);
      if (address === null) throw new CodedError("address-malformed");
      const { withWorld } = await import("./with-world.ts");
      const { issueReceipt } = await import("../app/ledger/issue-receipt.ts");
      const { receipt, paper } = await withWorld(async ({ world }) => {
        const receipt = await issueReceipt(world, address, purpose);
        if (pdf === undefined) return { receipt, paper: null };
        const { printReceipt } = await import("../app/ledger/print-receipt.ts");
        return { receipt, paper: await printReceipt(world, receipt, language) };
      });
      if (pdf !== undefined && paper !== null) await save(pdf, paper);
      const text = `${JSON.stringify(receipt, null, 2)}\n`;
      if (out === undefined && pdf === undefined) return write(text);
      if (out !== undefined) await save(out, text);
      await tell(receipt, { out, pdf });
    });
}

async function tell(
  { statement, evidence }: Receipt,
  { out, pdf }: { readonly out: string | undefined; readonly pdf: string | undefined },
): Promise<void> {
  const files = [out, pdf].filter((file) => file !== undefined).map((file) => `\`${file}\``);
  const { outcome, basis, code } = statement.verdict;
  const { facts, deliveries, unlogged } = evidence;
  await say(
    outcome === "permit"
      ? `${files.join(" and ")}: may be written to for \`${statement.purpose.key}\` (${basis})`
      : `${files.join(" and ")}: may not be written to for \`${statement.purpose.key}\` (${code})`,
  );
  await say(
    `in it: ${counted(facts.length, "act", "acts")} and ${counted(deliveries.length, "message", "messages")}, each with its proof` +
      (unlogged.length > 0
        ? `, and ${counted(unlogged.length, "message", "messages")} of which the log holds nothing`
        : ""),
  );
  await say(
    out === undefined
      ? "the paper alone proves nothing; `--out` writes the file that does"
      : `check it with \`licet verify ${out} --key KEY\`, where KEY is what \`licet ledger key\` prints`,
  );
  warn("it holds the address: hand it to nobody who need not know it");
}

async function save(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CodedError("file-unwritable", `\`${file}\` (${code})`, { cause });
  }
}
