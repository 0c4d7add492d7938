// The command `licet`: what can be asked of it, and how it ends.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { command } from "./command.ts";
import { exit, Interrupted, report } from "./failure.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

type Loads = Readonly<Record<string, () => Promise<Command>>>;

/** Each is loaded when it is asked for: most of what is typed needs one of them. */
const groups: Readonly<Record<string, Loads>> = {
  "Run it:": {
    start: async () => (await import("./start.ts")).startCommand(version),
    work: async () => (await import("./work.ts")).workCommand(),
    gate: async () => (await import("./gate.ts")).gateCommand(),
    policy: async () => (await import("./policy.ts")).policyCommand(),
    apply: async () => (await import("./apply.ts")).applyCommand(),
    forms: async () => (await import("./forms.ts")).formsCommand(),
    settings: async () => (await import("./settings.ts")).settingsCommand(),
    relays: async () => (await import("./relays.ts")).relaysCommand(),
    doctor: async () => (await import("./doctor.ts")).doctorCommand(),
    keys: async () => (await import("./keys.ts")).keysCommand(),
  },
  "People and what they said:": {
    triage: async () => (await import("./triage.ts")).triageCommand(),
    import: async () => (await import("./import.ts")).importCommand(),
    record: async () => (await import("./record.ts")).recordCommand(),
    explain: async () => (await import("./explain.ts")).explainCommand(),
    audience: async () => (await import("./audience.ts")).audienceCommand(),
    erase: async () => (await import("./erase.ts")).eraseCommand(),
    rights: async () => (await import("./rights.ts")).rightsCommand(),
    retention: async () => (await import("./retention.ts")).retentionCommand(),
  },
  "The law:": {
    registers: async () => (await import("./registers.ts")).registersCommand(),
    law: async () => (await import("./law.ts")).lawCommand(),
    simulate: async () => (await import("./simulate.ts")).simulateCommand(),
  },
  "Writing to them:": {
    campaign: async () => (await import("./campaign.ts")).campaignCommand(),
    dkim: async () => (await import("./dkim.ts")).dkimCommand(),
    hear: async () => (await import("./hear.ts")).hearCommand(),
  },
  "Proof:": {
    accountability: async () => (await import("./accountability.ts")).accountabilityCommand(),
    receipt: async () => (await import("./receipt.ts")).receiptCommand(),
    verify: async () => (await import("./verify.ts")).verifyCommand(),
    ledger: async () => (await import("./ledger.ts")).ledgerCommand(),
    rebuild: async () => (await import("./rebuild.ts")).rebuildCommand(),
  },
  "For other programs:": {
    "api-key": async () => (await import("./api-key.ts")).apiKeyCommand(),
    webhook: async () => (await import("./webhook.ts")).webhookCommand(),
    suppressions: async () => (await import("./suppressions.ts")).suppressionsCommand(),
    verdicts: async () => (await import("./verdicts.ts")).verdictsCommand(),
    mcp: async () => (await import("./mcp.ts")).mcpCommand(),
    decide: async () => (await import("./decide.ts")).decideCommand(),
  },
};

/** @param asked - the first word that was typed: where it is a command, no other is loaded. Else all are, to tell what there is. */
export async function program(asked?: string): Promise<Command> {
  const licet = command(
    "",
    "Asks for every person, purpose and moment whether the law permits an email, and sends only then.",
    [
      ["licet start --demo", "a shop with some hundreds of people, to look around"],
      ["licet apply licet.yaml", "say who you are, what you write for, and in which words you ask"],
      ["licet explain ana@example.com", "why one person may or may not be written to"],
    ],
  )
    .name("licet")
    .usage("<command> [options]")
    .version(version, "-V, --version", "show the version")
    .helpCommand("help [command]", "show the help of a command");
  const known = Object.values(groups).some((loads) => asked !== undefined && Object.hasOwn(loads, asked));
  for (const [title, loads] of Object.entries(groups)) {
    licet.commandsGroup(title);
    for (const [name, load] of Object.entries(loads))
      if (!known || name === asked) licet.addCommand(await load());
  }
  return licet;
}

/** Does what was typed, and leaves in `process.exitCode` how it ended. */
export async function run(typed: readonly string[]): Promise<void> {
  try {
    const licet = await program(typed[0]);
    await licet.parseAsync(typed.length === 0 ? ["--help"] : typed, { from: "user" });
    process.exitCode ??= exit.done;
  } catch (error) {
    process.exitCode = report(error);
    // What was interrupted may still hold on to its input.
    if (error instanceof Interrupted) process.exit();
  }
}
