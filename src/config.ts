// The one reader of settings: environment variables, else a file `licet.env` in the data folder, else the default.
import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { isAbsolute, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { CodedError } from "./errors.ts";
import type { SettingName } from "./settings.ts";

export interface Config {
  /** Data folder: the embedded database, the secret, logs. */
  readonly dataFolder: string;
  readonly port: number;
  /** Where people reach the public pages; links in mail begin with it. No trailing slash. */
  readonly publicUrl: string;
  /** Whose word is believed on where a request came from. */
  readonly trustedProxies: readonly string[];
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The same database for the role that owns it; used to change the schema, and for nothing else. */
  readonly migrationUrl: string | undefined;
  /** The relay; without one, mail goes to the built-in mailbox and nowhere else. */
  readonly smtpUrl: string | undefined;
  /** The file that names several relays, in place of the one. */
  readonly relaysFile: string | undefined;
  /** 32 bytes in hex, from which every key is derived; absent: the file `secret` of the data folder. */
  readonly secret: string | undefined;
  /** Master keys in hex, the newest first; absent: what the command prints, else the file `master-key` of the data folder. */
  readonly masterKey: string | undefined;
  /** Prints the master keys, as a key-management service gives them. */
  readonly masterKeyCommand: string | undefined;
  /** Whether anybody may read the log, or only who has a key for it. */
  readonly ledgerPublic: boolean;
  /** Witnesses that cosign the checkpoints: the verifier key of each, and the address under which it is asked. */
  readonly witnesses: readonly { readonly key: string; readonly address: string }[];
  /** How many of them a checkpoint must have to be shown as the newest. */
  readonly witnessesNeeded: number;
  readonly timestampUrl: string | undefined;
  /** A file of certificates, PEM, that timestamps must lead to. */
  readonly timestampAnchors: string | undefined;
  readonly timestampPolicy: string | undefined;
  readonly timestampEveryMinutes: number;
  /** What the files of one mail may have together once they are encoded. */
  readonly attachmentsMB: number;
  readonly listening: ListeningConfig;
  /** Absent: there is no gate. */
  readonly gate: GateConfig | undefined;
  /** Absent: no Postfix asks. */
  readonly policy: PolicyConfig | undefined;
}

/** How a Postfix asks for each recipient. */
export interface PolicyConfig {
  /** At least one. */
  readonly places: readonly (
    | { readonly host: string; readonly port: number }
    | { readonly socket: string }
  )[];
  /** By whose purpose; null: that of the one who signed in to Postfix. */
  readonly credential: string | null;
  /** Where it cannot be told whether somebody may have a mail. */
  readonly whenUnknown: "defer" | "pass";
}

/** Where other software hands its mail over. */
export interface GateConfig {
  readonly host: string;
  /** For STARTTLS, or for plain text on this machine. */
  readonly port: number | undefined;
  /** For TLS from the first octet on (RFC 8314). */
  readonly tlsPort: number | undefined;
  readonly tls: CertificateFiles | undefined;
  /** The largest mail. Octets. */
  readonly mostBytes: number;
}

/** Two files in PEM. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/** How it is heard what came back of letters. */
export interface ListeningConfig {
  /** Absent: reports go to the sender. */
  readonly bounceAddress: { readonly local: string; readonly domain: string } | undefined;
  /** Where the inbound SMTP listener takes connections; absent: there is none. */
  readonly inbound: { readonly port: number; readonly host: string } | undefined;
  /** For STARTTLS. */
  readonly inboundTls: CertificateFiles | undefined;
  /** A mailbox that is read. */
  readonly imapUrl: string | undefined;
  /** By what each mail provider proves that it calls; one that is absent has no hook. */
  readonly hooks: { readonly [Name in keyof typeof hookSettings]: string | undefined };
}

const web = ["http:", "https:"];

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a setting's value comes from: `environment`, the path of the file, or `default`. */
export function settingSource(name: SettingName, environment: Environment): string {
  const { file, values } = readFile(environment);
  return environment[name] ? "environment" : values[name] ? file : "default";
}

function readFile(environment: Environment): { dataFolder: string; file: string; values: Environment } {
  const dataFolder = resolve(environment.LICET_DATA || ".licet");
  const file = join(dataFolder, "licet.env");
  return { dataFolder, file, values: existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {} };
}

/**
 * Reads the settings.
 *
 * @throws CodedError `setting-malformed`, naming the setting and what it should be.
 */
export function readConfig(environment: Environment): Config {
  const { dataFolder, values } = readFile(environment);
  const read = (name: SettingName) => environment[name] || values[name] || undefined;

  const port = whole("LICET_PORT", read("LICET_PORT") ?? "4000", 1, 65_535);
  const publicUrl = url(
    "LICET_PUBLIC_URL",
    read("LICET_PUBLIC_URL") ?? `http://127.0.0.1:${port}`,
    web,
  ).replace(/\/+$/, "");
  return {
    dataFolder,
    port,
    publicUrl,
    trustedProxies: networks("LICET_TRUSTED_PROXIES", read("LICET_TRUSTED_PROXIES"), publicUrl),
    databaseUrl: optionalUrl("DATABASE_URL", read("DATABASE_URL"), ["postgres:", "postgresql:"]),
    migrationUrl: optionalUrl("LICET_MIGRATION_URL", read("LICET_MIGRATION_URL"), [
      "postgres:",
      "postgresql:",
    ]),
    ...readRelays(read("LICET_SMTP_URL"), read("LICET_RELAYS"), dataFolder),
    secret: secret(read("LICET_SECRET")),
    ...masterKeys(read("LICET_MASTER_KEY"), read("LICET_MASTER_KEY_COMMAND")),
    ledgerPublic: yes("LICET_LEDGER_PUBLIC", read("LICET_LEDGER_PUBLIC")),
    ...readWitnesses(read("LICET_WITNESSES"), read("LICET_WITNESSES_NEEDED")),
    ...readStamping(read),
    attachmentsMB: whole("LICET_ATTACHMENTS_MB", read("LICET_ATTACHMENTS_MB") ?? "10", 1, 50),
    listening: readListening(read),
    gate: readGate(read),
    policy: readPolicy(read),
  };
}

function readGate(read: (name: SettingName) => string | undefined): GateConfig | undefined {
  const port = (name: SettingName) => {
    const text = read(name);
    return text === undefined ? undefined : whole(name, text, 1, 65_535);
  };
  const [plain, secure] = [port("LICET_GATE_PORT"), port("LICET_GATE_TLS_PORT")];
  if (plain === undefined && secure === undefined) return undefined;
  const host = read("LICET_GATE_HOST") ?? "127.0.0.1";
  const tls = twoFiles("LICET_GATE_TLS", read("LICET_GATE_TLS"));
  if (tls === undefined && (secure !== undefined || !isLoopback(host)))
    throw new CodedError(
      "setting-malformed",
      "`LICET_GATE_TLS` should name a certificate and its key: beyond this machine no password goes in plain text",
    );
  const megabytes = whole("LICET_GATE_MEGABYTES", read("LICET_GATE_MEGABYTES") ?? "10", 1, 100);
  return { host, port: plain, tlsPort: secure, tls, mostBytes: megabytes * 1_048_576 };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}

function readRelays(
  url: string | undefined,
  named: string | undefined,
  dataFolder: string,
): Pick<Config, "smtpUrl" | "relaysFile"> {
  const usual = join(dataFolder, "relays.yaml");
  const relaysFile = named === undefined ? (existsSync(usual) ? usual : undefined) : resolve(named);
  if (url !== undefined && relaysFile !== undefined)
    throw new CodedError(
      "setting-malformed",
      `\`LICET_SMTP_URL\` names one relay and \`${relaysFile}\` several; leave one of them out`,
    );
  return { smtpUrl: optionalUrl("LICET_SMTP_URL", url, ["smtp:", "smtps:"]), relaysFile };
}

function readWitnesses(text = "", needed: string | undefined): Pick<Config, "witnesses" | "witnessesNeeded"> {
  const witnesses = text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const [key = "", address, ...more] = one.split(/\s+/);
      if (address === undefined || more.length > 0)
        throw new CodedError(
          "setting-malformed",
          "`LICET_WITNESSES` should be `KEY ADDRESS`, commas between",
        );
      return { key, address: url("LICET_WITNESSES", address, web).replace(/\/+$/, "") };
    });
  const most = Math.max(1, witnesses.length);
  const half = Math.floor(witnesses.length / 2) + 1;
  return { witnesses, witnessesNeeded: whole("LICET_WITNESSES_NEEDED", needed ?? String(half), 1, most) };
}

function readStamping(
  read: (name: SettingName) => string | undefined,
): Pick<Config, "timestampUrl" | "timestampAnchors" | "timestampPolicy" | "timestampEveryMinutes"> {
  const timestampUrl = optionalUrl("LICET_TIMESTAMP_URL", read("LICET_TIMESTAMP_URL"), web);
  const timestampAnchors = read("LICET_TIMESTAMP_ANCHORS");
  if (timestampUrl !== undefined && timestampAnchors === undefined)
    throw new CodedError(
      "setting-malformed",
      "`LICET_TIMESTAMP_URL` needs `LICET_TIMESTAMP_ANCHORS`, the certificates that are trusted",
    );
  const timestampPolicy = read("LICET_TIMESTAMP_POLICY");
  if (timestampPolicy !== undefined && !/^[0-2](\.(0|[1-9]\d*))+$/.test(timestampPolicy))
    throw new CodedError(
      "setting-malformed",
      "`LICET_TIMESTAMP_POLICY` should be an object identifier such as `0.4.0.2023.1.1`",
    );
  const every = whole("LICET_TIMESTAMP_EVERY", read("LICET_TIMESTAMP_EVERY") ?? "60", 1, 525_600);
  return { timestampUrl, timestampAnchors, timestampPolicy, timestampEveryMinutes: every };
}

/** Which setting holds what a provider proves itself by. */
const hookSettings = {
  ses: "LICET_SES_TOPIC",
  postmark: "LICET_POSTMARK_HOOK",
  mailgun: "LICET_MAILGUN_KEY",
  sendgrid: "LICET_SENDGRID_KEY",
  brevo: "LICET_BREVO_TOKEN",
} as const satisfies Record<string, SettingName>;

/** What stands before the token in a local part: 64 octets (RFC 5321 4.5.3.1.1) less a `+` and the token. */
const longestBounceName = 11;

function readListening(read: (name: SettingName) => string | undefined): ListeningConfig {
  const text = read("LICET_BOUNCE_ADDRESS");
  const [, local = "", domain = ""] = /^([a-z0-9._-]+)@([a-z0-9.-]+\.[a-z0-9-]+)$/i.exec(text ?? "") ?? [];
  if (text !== undefined && (local === "" || local.length > longestBounceName))
    throw new CodedError(
      "setting-malformed",
      `\`LICET_BOUNCE_ADDRESS\` should be an address with at most ${longestBounceName} letters, digits, dots or hyphens before the \`@\``,
    );
  const port = read("LICET_INBOUND_PORT");
  const imapUrl = optionalUrl("LICET_IMAP_URL", read("LICET_IMAP_URL"), ["imap:", "imaps:"]);
  const host = read("LICET_INBOUND_HOST") ?? "127.0.0.1";
  if (isIP(host) === 0)
    throw new CodedError("setting-malformed", "`LICET_INBOUND_HOST` should be an IP address");
  if (text === undefined && (port !== undefined || imapUrl !== undefined))
    throw new CodedError(
      "setting-malformed",
      "`LICET_INBOUND_PORT` and `LICET_IMAP_URL` need `LICET_BOUNCE_ADDRESS`, the address whose mail they take",
    );
  return {
    bounceAddress: text === undefined ? undefined : { local, domain },
    inbound: port === undefined ? undefined : { port: whole("LICET_INBOUND_PORT", port, 1, 65_535), host },
    imapUrl,
    hooks: {
      ses: read(hookSettings.ses),
      postmark: read(hookSettings.postmark),
      mailgun: read(hookSettings.mailgun),
      sendgrid: read(hookSettings.sendgrid),
      brevo: read(hookSettings.brevo),
    },
    inboundTls: twoFiles("LICET_INBOUND_TLS", read("LICET_INBOUND_TLS")),
  };
}

function twoFiles(name: SettingName, text: string | undefined): CertificateFiles | undefined {
  if (text === undefined) return undefined;
  const [certificate = "", key = "", ...more] = text.split(",").map((file) => file.trim());
  if (certificate === "" || key === "" || more.length > 0)
    throw new CodedError(
      "setting-malformed",
      `\`${name}\` should be two files, the certificate and its key, with a comma between`,
    );
  return { certificate, key };
}

function readPolicy(read: (name: SettingName) => string | undefined): PolicyConfig | undefined {
  const [port, socket] = [read("LICET_POLICY_PORT"), read("LICET_POLICY_SOCKET")];
  const host = read("LICET_POLICY_HOST") ?? "127.0.0.1";
  if (socket !== undefined && !isAbsolute(socket))
    throw new CodedError("setting-malformed", "`LICET_POLICY_SOCKET` should be an absolute path");
  const places = [
    ...(port === undefined ? [] : [{ host, port: whole("LICET_POLICY_PORT", port, 1, 65_535) }]),
    ...(socket === undefined ? [] : [{ socket }]),
  ];
  const whenUnknown = yes("LICET_POLICY_OPEN", read("LICET_POLICY_OPEN")) ? "pass" : "defer";
  return places.length === 0
    ? undefined
    : { places, credential: read("LICET_POLICY_CREDENTIAL") ?? null, whenUnknown };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new CodedError(
      "setting-malformed",
      `\`${name}\` should be a whole number from ${least} to ${most}`,
    );
  return value;
}

function url(name: string, value: string, protocols: readonly string[]): string {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (!parsed || !protocols.includes(parsed.protocol))
    throw new CodedError(
      "setting-malformed",
      `\`${name}\` should be an address that begins with ${protocols.map((p) => `\`${p}//\``).join(" or ")}`,
    );
  return value;
}

function optionalUrl(
  name: string,
  value: string | undefined,
  protocols: readonly string[],
): string | undefined {
  return value === undefined ? undefined : url(name, value, protocols);
}

function masterKeys(
  masterKey: string | undefined,
  masterKeyCommand: string | undefined,
): Pick<Config, "masterKey" | "masterKeyCommand"> {
  if (masterKey !== undefined && masterKeyCommand !== undefined)
    throw new CodedError(
      "setting-malformed",
      "only one of `LICET_MASTER_KEY` and `LICET_MASTER_KEY_COMMAND` should be set",
    );
  return { masterKey, masterKeyCommand };
}

const thisMachine = ["127.0.0.0/8", "::1/128"];

export function isOnThisMachine(url: string): boolean {
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname);
}

/** The server listens on this machine alone: where people reach it from elsewhere, a proxy here stands in front. */
function networks(name: string, value: string | undefined, publicUrl: string): readonly string[] {
  if (value === "none") return [];
  if (value === undefined) return isOnThisMachine(publicUrl) ? [] : thisMachine;
  return value.split(",").map((text) => {
    const [, address = "", bits] = /^\s*([^\s/]+?)(?:\/(\d{1,3}))?\s*$/.exec(text) ?? [];
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    if (most < Number(bits ?? "0"))
      throw new CodedError(
        "setting-malformed",
        `\`${name}\` should be \`none\` or networks with commas between, like \`10.0.0.0/8, ::1\``,
      );
    return `${address}/${bits ?? most}`;
  });
}

function yes(name: string, value: string | undefined): boolean {
  if (value !== undefined && value !== "0" && value !== "1")
    throw new CodedError("setting-malformed", `\`${name}\` should be \`0\` or \`1\``);
  return value === "1";
}

function secret(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[0-9a-f]{64}$/i.test(value))
    throw new CodedError(
      "setting-malformed",
      "`LICET_SECRET` should be 64 hex digits; make one with `openssl rand -hex 32`",
    );
  return value;
}
