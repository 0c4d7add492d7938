// DKIM: whether DNS holds the record of each key that signs, will sign, or signed what may still be on its way.
import { formatInstant, type Instant } from "../../core/instant.ts";
import {
  type KeptDkimKey,
  publishedUntil,
  recordName,
  signingKeys,
  stateOf,
  zoneLine,
} from "../../mail/dkim-keys.ts";
import { tagsOf } from "./dmarc.ts";
import { type Finding, of } from "./finding.ts";
import { isUnanswered, type Lookup, notAnswered } from "./lookup.ts";

/**
 * @param keys - of the domain, or of the nearest above it that has any.
 *
 * Source: RFC 6376 3.6, RFC 8463.
 */
export async function checkDkim(
  domain: string,
  keys: readonly KeptDkimKey[],
  lookup: Lookup,
  at: Instant,
): Promise<readonly Finding[]> {
  const begins = keys.some((key) => stateOf(key, keys, at) === "waiting");
  if (signingKeys(keys, at).length === 0 && !begins)
    return [
      of("DKIM", domain).look(
        "Licet signs nothing: unless your relay does, large mailbox providers take no mail to many from this domain",
        `make keys with \`licet dkim new ${domain}\`, or make sure that your relay signs for this very domain`,
      ),
    ];
  const needed = keys.filter((key) => {
    const until = publishedUntil(key, keys);
    return stateOf(key, keys, at) !== "retired" && (until === null || at < until);
  });
  return Promise.all(needed.map((key) => checkRecord(key, keys, lookup, at)));
}

async function checkRecord(
  key: KeptDkimKey,
  keys: readonly KeptDkimKey[],
  lookup: Lookup,
  at: Instant,
): Promise<Finding> {
  const name = recordName(key);
  const state = stateOf(key, keys, at);
  const { good, look, bad } = of("DKIM", name);
  const records = await lookup.txt(name);
  if (isUnanswered(records)) return notAnswered("DKIM", name, records);
  const [record] = records;
  if (record === undefined) {
    if (state === "waiting")
      return look(
        `its record is not there yet; it signs from ${formatInstant(key.activeFrom).slice(0, 16).replace("T", " ")} UTC on`,
        "add it before then",
        zoneLine(key),
      );
    return state === "signing"
      ? bad("its record is not there, so its signature fails", "add it", zoneLine(key))
      : look("its record is gone while mail that it signed may be on its way", "add it again", zoneLine(key));
  }
  const tags = tagsOf(record);
  if (records.length > 1)
    return bad(
      "more than one record: which of them is read, nobody can tell",
      "leave this one",
      zoneLine(key),
    );
  if (tags.get("p")?.replaceAll(/\s/g, "") !== key.publicKey)
    return bad(
      "its record holds another key, so its signature fails",
      "put this in its place",
      zoneLine(key),
    );
  if (tags.get("t")?.split(":").includes("y"))
    return look("its record says that it is only tried out (`t=y`)", "take `t=y` away", zoneLine(key));
  return good(`its record is there; the key is ${state}`);
}
