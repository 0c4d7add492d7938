// Master keys: what wraps the key of each person. One is in use; older ones still open what was wrapped under them.
import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { CodedError } from "../errors.ts";

export interface MasterKey {
  /** Follows from the key and says nothing about it; stored with each key that it wraps. */
  readonly id: string;
  readonly wrappingKey: KeyObject;
}

export interface MasterKeys {
  /** The one in front: what a rotation goes to. */
  newest(): MasterKey;
  /** @throws CodedError `master-key-missing`. */
  find(id: string): MasterKey;
}

/** While a key is missing, the file or the command behind the keys is not asked more often. */
const readAgainAfterMs = 1000;

/**
 * Master keys from text that is read once, and again when a key is asked for that it did not hold: another process may
 * have gone over to a new one since.
 *
 * @param read - keys of 64 hex digits with commas or white space between them, the newest first.
 * @throws CodedError `master-key-malformed`.
 */
export function openMasterKeys(read: () => string): MasterKeys {
  let keys = parseMasterKeys(read());
  let readAt = Number.NEGATIVE_INFINITY;
  return {
    newest: () => keys[0],
    find(id) {
      let found = keys.find((key) => key.id === id);
      if (!found && performance.now() - readAt > readAgainAfterMs) {
        const [newest, ...others] = parseMasterKeys(read());
        // The old ones stay as long as this process: it may have read a key just before that was wrapped anew.
        keys = [newest, ...others, ...keys];
        readAt = performance.now();
        found = keys.find((key) => key.id === id);
      }
      if (!found) throw new CodedError("master-key-missing", `its id is \`${id}\``);
      return found;
    },
  };
}

function parseMasterKeys(text: string): [MasterKey, ...MasterKey[]] {
  const [first, ...others] = text.trim().split(/[\s,]+/);
  return [masterKey(first ?? ""), ...others.map(masterKey)];
}

function masterKey(hex: string): MasterKey {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new CodedError("master-key-malformed");
  const derive = (use: string) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(hex, "hex"), "", `licet ${use}`, 32));
  return {
    id: derive("master key id").toString("hex", 0, 8),
    wrappingKey: createSecretKey(derive("wrapping")),
  };
}
