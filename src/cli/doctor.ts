// `licet doctor`: whether mail of this installation will be taken, and what to do where it would not.
import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { type Command, InvalidArgumentError } from "commander";
import type { Finding, Grade } from "../app/doctor/finding.ts";
import type { Lookup } from "../app/doctor/lookup.ts";
import type { World } from "../app/ports.ts";
import type { Config } from "../config.ts";
import { CodedError } from "../errors.ts";
import { command } from "./command.ts";
import { exit } from "./failure.ts";
import { counted, paint, say, sayJson, wrapped } from "./terminal.ts";

interface Options {
  readonly dns?: string;
  readonly json?: true;
}

export function doctorCommand(): Command {
  return command(
    "doctor",
    "Look whether mail will be taken: DNS of your senders, relays, links, certificates, keys, clock, disk. Nothing is sent.",
    [
      ["licet doctor", "before the first campaign, and when mail does not arrive"],
      ["licet doctor --dns 9.9.9.9", "as that name server sees your DNS"],
    ],
  )
    .option(
      "--dns <server>",
      "ask this name server, `address` or `address:port`; default: this machine's",
      nameServer,
    )
    .option("--json", "one JSON line a finding")
    .action(async (options: Options) => {
      const findings = await examine(options.dns);
      if (findings.some(({ grade }) => grade === "bad")) process.exitCode = exit.refused;
      if (!options.json) return show(findings);
      for (const finding of findings) await sayJson(finding);
    });
}

function nameServer(text: string): string {
  const [, bracketed, plain = text, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = bracketed ?? plain;
  if (isIP(address) === 0 || Number(port ?? 53) > 65_535)
    throw new InvalidArgumentError("It should be an IP address such as `9.9.9.9` or `[2620:fe::fe]:53`.");
  return `${isIP(address) === 6 ? `[${address}]` : address}:${port ?? 53}`;
}

async function examine(dns: string | undefined): Promise<readonly Finding[]> {
  const { readConfig } = await import("../config.ts");
  const { declaredRelays } = await import("../compose.ts");
  const { openLookup } = await import("../dns-lookup.ts");
  const { checkRelays, checkLinks, checkOwnTls, checkSecrets, checkClock, checkDisk } = await import(
    "./doctor-machine.ts"
  );
  const config = readConfig(process.env);
  const relays = await declaredRelays(config);
  const relay = relays?.[0] === undefined ? null : new URL(relays[0].url).hostname;
  // First the world: in a new folder it makes the files that are looked at.
  const own = await inWorld(config, relay, openLookup(dns));
  const found = await Promise.all([
    own,
    checkRelays(relays),
    checkLinks(config, relays !== null),
    checkOwnTls(config),
    checkSecrets(config),
    checkClock(),
    checkDisk(config),
  ]);
  return distinct(found.flat());
}

/** What the database says, and of each sender's domain what DNS says. */
async function inWorld(config: Config, relay: string | null, lookup: Lookup): Promise<readonly Finding[]> {
  const { of } = await import("../app/doctor/finding.ts");
  const { checkDatabaseClock } = await import("./doctor-machine.ts");
  const { withWorld } = await import("./with-world.ts");
  const about = config.databaseUrl ? new URL(config.databaseUrl).host : "embedded";
  try {
    return await withWorld(async ({ world, clockOffMs }) => [
      of("database", about).good("it answers, and the secret and the master key are its own"),
      ...(config.databaseUrl ? [checkDatabaseClock(await clockOffMs())] : []),
      ...(await checkSenders(world, config, relay, lookup)),
    ]);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { bad } = /^(dkim|master|secret)-/.test(error.code)
      ? of("keys", config.dataFolder)
      : of("database", about);
    return [bad(error.message, "mend this first: the senders, and with them what to ask DNS, stand in it")];
  }
}

async function checkSenders(
  world: World,
  config: Config,
  relay: string | null,
  lookup: Lookup,
): Promise<readonly Finding[]> {
  const { of } = await import("../app/doctor/finding.ts");
  const { checkDomain } = await import("../app/doctor/check-domain.ts");
  const { readDkimKeys } = await import("../dkim-files.ts");
  const setup = await world.store.setup.current();
  if (setup === null)
    return [
      of("set-up", "licet.yaml").look(
        "nothing is set up yet, so there is no sender whose DNS could be looked at",
        "`licet apply licet.yaml`",
      ),
    ];
  const keys = readDkimKeys(config);
  const domainOf = (address: string) => domainToASCII(address.slice(address.lastIndexOf("@") + 1));
  const domains = new Set(Object.values(setup.senders).map(({ content }) => domainOf(content.address)));
  const { bounceAddress } = config.listening;
  const reversePath = bounceAddress && domainToASCII(bounceAddress.domain);
  const found = await Promise.all(
    [...domains].map((domain) =>
      checkDomain({ domain, reversePath: reversePath ?? domain, keys, relay }, lookup, world.clock.now()),
    ),
  );
  return found.flat();
}

/** Domains share what they have in common, such as where reports come back. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

const marks = {
  bad: paint("red", "✗"),
  look: paint("yellow", "!"),
  unknown: paint("dim", "?"),
  good: paint("green", "✓"),
} as const satisfies Record<Grade, string>;

/** The worst first. */
async function show(findings: readonly Finding[]): Promise<void> {
  await say();
  for (const grade of ["bad", "look", "unknown"] as const)
    for (const { area, about, words, remedy, publish } of findings.filter((one) => one.grade === grade)) {
      await say(`  ${marks[grade]} ${paint("bold", area)} ${about}`);
      await say(`      ${wrapped(words, 6)}`);
      if (remedy !== null) await say(`    ${paint("cyan", "→")} ${wrapped(remedy, 6)}`);
      // Whole in one line, to be copied.
      if (publish !== null) await say(`      ${paint("cyan", publish)}`);
      await say();
    }
  for (const { area, about, words } of findings.filter(({ grade }) => grade === "good"))
    await say(`  ${marks.good} ${paint("bold", area)} ${about} ${paint("dim", words)}`);
  const bad = findings.filter(({ grade }) => grade === "bad").length;
  const unknown = findings.filter(({ grade }) => grade === "unknown").length;
  const unseen = unknown === 0 ? "" : `; ${counted(unknown, "thing", "things")} could not be looked at`;
  await say();
  await say(
    bad === 0
      ? `  ${paint("green", "nothing to mend")}${unseen}`
      : `  ${paint("red", `${counted(bad, "thing", "things")} to mend`)} before mail goes out${unseen}`,
  );
  await say();
}
