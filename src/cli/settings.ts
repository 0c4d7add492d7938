// `licet settings`: every setting, what it is now, and where that came from. Secrets stay hidden.
import type { Command } from "commander";
import type { Config, ListeningConfig } from "../config.ts";
import { command } from "./command.ts";
import { columns, paint, say, sayJson } from "./terminal.ts";

export function settingsCommand(): Command {
  return command("settings", "List the settings and where each came from.", [
    ["LICET_PORT=8080 licet settings", "what Licet would run with"],
  ])
    .option("--json", "one JSON line a setting")
    .action(async (options: { json?: true }) => {
      const { readConfig, settingSource } = await import("../config.ts");
      const { settings } = await import("../settings.ts");
      const config = readConfig(process.env);
      const values: Record<keyof typeof settings, string | null> = {
        LICET_DATA: config.dataFolder,
        LICET_PORT: String(config.port),
        LICET_PUBLIC_URL: config.publicUrl,
        LICET_TRUSTED_PROXIES: config.trustedProxies.join(", ") || "none",
        DATABASE_URL: withoutPassword(config.databaseUrl),
        LICET_MIGRATION_URL: withoutPassword(config.migrationUrl),
        LICET_SMTP_URL: withoutPassword(config.smtpUrl),
        LICET_RELAYS: config.relaysFile ?? null,
        LICET_SECRET: config.secret === undefined ? null : "(hidden)",
        LICET_MASTER_KEY: config.masterKey === undefined ? null : "(hidden)",
        LICET_MASTER_KEY_COMMAND: config.masterKeyCommand ?? null,
        LICET_LEDGER_PUBLIC: config.ledgerPublic ? "1" : "0",
        LICET_WITNESSES:
          config.witnesses.map(({ key, address }) => `${key} ${withoutPassword(address)}`).join(", ") || null,
        LICET_WITNESSES_NEEDED: String(config.witnessesNeeded),
        LICET_TIMESTAMP_URL: withoutPassword(config.timestampUrl),
        LICET_TIMESTAMP_ANCHORS: config.timestampAnchors ?? null,
        LICET_TIMESTAMP_POLICY: config.timestampPolicy ?? null,
        LICET_TIMESTAMP_EVERY: String(config.timestampEveryMinutes),
        LICET_ATTACHMENTS_MB: String(config.attachmentsMB),
        ...listeningValues(config.listening),
        ...gateValues(config.gate),
        ...policyValues(config.policy),
      };
      const listed = (Object.keys(settings) as (keyof typeof settings)[]).map((name) => ({
        setting: name,
        value: values[name],
        from: settingSource(name, process.env),
        meaning: settings[name],
      }));
      if (options.json) {
        for (const setting of listed) await sayJson(setting);
        return;
      }
      await say();
      const rows = columns(
        listed.map(({ setting, value, from }) => [
          paint("bold", setting),
          value ?? paint("dim", "not set"),
          paint("dim", from),
        ]),
      );
      for (const [i, row] of rows.entries()) {
        await say(`  ${row}`);
        await say(`  ${paint("dim", `${listed[i]?.meaning}`)}`);
        await say();
      }
    });
}

function listeningValues({ bounceAddress, inbound, inboundTls, imapUrl, hooks }: ListeningConfig) {
  return {
    LICET_BOUNCE_ADDRESS: bounceAddress ? `${bounceAddress.local}@${bounceAddress.domain}` : null,
    LICET_INBOUND_PORT: inbound ? String(inbound.port) : null,
    LICET_INBOUND_HOST: inbound?.host ?? null,
    LICET_SES_TOPIC: hooks.ses ?? null,
    LICET_POSTMARK_HOOK: hidden(hooks.postmark),
    LICET_MAILGUN_KEY: hidden(hooks.mailgun),
    LICET_SENDGRID_KEY: hooks.sendgrid ?? null,
    LICET_BREVO_TOKEN: hidden(hooks.brevo),
    LICET_IMAP_URL: withoutPassword(imapUrl),
    LICET_INBOUND_TLS: inboundTls ? `${inboundTls.certificate}, ${inboundTls.key}` : null,
  };
}

const hidden = (secret: string | undefined) => (secret === undefined ? null : "(hidden)");

function withoutPassword(address: string | undefined): string | null {
  if (address === undefined) return null;
  const url = new URL(address);
  if (url.password !== "") url.password = "***";
  return url.href;
}

function gateValues(gate: Config["gate"]) {
  return {
    LICET_GATE_PORT: gate?.port?.toString() ?? null,
    LICET_GATE_TLS_PORT: gate?.tlsPort?.toString() ?? null,
    LICET_GATE_HOST: gate?.host ?? null,
    LICET_GATE_TLS: gate?.tls ? `${gate.tls.certificate},${gate.tls.key}` : null,
    LICET_GATE_MEGABYTES: gate ? String(gate.mostBytes / 1_048_576) : null,
  };
}

function policyValues(policy: Config["policy"]) {
  const places = policy?.places ?? [];
  const inet = places.find((place) => "port" in place);
  const unix = places.find((place) => "socket" in place);
  return {
    LICET_POLICY_PORT: inet?.port.toString() ?? null,
    LICET_POLICY_HOST: inet?.host ?? null,
    LICET_POLICY_SOCKET: unix?.socket ?? null,
    LICET_POLICY_CREDENTIAL: policy?.credential ?? null,
    LICET_POLICY_OPEN: policy ? (policy.whenUnknown === "pass" ? "1" : "0") : null,
  };
}
