// `licet retention`: how long people are kept, who goes when, letting go of them, and legal holds.
import type { Command } from "commander";
import type { Survey } from "../app/retention/survey.ts";
import { formatInstant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { type Address, parseAddress } from "../ledger/address.ts";
import { command } from "./command.ts";
import { columns, count, counted, paint, say, sayJson } from "./terminal.ts";

/** How far the forecast looks. */
const monthsAhead = 24;

export function retentionCommand(): Command {
  return command("retention", "Show how long people are kept and who goes when; let go of who is due.", [
    ["licet retention", "how many are in use, kept for claims, or due, and who goes in which month"],
    ["licet retention run --dry-run", "how many would go now"],
    [
      "licet retention hold ana@example.com --reason 'claim 17/2026' --by 'legal'",
      "keeps her, come what may",
    ],
  ])
    .option("--json", "one JSON line")
    .action(async ({ json }: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { surveyPeople } = await import("../app/retention/survey.ts");
      const { startProgress } = await import("./progress.ts");
      const progress = startProgress(2000);
      const survey = await withWorld(async ({ world }) => {
        const total = await world.store.people.count();
        return surveyPeople(world, monthsAhead, (done) => progress.update({ done, total, note: "people" }));
      }).finally(progress.end);
      if (json) {
        const { at, lastRunAt } = survey;
        const ran = lastRunAt === null ? null : formatInstant(lastRunAt);
        return sayJson({ ...survey, at: formatInstant(at), lastRunAt: ran });
      }
      await show(survey);
    })
    .addCommand(runCommand())
    .addCommand(holdCommand())
    .addCommand(releaseCommand());
}

async function show(survey: Survey): Promise<void> {
  const { people, states, keptThoughDue, onHold, months, later, open, lastRunAt } = survey;
  const rows = [
    ["active", states.active, "something permits mail, or a contract runs"],
    ["blocked", states.blocked, "nothing does any more: kept as proof for claims, used for nothing else"],
    ["waiting", states.waiting, "nothing ever did: gone after 30 days, unless something does by then"],
    [
      "due",
      states.due,
      lastRunAt === null
        ? "to be erased by `licet retention run`; once that was done, a server goes on each day"
        : "to be erased: a few each day by themselves, or `licet retention run`",
    ],
    ...(keptThoughDue > 0
      ? [["  kept", keptThoughDue, "due, and a hold, a restriction or an open request keeps them"] as const]
      : []),
    ...(onHold > 0 ? [["legal hold", onHold, "not let go of, whatever term is over"] as const] : []),
  ] as const;
  await say(paint("bold", counted(people, "person", "people")));
  for (const row of columns(
    rows.map(([state, number, words]) => [state, count(number), paint("dim", words)]),
    [1],
  ))
    await say(`  ${row}`);
  await say();
  await say(paint("bold", "due by month, if nothing else happens"));
  const shown = [
    ...months.filter(({ people }) => people > 0).map(({ month, people }) => [month, people] as const),
    ["later", later] as const,
    ["no day known", open] as const,
  ];
  const most = Math.max(1, ...shown.map(([, number]) => number));
  const bar = (number: number) => "█".repeat(Math.ceil((number / most) * 30));
  for (const row of columns(
    shown.map(([month, number]) => [month, count(number), paint("cyan", bar(number))]),
    [1],
  ))
    await say(`  ${row}`);
}

function runCommand(): Command {
  return command("retention run", "Erase everybody who is due; they stay barred.", [
    ["licet retention run --dry-run", "only counts them"],
    ["licet retention run", "cut off and begun again, it goes on with who is left"],
  ])
    .option("--dry-run", "change nothing")
    .option("--json", "one JSON line")
    .action(async ({ dryRun = false, json }: { dryRun?: boolean; json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { letGo } = await import("../app/retention/let-go.ts");
      const { startProgress } = await import("./progress.ts");
      const progress = startProgress(2000);
      const { seen, gone, kept } = await withWorld(
        async ({ world, signal }) => {
          const total = await world.store.people.count();
          return letGo(world, {
            dryRun,
            signal,
            onProgress: ({ seen, gone }) =>
              progress.update({ done: seen, total, note: `${count(gone)} ${dryRun ? "due" : "erased"}` }),
          });
        },
        { finishesItself: true },
      ).finally(progress.end);
      if (json) return sayJson({ dryRun, seen, gone, kept });
      const people = counted(gone, "person", "people");
      await say(
        dryRun
          ? `${people} would be erased, of ${count(seen)} on record; nothing was changed`
          : `${people} erased, of ${count(seen)} on record; what bars mail to them stays`,
      );
      if (kept > 0)
        await say(`${count(kept)} due as well, and kept: by a hold, a restriction or an open request`);
    });
}

function holdCommand(): Command {
  return command("retention hold", "Order that nothing about one person goes, whatever term is over.", [
    [
      "licet retention hold ana@example.com --reason 'claim 17/2026' --by 'legal department'",
      "until released",
    ],
  ])
    .argument("<email>", "the address of the person")
    .requiredOption("--reason <text>", "why: what has to be preserved, and for what")
    .requiredOption("--by <name>", "who orders it")
    .action(async (email: string, order: { reason: string; by: string }) => {
      const address = addressIn(email);
      const { withWorld } = await import("./with-world.ts");
      const { holdPerson } = await import("../app/retention/hold.ts");
      await withWorld(({ world }) => holdPerson(world, address, order));
      await say("held: this person is not erased until `licet retention release`");
    });
}

function releaseCommand(): Command {
  return command("retention release", "End a legal hold; the terms count as if it had never been.", [
    ["licet retention release ana@example.com", "who is due by then goes with the next run"],
  ])
    .argument("<email>", "the address of the person")
    .action(async (email: string) => {
      const address = addressIn(email);
      const { withWorld } = await import("./with-world.ts");
      const { releasePerson } = await import("../app/retention/hold.ts");
      await withWorld(({ world }) => releasePerson(world, address));
      await say("released");
    });
}

function addressIn(email: string): Address {
  const address = parseAddress(email);
  if (address === null) throw new CodedError("address-malformed");
  return address;
}
