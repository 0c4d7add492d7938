// Whom the settings name to attest the log: witnesses with their keys, a time-stamping authority and whom to trust for it.
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Attestors } from "./app/ledger/attestors.ts";
import type { Config } from "./config.ts";
import { CodedError } from "./errors.ts";
import { openAsk } from "./http/ask.ts";
import { readWitnessKey } from "./ledger/cosignature.ts";

/** @throws CodedError `setting-malformed`, `file-unreadable`. */
export function openAttestors(config: Config): Attestors {
  const witnesses = config.witnesses.map(({ key: text, address }) => {
    const key = readWitnessKey(text);
    if (key === null)
      throw new CodedError(
        "setting-malformed",
        "`LICET_WITNESSES` should name each witness by an Ed25519 verifier key such as `w.example+0a1b2c3d+BAb…`",
      );
    return { key, address };
  });
  return {
    witnesses,
    needed: config.witnessesNeeded,
    authority:
      config.timestampUrl === undefined
        ? null
        : {
            address: config.timestampUrl,
            policy: config.timestampPolicy ?? null,
            everyMs: config.timestampEveryMinutes * 60_000,
          },
    anchors: config.timestampAnchors === undefined ? "" : readAnchors(config.timestampAnchors),
    ask: openAsk(),
  };
}

function readAnchors(file: string): string {
  let pem: string;
  try {
    pem = readFileSync(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CodedError("file-unreadable", `\`LICET_TIMESTAMP_ANCHORS\` (${code})`, { cause });
  }
  try {
    new X509Certificate(pem);
  } catch (cause) {
    throw new CodedError(
      "setting-malformed",
      "`LICET_TIMESTAMP_ANCHORS` should be a file of certificates in PEM",
      { cause },
    );
  }
  return pem;
}
