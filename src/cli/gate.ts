// `licet gate`: takes mail of other software, and says which software may hand it over.
import { type Command, InvalidArgumentError } from "commander";
import type { Credential } from "../app/gate/credential.ts";
import { days, formatInstant, type Instant } from "../core/instant.ts";
import { collect, command } from "./command.ts";
import { Interrupted, UsageError } from "./failure.ts";
import { onStopSignal } from "./stop-signals.ts";
import { columns, minute, paint, say, sayJson, warn } from "./terminal.ts";

export function gateCommand(): Command {
  return command(
    "gate",
    "Take mail of your shop, CRM or newsletter tool, and pass on what is permitted, until Ctrl-C.",
    [
      ["LICET_GATE_PORT=2525 licet gate", "the gate alone; `licet start` serves it too"],
      ["licet gate create shop --purpose orders", "let a shop hand its mail over"],
    ],
  )
    .action(serve)
    .addCommand(create())
    .addCommand(list())
    .addCommand(observe())
    .addCommand(revoke());
}

async function serve(): Promise<void> {
  const stopped = Promise.withResolvers<void>();
  onStopSignal((signal, times) => {
    if (times > 1) process.exit(new Interrupted(signal).status);
    stopped.resolve();
  });
  const { readConfig } = await import("../config.ts");
  const { startWorker } = await import("../servers.ts");
  const gate = await startWorker(readConfig(process.env), "gate");
  await say(`taking mail at ${paint("bold", gate.gates.join(", "))}; Ctrl-C ends it`).catch(() => {});
  await Promise.race([stopped.promise, gate.failed]).finally(gate.close);
}

interface CreateOptions {
  readonly purpose: string;
  readonly also?: string[];
  readonly anyContract?: true;
  readonly refuseFollowers?: true;
  readonly observeDays?: number;
  readonly perMinute?: number;
  readonly json?: true;
}

function create(): Command {
  return command(
    "gate create",
    "Let a program hand its mail over. Its password is shown once, here, and stored nowhere.",
    [
      ["licet gate create shop --purpose orders --any-contract", "a shop that writes about its orders"],
      ["licet gate create listmonk --purpose newsletter --observe-days 14", "watch first, refuse later"],
    ],
  )
    .argument("<name>", "the user name that the program signs in with")
    .requiredOption("--purpose <purpose>", "what its mail is for, where the mail does not say")
    .option(
      "--also <purpose>",
      "what it may name in `X-Licet-Purpose`; repeat it for more",
      (value: string, before?: string[]) => collect(value, before),
    )
    .option(
      "--any-contract",
      "mail about a contract that names none is about the newest of the person that runs",
    )
    .option("--refuse-followers", "refuse what follows people who did not permit it; default: take it out")
    .option(
      "--observe-days <days>",
      "let everything pass for so long, and put on record what would be refused",
      whole,
    )
    .option("--per-minute <number>", "how many recipients it may name in a minute; default: any", whole)
    .option("--json", "one JSON line")
    .action(async (name: string, options: CreateOptions) => {
      const { withWorld } = await import("./with-world.ts");
      const { createCredential } = await import("../app/gate/credentials.ts");
      const { credential, password, sharedDomains } = await withWorld(({ world }) =>
        createCredential(world, {
          name,
          purpose: options.purpose,
          purposes: options.also ?? [],
          contract: options.anyContract ? "newest" : "named",
          followers: options.refuseFollowers ? "refuse" : "strip",
          observeUntil:
            options.observeDays === undefined
              ? null
              : ((world.clock.now() + days(options.observeDays)) as Instant),
          perMinute: options.perMinute ?? null,
        }),
      );
      for (const domain of sharedDomains)
        warn(
          `anybody may have a mailbox of \`${domain}\`: what \`${name}\` sends must come \`From\` the very address of its sender in licet.yaml, and reports go nowhere else`,
        );
      if (options.json) return sayJson({ ...told(credential), password });
      await say(password);
      warn(
        paint(
          "dim",
          `shown this once; sign in as \`${name}\` with it; take it back with \`licet gate revoke ${name}\``,
        ),
      );
      const { observeUntil: until } = credential;
      if (until !== null)
        warn(paint("dim", `it observes until ${minute(until)}, and refuses from then on by itself`));
    });
}

function list(): Command {
  return command("gate list", "List what may hand mail over: for what, how strictly, and when last.", [
    ["licet gate list", "all of them, revoked ones too"],
  ])
    .option("--json", "one JSON line each")
    .action(async (options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { credentials, now } = await withWorld(async ({ world }) => ({
        credentials: await world.store.gate.credentials(),
        now: world.clock.now(),
      }));
      if (options.json) {
        for (const credential of credentials) await sayJson(told(credential));
        return;
      }
      if (credentials.length === 0) return say("there is none yet; make one with `licet gate create`");
      const rows = credentials.map((credential) => [
        paint(credential.revokedAt === null ? "bold" : "dim", credential.name),
        credential.purposes.join(" "),
        stateOf(credential, now),
        credential.lastUsedAt === null ? "never used" : `last used ${minute(credential.lastUsedAt)}`,
      ]);
      for (const row of columns(rows)) await say(row);
    });
}

function stateOf({ revokedAt, observeUntil }: Credential, now: Instant): string {
  if (revokedAt !== null) return paint("dim", `revoked ${minute(revokedAt)}`);
  return observeUntil !== null && observeUntil > now
    ? paint("yellow", `observes until ${minute(observeUntil)}`)
    : "refuses";
}

function observe(): Command {
  return command("gate observe", "Let everything of one program pass for some days, or end that.", [
    [
      "licet gate observe shop --days 14",
      "what would be refused is put on record: `licet verdicts --asker shop`",
    ],
    ["licet gate observe shop --end", "refuse from now on"],
  ])
    .argument("<name>", "as `licet gate list` shows it")
    .option("--days <days>", "for how long, at most 60", whole)
    .option("--end", "from now on what is not permitted is refused")
    .action(async (name: string, options: { days?: number; end?: true }) => {
      const span = options.end ? undefined : options.days;
      if ((options.end === undefined) === (options.days === undefined))
        throw new UsageError("say either `--days N` or `--end`");
      const { withWorld } = await import("./with-world.ts");
      const { observeUntil } = await import("../app/gate/credentials.ts");
      const until = await withWorld(async ({ world }) => {
        const end = span === undefined ? null : ((world.clock.now() + days(span)) as Instant);
        await observeUntil(world, name, end);
        return end;
      });
      await say(
        until === null
          ? "it refuses from now on"
          : `it observes until ${minute(until)}, and refuses from then on by itself`,
      );
    });
}

function revoke(): Command {
  return command("gate revoke", "Let a program hand over no more mail, at once and for good.", [
    ["licet gate revoke shop", "as `licet gate list` shows it"],
  ])
    .argument("<name>", "as `licet gate list` shows it")
    .action(async (name: string) => {
      const { withWorld } = await import("./with-world.ts");
      const { revokeCredential } = await import("../app/gate/credentials.ts");
      await withWorld(({ world }) => revokeCredential(world, name));
      await say("revoked");
    });
}

function told({ id, createdAt, lastUsedAt, revokedAt, observeUntil: until, ...credential }: Credential) {
  const at = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));
  return {
    id,
    ...credential,
    observeUntil: at(until),
    createdAt: at(createdAt),
    lastUsedAt: at(lastUsedAt),
    revokedAt: at(revokedAt),
  };
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It should be a whole number from 1.");
  return Number(text);
}
