// `licet explain`: why one person may or may not be written to, in words, with the facts and the articles.
import { type Command, Option } from "commander";
import type { Returned } from "../app/campaigns/campaigns-table.ts";
import type { HeldConnection } from "../app/consent/held-connection.ts";
import type { ExplainedPurpose, Explanation } from "../app/subjects/explain.ts";
import type { Basis, RefusalCode } from "../core/codes.ts";
import type { Explanations } from "../core/explanations/explanation.ts";
import type { ExplanationLanguage } from "../core/explanations/languages.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import type { Verdict } from "../core/verdict.ts";
import { CodedError } from "../errors.ts";
import { parseAddress } from "../ledger/address.ts";
import { command, readInstant } from "./command.ts";
import { factSentence } from "./fact-words.ts";
import { exit } from "./failure.ts";
import { keepingWords } from "./keeping-words.ts";
import { counted, minute, paint, say, sayJson, wrapped } from "./terminal.ts";

interface Options {
  readonly purpose?: string;
  readonly at?: Instant;
  readonly language: ExplanationLanguage;
  readonly json?: true;
}

export function explainCommand(): Command {
  return command("explain", "Say why one person may or may not be written to.", [
    ["licet explain ana@example.com", "every purpose, now"],
    ["licet explain ana@example.com --purpose newsletter --at 2027-01-01", "one purpose, at another moment"],
    ["licet explain ana@example.com --language es", "the reasons in Spanish"],
  ])
    .argument("<email>", "the address of the person")
    .option("--purpose <key>", "only this purpose")
    .option("--at <instant>", "the moment to decide for, past or to come; default: now", readInstant)
    .addOption(
      new Option("--language <code>", "the language of the reasons")
        .choices(["en", "fr", "es"])
        .default("en"),
    )
    .option("--json", "one JSON line a purpose")
    .action(async (email: string, options: Options) => {
      const address = parseAddress(email);
      if (address === null) throw new CodedError("address-malformed");
      const { withWorld } = await import("./with-world.ts");
      const { explain } = await import("../app/subjects/explain.ts");
      const { EXPLANATIONS } = await import("../core/explanations/languages.ts");
      const words = EXPLANATIONS[options.language];
      const explanation = await withWorld(({ world }) =>
        explain(world, address, options.purpose, options.at ?? world.clock.now()),
      );
      if (!explanation.known) process.exitCode = exit.refused;
      if (options.json)
        for (const purpose of explanation.purposes) await sayJson(asJson(email, explanation, purpose, words));
      else await show(email, explanation, words);
    });
}

function asJson(
  email: string,
  { at, known, keeping, cameBack }: Explanation,
  { key, verdict, evidence }: ExplainedPurpose,
  words: Explanations,
): object {
  return {
    email,
    purpose: key,
    at: formatInstant(at),
    known,
    outcome: verdict.outcome,
    ...(verdict.outcome === "permit" ? { basis: verdict.basis } : { code: verdict.code }),
    explanation: words[wordOf(verdict)],
    jurisdiction: verdict.jurisdiction,
    validUntil: verdict.validUntil === null ? null : formatInstant(verdict.validUntil),
    evidence: evidence.map(({ body, shown, words, source, connection }) => ({
      ...body,
      shown,
      words,
      source,
      connection: connection && { ...connection.from, heldUntil: formatInstant(connection.forgetAt) },
    })),
    alsoRefused: verdict.alsoRefused,
    citations: verdict.citations,
    obligations: verdict.obligations,
    tracking: verdict.tracking,
    rules: verdict.rules,
    cameBack: cameBack.map(({ purpose, campaign, at, returned }) => ({
      purpose,
      campaign,
      at: formatInstant(at),
      returned,
    })),
    keeping: keeping && {
      state: keeping.state,
      endsAt: keeping.endsAt && formatInstant(keeping.endsAt),
      goesAt: keeping.goesAt && formatInstant(keeping.goesAt),
      keptBy: keeping.keptBy,
    },
  };
}

function wordOf(verdict: Verdict): Basis | RefusalCode {
  return verdict.outcome === "permit" ? verdict.basis : verdict.code;
}

async function show(email: string, explanation: Explanation, words: Explanations): Promise<void> {
  const { at, known, recipient, facts, purposes, cameBack, keeping } = explanation;
  await say();
  await say(`  ${paint("bold", email)}`);
  const about = known
    ? [
        countryName(recipient.country),
        recipient.kind === "legal"
          ? "company"
          : recipient.kind === "natural"
            ? "person"
            : "person or company unknown",
        `${counted(facts.length, "fact", "facts")} on record by then`,
      ]
    : ["nobody with this address is on record"];
  await say(`  ${paint("dim", [...about, minute(at)].join(" · "))}`);
  if (keeping) await say(`  ${paint("dim", wrapped(keepingWords(keeping), 2))}`);
  for (const { purpose, at: sentAt, returned } of cameBack.slice(0, 5))
    if (returned !== null)
      await say(`  ${paint("dim", `${minute(sentAt)}  a mail of ${purpose} ${cameBackAs[returned]}`)}`);
  for (const purpose of purposes) {
    await say();
    await showPurpose(purpose, words);
  }
  await say();
}

async function showPurpose(
  { key, declared, verdict, evidence }: ExplainedPurpose,
  words: Explanations,
): Promise<void> {
  const permitted = verdict.outcome === "permit";
  const row = async (title: string, text: string) =>
    say(`    ${paint("dim", title.padEnd(12))}${wrapped(text, 16)}`);

  const [mark, may] = permitted
    ? [paint("green", "✓"), paint("green", "may be written to")]
    : [paint("red", "✗"), paint("red", "may not be written to")];
  await say(`  ${mark} ${paint("bold", key)} ${paint("dim", `${declared.kind} ·`)} ${may}`);
  const word = wordOf(verdict);
  await row("why", `${words[word].operator.replace(/\.$/, "")} (${word})`);
  for (const [i, fact] of evidence.entries()) {
    await row(i === 0 ? "facts" : "", `${minute(fact.at)}  ${factSentence(fact)}`);
    if (fact.words !== null) await row("", paint("italic", `“${fact.words}”`));
    if (fact.connection !== null) await row("", paint("dim", connectionWords(fact.connection)));
  }
  for (const [i, code] of verdict.alsoRefused.entries())
    await row(i > 0 ? "" : permitted ? "but not by" : "also", `${words[code].name} (${code})`);
  if (permitted)
    await row(
      "until",
      verdict.validUntil === null ? "they say stop" : `${minute(verdict.validUntil)}, or until they say stop`,
    );
  await row("law", `${verdict.citations.join(", ")} · ${verdict.jurisdiction}, rules of ${verdict.rules}`);
  if (verdict.obligations.length > 0) await row("must carry", verdict.obligations.join(", "));
  await row("what to do", words[word].remedy);
  await row("tell them", words[word].recipient);
}

const cameBackAs = {
  complaint: "was reported as unwanted",
  hard: "came back: the mailbox is gone",
  soft: "came back: it could not be delivered for a time",
  "about-us": "came back for a reason of ours, which is not held against the person",
} as const satisfies Record<Returned, string>;

function connectionWords({ from, forgetAt }: HeldConnection): string {
  const seen = [from.networkAddress, from.userAgent].filter((part) => part !== undefined);
  return `from ${seen.join(" · ")} · held until ${minute(forgetAt)}`;
}

function countryName(code: string | undefined): string {
  if (code === undefined) return "country unknown";
  return (/^[A-Z]{2}$/.test(code) && new Intl.DisplayNames("en", { type: "region" }).of(code)) || code;
}
