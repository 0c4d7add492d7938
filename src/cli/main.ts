// The command `licet`: what can be asked of it, and how it ends.
import { readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { accountabilityCommand } from "./accountability.ts";
import { apiKeyCommand } from "./api-key.ts";
import { applyCommand } from "./apply.ts";
import { audienceCommand } from "./audience.ts";
import { campaignCommand } from "./campaign.ts";
import { command } from "./command.ts";
import { decideCommand } from "./decide.ts";
import { dkimCommand } from "./dkim.ts";
import { doctorCommand } from "./doctor.ts";
import { eraseCommand } from "./erase.ts";
import { explainCommand } from "./explain.ts";
import { exit, Interrupted, report } from "./failure.ts";
import { formsCommand } from "./forms.ts";
import { gateCommand } from "./gate.ts";
import { hearCommand } from "./hear.ts";
import { importCommand } from "./import.ts";
import { keysCommand } from "./keys.ts";
import { lawCommand } from "./law.ts";
import { ledgerCommand } from "./ledger.ts";
import { mcpCommand } from "./mcp.ts";
import { policyCommand } from "./policy.ts";
import { rebuildCommand } from "./rebuild.ts";
import { receiptCommand } from "./receipt.ts";
import { recordCommand } from "./record.ts";
import { registersCommand } from "./registers.ts";
import { relaysCommand } from "./relays.ts";
import { retentionCommand } from "./retention.ts";
import { rightsCommand } from "./rights.ts";
import { settingsCommand } from "./settings.ts";
import { simulateCommand } from "./simulate.ts";
import { startCommand } from "./start.ts";
import { suppressionsCommand } from "./suppressions.ts";
import { triageCommand } from "./triage.ts";
import { verdictsCommand } from "./verdicts.ts";
import { verifyCommand } from "./verify.ts";
import { webhookCommand } from "./webhook.ts";
import { workCommand } from "./work.ts";

// Halves the start of every command that loads more than this. Beside the code, since a shared folder could be tampered with.
enableCompileCache(join(import.meta.dirname, "..", "..", "node_modules", ".cache", "licet"));

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

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
  .helpCommand("help [command]", "show the help of a command")
  .commandsGroup("Run it:")
  .addCommand(startCommand(version))
  .addCommand(workCommand())
  .addCommand(gateCommand())
  .addCommand(policyCommand())
  .addCommand(applyCommand())
  .addCommand(formsCommand())
  .addCommand(settingsCommand())
  .addCommand(relaysCommand())
  .addCommand(doctorCommand())
  .addCommand(keysCommand())
  .commandsGroup("People and what they said:")
  .addCommand(triageCommand())
  .addCommand(importCommand())
  .addCommand(recordCommand())
  .addCommand(explainCommand())
  .addCommand(audienceCommand())
  .addCommand(eraseCommand())
  .addCommand(rightsCommand())
  .addCommand(retentionCommand())
  .commandsGroup("The law:")
  .addCommand(registersCommand())
  .addCommand(lawCommand())
  .addCommand(simulateCommand())
  .commandsGroup("Writing to them:")
  .addCommand(campaignCommand())
  .addCommand(dkimCommand())
  .addCommand(hearCommand())
  .commandsGroup("Proof:")
  .addCommand(accountabilityCommand())
  .addCommand(receiptCommand())
  .addCommand(verifyCommand())
  .addCommand(ledgerCommand())
  .addCommand(rebuildCommand())
  .commandsGroup("For other programs:")
  .addCommand(apiKeyCommand())
  .addCommand(webhookCommand())
  .addCommand(suppressionsCommand())
  .addCommand(verdictsCommand())
  .addCommand(mcpCommand())
  .addCommand(decideCommand());

// The launcher's channel ends when the launcher is gone, by kill -9 too: that asks us to stop as SIGTERM does.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
process.on("uncaughtException", (error) => process.exit(report(error)));

const typed = process.argv.slice(2);
try {
  await licet.parseAsync(typed.length === 0 ? ["--help"] : typed, { from: "user" });
  process.exitCode ??= exit.done;
} catch (error) {
  process.exitCode = report(error);
  // What was interrupted may still hold on to its input.
  if (error instanceof Interrupted) process.exit();
}
