// `licet rights`: requests by which people exercise their rights, and the month that the law gives for each.
import { type Command, InvalidArgumentError, Option } from "commander";
import type { AnswerOutcome, RestrictionGround, Right, Via } from "../app/rights/case.ts";
import { ANSWER_OUTCOMES, REQUESTED_VIA, RESTRICTION_GROUNDS, RIGHTS } from "../core/facts.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { type Address, parseAddress } from "../ledger/address.ts";
import { caseJson, caseLines, caseRow } from "./case-words.ts";
import { command, readInstant } from "./command.ts";
import { rightsExportCommand } from "./rights-export.ts";
import { columns, minute, say, sayJson, warn } from "./terminal.ts";

export function rightsCommand(): Command {
  return command("rights", "List, open and answer requests by which people exercise their rights.", [
    ["licet rights list", "what waits for an answer, the most urgent first"],
  ])
    .addCommand(list())
    .addCommand(showOne())
    .addCommand(open())
    .addCommand(extend())
    .addCommand(reply())
    .addCommand(close())
    .addCommand(rightsExportCommand());
}

function list(): Command {
  return command("rights list", "List the requests that wait for an answer, the most urgent first.", [
    ["licet rights list", "late ones and those due within a week in red"],
    ["licet rights list --all", "answered ones too"],
  ])
    .option("--all", "also those that have been answered, the newest first")
    .option("--json", "one JSON line a request")
    .action(async (options: { all?: true; json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { listCases } = await import("../app/rights/list-cases.ts");
      const { cases, now } = await withWorld(async ({ world }) => ({
        cases: await listCases(world, options.all ? "all" : "open"),
        now: world.clock.now(),
      }));
      if (options.json) {
        for (const one of cases) await sayJson(caseJson(one, now));
        return;
      }
      if (cases.length === 0)
        return say(options.all ? "nobody has made a request yet" : "no request waits for an answer");
      for (const line of columns(cases.map((one) => caseRow(one, now)))) await say(line);
    });
}

function showOne(): Command {
  return command("rights show", "Show one request: what was asked, by when, and what was done.", [
    ["licet rights show 01981d3e-…", "the id that `licet rights list` shows"],
  ])
    .argument("<request>", "its id")
    .option("--json", "one JSON line")
    .action(async (id: string, options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { findCase } = await import("../app/rights/list-cases.ts");
      const { found, mails, now } = await withWorld(async ({ world }) => {
        const found = await findCase(world, id);
        return { found, mails: await world.store.rights.mails(found.subject, id), now: world.clock.now() };
      });
      if (options.json)
        return sayJson({
          ...caseJson(found, now),
          mails: mails.map((mail) => ({ ...mail, at: formatInstant(mail.at) })),
        });
      for (const line of caseLines(found, now)) await say(line);
      for (const { step, state, at } of mails) await say(`  mail       ${step}: ${state}, ${minute(at)}`);
    });
}

interface OpenOptions {
  readonly right: Right;
  readonly via: Via;
  readonly received?: Instant;
  readonly ground?: RestrictionGround;
  readonly identity?: string;
  readonly text?: string;
  readonly json?: true;
}

function open(): Command {
  return command("rights open", "Open a request that came by letter, by phone or in person.", [
    [
      "licet rights open ana@example.com --right access --via letter --received 2026-11-20",
      "the month runs from the day on which it came",
    ],
  ])
    .argument("<email>", "the address of the person")
    .addOption(
      new Option("--right <right>", "what the person asks for").choices(RIGHTS).makeOptionMandatory(),
    )
    .addOption(
      new Option("--via <way>", "how it came")
        .choices(REQUESTED_VIA.filter((way) => way !== "page"))
        .makeOptionMandatory(),
    )
    .option("--received <instant>", "when it came, an instant or a day; default: now", readInstant)
    .addOption(new Option("--ground <ground>", "why to restrict (GDPR 18(1))").choices(RESTRICTION_GROUNDS))
    .option("--identity <note>", "how it was made sure that it is the person")
    .option("--text <words>", "what was asked, in the person's words")
    .option("--json", "one JSON line")
    .action(async (email: string, { received, text, json, ...options }: OpenOptions) => {
      const address = addressIn(email);
      const { withWorld } = await import("./with-world.ts");
      const { openCase } = await import("../app/rights/open-case.ts");
      const { opened, known, now } = await withWorld(async ({ world }) => {
        const now = world.clock.now();
        const asked = { ...options, address, receivedAt: received ?? now, words: text };
        return { ...(await openCase(world, asked, "command")), now };
      });
      if (json) await sayJson({ ...caseJson(opened, now), known });
      else for (const line of caseLines(opened, now)) await say(line);
      if (!known)
        warn("nothing is held about this person: neither the address nor the words of the request were kept");
    });
}

function extend(): Command {
  return command("rights extend", "Take the two further months, and tell the person why.", [
    ["licet rights extend 01981d3e-… --reasons 'We hold …'", "only within the first month"],
  ])
    .argument("<request>", "its id")
    .requiredOption("--reasons <words>", "what the mail says, in the person's language")
    .option("--email <address>", "where the mail goes, if the address is not kept here", addressOption)
    .action(async (id: string, options: { reasons: string; email?: Address }) => {
      const { withWorld } = await import("./with-world.ts");
      const { extendCase } = await import("../app/rights/answer-case.ts");
      const extended = await withWorld(({ world }) =>
        extendCase(world, id, { reasons: options.reasons, address: options.email }, "command"),
      );
      await say(`due ${minute(extended.dueAt)}; the mail that says why waits in the outbox`);
    });
}

interface AnswerOptions {
  readonly outcome: AnswerOutcome;
  readonly text?: string;
  readonly email?: Address;
}

const outcome = () =>
  new Option("--outcome <outcome>", "what came of it").choices(ANSWER_OUTCOMES).default("granted");

function reply(): Command {
  return command("rights reply", "Answer a request by mail, and end it.", [
    ["licet rights reply 01981d3e-… --text 'We have …'", "it was granted"],
    [
      "licet rights reply 01981d3e-… --outcome refused --text 'The law …'",
      "a refusal needs its reasons (GDPR 12(4))",
    ],
  ])
    .argument("<request>", "its id")
    .addOption(outcome())
    .option("--text <words>", "what the mail says, in the person's language")
    .option("--email <address>", "where the mail goes, if the address is not kept here", addressOption)
    .action(async (id: string, options: AnswerOptions) => {
      await answer(id, options, "mail");
      await say("answered; the mail waits in the outbox");
    });
}

function close(): Command {
  return command("rights close", "End a request that was answered by letter, by phone or in person.", [
    ["licet rights close 01981d3e-… --text 'copy handed over'", "no mail is sent"],
  ])
    .argument("<request>", "its id")
    .addOption(outcome())
    .option("--text <words>", "what was answered, and how")
    .action(async (id: string, options: AnswerOptions) => {
      await answer(id, options, "elsewhere");
      await say("answered; no mail is sent");
    });
}

async function answer(id: string, options: AnswerOptions, by: "mail" | "elsewhere"): Promise<void> {
  const { withWorld } = await import("./with-world.ts");
  const { answerCase } = await import("../app/rights/answer-case.ts");
  const { outcome, text, email } = options;
  await withWorld(({ world }) =>
    answerCase(world, id, { outcome, words: text, by, address: email }, "command"),
  );
}

function addressIn(text: string): Address {
  const address = parseAddress(text);
  if (address === null) throw new CodedError("address-malformed");
  return address;
}

function addressOption(text: string): Address {
  const address = parseAddress(text);
  if (address === null) throw new InvalidArgumentError("It should be an address.");
  return address;
}
