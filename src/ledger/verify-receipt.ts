// Checks a receipt offline, with the public key of the log and nothing else. What `licet/verify` exports.
import { Problem } from "../core/input.ts";
import { formatInstant } from "../core/instant.ts";
import { canonicalJson } from "./canonical.ts";
import { type Checkpoint, openVerifier, readCheckpoint } from "./checkpoint.ts";
import { type ReadReceipt, readReceipt } from "./read-receipt.ts";
import { isSigned } from "./receipt.ts";
import { checkCosignatures } from "./receipt-attested.ts";
import { receiptContext } from "./receipt-context.ts";
import { checkFacts, checkUses, checkWords } from "./receipt-evidence.ts";
import { counted, type Finding, proved, unproved, wrong } from "./receipt-findings.ts";
import { recordOf } from "./receipt-record.ts";

export type { Finding } from "./receipt-findings.ts";

export interface ReceiptCheck {
  /** Nothing is wrong. What is proved by that, and what is not, the findings say. */
  readonly sound: boolean;
  readonly findings: readonly Finding[];
}

export interface VerifyOptions {
  /** The public key of the log as `name+id+key`, got from elsewhere than the file: `licet ledger key` prints it. */
  readonly key?: string;
  /** Public keys of witnesses that the reader trusts, `name+id+key`. */
  readonly witnesses?: readonly string[];
}

/**
 * Checks a receipt, without a network and without the server that made it.
 *
 * It never throws: what cannot be read is found wrong.
 *
 * @param text - the whole file.
 *
 * @example
 * import { verifyReceipt } from "licet/verify";
 * const { sound, findings } = verifyReceipt(readFileSync("receipt.json", "utf8"), { key });
 */
export function verifyReceipt(text: string, { key, witnesses = [] }: VerifyOptions = {}): ReceiptCheck {
  let findings: readonly Finding[];
  try {
    findings = check(text, key, witnesses);
  } catch {
    // Such as one that is nested deeper than can be followed.
    findings = [wrong("this is no receipt: it cannot be read")];
  }
  return { sound: findings.every(({ is }) => is !== "wrong"), findings };
}

function check(text: string, key: string | undefined, witnesses: readonly string[]): Finding[] {
  const receipt = readReceipt(text);
  if (receipt instanceof Problem) return [wrong(`this is no receipt: ${receipt.sentence("")}`)];
  const { log } = receipt.evidence;
  const verifier = openVerifier(key ?? log.verifierKey);
  if (verifier === null)
    return [wrong(`the key ${key === undefined ? "in the file" : "given"} is not the public key of a log`)];
  if (log.verifierKey !== verifier.verifierKey)
    return [wrong("the receipt is not of the log whose key was given: it names another key")];
  if (!isSigned(receipt.file, verifier))
    return [wrong("the file was changed after it was signed, or the key of this log did not sign it")];
  const head = readCheckpoint(log.checkpoint, verifier);
  if (head === null) return [wrong("the head of the log in it was not signed by the key of this log")];
  return [
    ...checkFrame(receipt, head, key !== undefined),
    ...checkCosignatures(log.checkpoint, witnesses),
    ...checkFacts(receipt, head),
    ...checkWords(receipt),
    ...checkUses(receipt, head),
    ...limits(receipt),
  ];
}

/** Who signed, which log, and that the record says what the evidence says. */
function checkFrame({ file, statement, evidence }: ReadReceipt, head: Checkpoint, known: boolean): Finding[] {
  const { "@context": context, statement: _s, evidence: _e, signature: _g, ...record } = file;
  const follows =
    canonicalJson(record) === canonicalJson(recordOf(statement, evidence)) &&
    canonicalJson(context) === canonicalJson(receiptContext);
  return [
    known
      ? proved(
          `the holder of the key of \`${head.origin}\` signed this file, and no byte of it was changed since`,
        )
      : unproved(
          `who signed this file: the key was taken from the file itself, and anybody can make one; give the key of \`${head.origin}\` that you got from elsewhere`,
        ),
    proved(
      `the acts below are in a log of ${head.size.toLocaleString("en")} entries, whose head was signed with that key at ${formatInstant(head.at)}, by its own clock`,
    ),
    follows
      ? proved("the record of the consent says what these acts and this statement say, field for field")
      : wrong("the record of the consent does not follow from the acts and the statement beside it"),
  ];
}

/** What no receipt can show, however sound it is. */
function limits({ statement, facts }: ReadReceipt): Finding[] {
  const { outcome, basis, code, evidence } = statement.verdict;
  const { purpose, issuedAt } = statement;
  const verdict =
    outcome === "permit"
      ? `may be written to, on the basis \`${basis}\``
      : `may not be written to: \`${code}\``;
  const told = facts.filter(({ source }) => !/^(form:|page:|one-click)/.test(source));
  return [
    evidence.every((id) => facts.some((fact) => fact.id === id))
      ? unproved(
          `that the person ${verdict}: so the controller states for \`${purpose.key}\` at ${issuedAt}; the acts that it cites are among those above, and \`licet decide\` judges them anew`,
        )
      : wrong("the verdict rests on an act that is not in this file"),
    unproved("that nothing else is on record about the person: a later stop could have been left out"),
    unproved("that the person behind the address is who they say they are"),
    ...(told.length === 0
      ? []
      : [
          unproved(
            `that what another system told took place so (${counted(told.length, "act")}): the log shows when it was told, and that it was not changed since`,
          ),
        ]),
    unproved(
      "that everybody is shown the same log, but for what witnesses and timestamps say above; an older head that somebody kept would show it too",
    ),
  ];
}
