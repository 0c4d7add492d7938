// Checks what others say of the head that a receipt leads to: witnesses that they saw it, and when.
import { formatInstant } from "../core/instant.ts";
import { findCosignature, readWitnessKey } from "./cosignature.ts";
import { counted, type Finding, proved, unproved, wrong } from "./receipt-findings.ts";

/** @param witnesses - verifier keys of those whom the reader trusts. */
export function checkCosignatures(note: string, witnesses: readonly string[]): Finding[] {
  const [log = "", ...lines] = signaturesOf(note);
  const findings = witnesses.map((key): Finding => {
    const witness = readWitnessKey(key);
    if (witness === null) return wrong("a key that was given is not the public key of a witness");
    const found = findCosignature(lines.join(""), checkpointOf(note), witness);
    return found === null
      ? unproved(`that the witness \`${witness.name}\` has seen this head of the log: it has not cosigned it`)
      : proved(
          `the witness \`${witness.name}\` has seen this head of the log, at ${formatInstant(found.at)} by its clock, and that it goes on from every head that it saw before`,
        );
  });
  const others = lines.length - findings.filter(({ is }) => is === "proved").length;
  if (log === "" || others <= 0) return findings;
  return [
    ...findings,
    unproved(
      `what ${counted(others, "more cosignature")} of the head would show: give the key of the witness`,
    ),
  ];
}

/** The checkpoint with the signature of the log alone: what is timestamped, and what witnesses were shown. */
export function checkpointOf(note: string): string {
  const [log = ""] = signaturesOf(note);
  return note.slice(0, note.indexOf("\n\n") + 2) + log;
}

function signaturesOf(note: string): string[] {
  return note.slice(note.indexOf("\n\n") + 2).match(/[^\n]*\n/g) ?? [];
}
