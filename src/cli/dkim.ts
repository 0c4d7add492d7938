// `licet dkim`: the keys that sign what is sent, and the DNS records that go with them.
import type { Command } from "commander";
import { type Config, readConfig } from "../config.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import {
  type KeptDkimKey,
  publishedUntil,
  recordName,
  recordText,
  signingKeys,
  stateOf,
  zoneLine,
} from "../mail/dkim-keys.ts";
import { command, readInstant } from "./command.ts";
import { columns, minute, paint, say, sayJson, warn } from "./terminal.ts";

export function dkimCommand(): Command {
  return command("dkim", "Sign what is sent, so that mailbox providers know it is yours.", [
    ["licet dkim new shop.example", "a pair of keys, and the two records for your DNS"],
    ["licet dkim list", "which keys sign, and which records must stay"],
  ])
    .addCommand(make())
    .addCommand(list())
    .addCommand(retire());
}

const dayMs = 86_400_000;

function make(): Command {
  return command("dkim new", "Make a new pair of keys for a domain, and show its DNS records.", [
    ["licet dkim new shop.example", "it signs from tomorrow on, when DNS knows it everywhere"],
    ["licet dkim new shop.example --from 2026-12-01", "from that day on, in place of the pair before"],
  ])
    .argument("<domain>", "that of the sender's address, or one above it")
    .option("--from <instant>", "from when it signs: an instant or a day (default: in 24 hours)", readInstant)
    .option("--json", "one JSON line a key")
    .action(async (domain: string, options: { from?: Instant; json?: true }) => {
      const { addDkimKeys } = await import("../dkim-files.ts");
      const config = readConfig(process.env);
      const keys = await addDkimKeys(config, domain, options.from ?? ((Date.now() + dayMs) as Instant));
      if (options.json) return showJson(keys, keys);
      for (const key of keys) await say(zoneLine(key));
      warn(
        paint(
          "dim",
          `add both records to the DNS of ${keys[0]?.domain} before ${minute(keys[0]?.activeFrom as Instant)}: from then on mail is signed with them`,
        ),
      );
    });
}

function list(): Command {
  return command("dkim list", "Show the keys, what they do, and until when their records must stay in DNS.", [
    ["licet dkim list --records", "with the records, as lines of a zone file"],
  ])
    .option("--records", "the DNS records of the keys whose records must be there")
    .option("--json", "one JSON line a key")
    .action(async (options: { records?: true; json?: true }) => {
      const keys = await readAll(readConfig(process.env));
      const now = Date.now() as Instant;
      if (options.json) return showJson(keys, keys);
      if (keys.length === 0) return say("nothing is signed yet; make keys with `licet dkim new DOMAIN`");
      if (options.records) {
        for (const key of keys) if (isNeeded(key, keys, now)) await say(zoneLine(key));
        return;
      }
      const rows = keys.map((key) => [key.domain, key.selector, key.algorithm, ...inWords(key, keys, now)]);
      for (const line of columns(rows)) await say(line);
    });
}

function retire(): Command {
  return command("dkim retire", "Take a key out of use at once, and forget its private part.", [
    ["licet dkim retire shop.example licet20261129r", "its record may go when `licet dkim list` says so"],
  ])
    .argument("<domain>", "whose key it is")
    .argument("<selector>", "which key, as `licet dkim list` names it")
    .action(async (domain: string, selector: string) => {
      const { retireDkimKey } = await import("../dkim-files.ts");
      const config = readConfig(process.env);
      const now = Date.now() as Instant;
      const key = await retireDkimKey(config, domain, selector, now);
      const left = (await readAll(config)).filter((one) => one.domain === key.domain);
      await say(`${recordName(key)} signs nothing any more; its record may go after ${until(key, left)}`);
      if (signingKeys(left, now).length === 0)
        warn(`nothing from ${key.domain} is signed now; make new keys with \`licet dkim new ${key.domain}\``);
    });
}

async function readAll(config: Config): Promise<readonly KeptDkimKey[]> {
  const { readDkimKeys } = await import("../dkim-files.ts");
  return readDkimKeys(config);
}

const ofSameDomain = (key: KeptDkimKey, all: readonly KeptDkimKey[]) =>
  all.filter(({ domain }) => domain === key.domain);

function until(key: KeptDkimKey, all: readonly KeptDkimKey[]): string {
  const end = publishedUntil(key, ofSameDomain(key, all));
  return end === null ? "" : minute(end);
}

function isNeeded(key: KeptDkimKey, all: readonly KeptDkimKey[], now: Instant): boolean {
  const end = publishedUntil(key, ofSameDomain(key, all));
  return end === null || end > now;
}

function inWords(key: KeptDkimKey, all: readonly KeptDkimKey[], now: Instant): [string, string] {
  const state = stateOf(key, ofSameDomain(key, all), now);
  const record = isNeeded(key, all, now)
    ? `record stays${until(key, all) === "" ? "" : ` until ${until(key, all)}`}`
    : "record may go";
  if (state === "waiting") return [paint("yellow", `signs from ${minute(key.activeFrom)}`), record];
  if (state === "signing") return [paint("green", `signs since ${minute(key.activeFrom)}`), record];
  return [paint("dim", state), record];
}

async function showJson(shown: readonly KeptDkimKey[], all: readonly KeptDkimKey[]): Promise<void> {
  const now = Date.now() as Instant;
  for (const key of shown) {
    const end = publishedUntil(key, ofSameDomain(key, all));
    await sayJson({
      domain: key.domain,
      selector: key.selector,
      algorithm: key.algorithm,
      state: stateOf(key, ofSameDomain(key, all), now),
      activeFrom: formatInstant(key.activeFrom),
      retiredAt: key.retiredAt === null ? null : formatInstant(key.retiredAt),
      recordUntil: end === null ? null : formatInstant(end),
      record: { name: recordName(key), type: "TXT", text: recordText(key) },
    });
  }
}
