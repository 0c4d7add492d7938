// `licet verdicts`: what other systems were answered that asked whether they may send: counted, or one by one.
import type { Command } from "commander";
import type { World } from "../app/ports.ts";
import type { StoredVerdict, VerdictCount, VerdictsAsked } from "../app/verdicts/verdicts-table.ts";
import { en } from "../core/explanations/en.ts";
import { HELD_BACK } from "../core/explanations/held-back.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { parseAddress } from "../ledger/address.ts";
import { command, readInstant } from "./command.ts";
import { aside, columns, count, counted, minute, paint, say, sayJson, warn } from "./terminal.ts";

interface Options {
  readonly refused?: true;
  readonly asker?: string;
  readonly since?: Instant;
  readonly email?: string;
  readonly json?: true;
}

/** Of one person so many are shown, the newest. */
const mostOfOne = 1000;

export function verdictsCommand(): Command {
  return command("verdicts", "Count or list what other systems were answered that asked before they sent.", [
    ["licet verdicts --since 2026-11-01", "how many permits and refusals, by who asked and why"],
    ["licet verdicts --refused --asker shop", "what one system was refused"],
    ["licet verdicts --email ana@example.com", "one by one, about one person"],
  ])
    .option("--refused", "only refusals")
    .option("--asker <name>", "only what this API key or gate was answered")
    .option("--since <instant>", "only from then on; they are kept for 90 days", readInstant)
    .option("--email <address>", "one by one, about this person")
    .option("--json", "one JSON line a count or an answer")
    .action(async ({ email, refused, asker, since, json }: Options) => {
      const address = email === undefined ? undefined : parseAddress(email);
      if (address === null) throw new CodedError("address-malformed");
      const { withWorld } = await import("./with-world.ts");
      const { subjectIdOf } = await import("../ledger/secrets.ts");
      await withWorld(async ({ world }) => {
        if (asker !== undefined && !(await isKnown(world, asker)))
          warn(
            `no API key and no credential is called \`${asker}\`; \`licet api-key list\` and \`licet gate list\` show those that there are`,
          );
        const which: VerdictsAsked = {
          ...(refused && { outcome: "refusal" }),
          ...(asker !== undefined && { asker }),
          ...(since !== undefined && { since }),
        };
        if (address === undefined) return showCounts(await world.store.verdicts.count(which), json);
        const subject = subjectIdOf(address, world.secrets);
        return showEach(await world.store.verdicts.list({ ...which, subject }, mostOfOne), json);
      });
    });
}

/** One that is gone may still have asked. */
async function isKnown({ store }: World, asker: string): Promise<boolean> {
  if (asker === "mcp" || (await store.gate.credential(asker))) return true;
  if ((await store.apiKeys.list()).some(({ name }) => name === asker)) return true;
  return (await store.verdicts.count({ asker })).length > 0;
}

async function showCounts(counts: readonly VerdictCount[], json: true | undefined): Promise<void> {
  if (json) {
    for (const { newestAt, ...one } of counts) await sayJson({ ...one, newestAt: formatInstant(newestAt) });
    return;
  }
  const all = counts.reduce((sum, { verdicts }) => sum + verdicts, 0);
  const refused = counts.filter(({ outcome }) => outcome === "refusal");
  const refusals = refused.reduce((sum, { verdicts }) => sum + verdicts, 0);
  await say();
  await say(
    `  ${paint("bold", counted(all, "answer", "answers"))}${paint("dim", ` · ${count(refusals)} refused`)}`,
  );
  if (counts.length > 0) await say();
  const rows = counts.map(({ outcome, ground, purpose, asker, via, observed, verdicts }) => [
    markOf(outcome),
    count(verdicts),
    ground,
    purpose,
    `${asker} (${via}${observed ? ", observed" : ""})`,
    aside(nameOf(ground)),
  ]);
  for (const row of columns(rows, [1])) await say(`  ${row}`);
  await say();
}

async function showEach(verdicts: readonly StoredVerdict[], json: true | undefined): Promise<void> {
  if (json) {
    for (const { at, validUntil, ...one } of verdicts)
      await sayJson({
        ...one,
        at: formatInstant(at),
        validUntil: validUntil === null ? null : formatInstant(validUntil),
      });
    return;
  }
  await say();
  if (verdicts.length === 0) await say("  nobody has asked about this person, or longer than 90 days ago");
  const rows = verdicts.map(({ id, at, outcome, code, basis, purpose, asker, via, observed, evidence }) => [
    minute(at),
    markOf(outcome),
    code ?? basis ?? "",
    purpose,
    `${asker} (${via}${observed ? ", observed" : ""})`,
    paint("dim", id),
    paint("dim", evidence.join(", ")),
  ]);
  for (const row of columns(rows)) await say(`  ${row}`);
  await say();
}

function markOf(outcome: "permit" | "refusal"): string {
  return outcome === "permit" ? paint("green", "✓") : paint("red", "✗");
}

function nameOf(ground: string): string {
  if (ground === "held-back") return HELD_BACK.en.name;
  return Object.hasOwn(en, ground) ? en[ground as keyof typeof en].name : "";
}
