// Reads a receipt that anybody may have written: only what has the shape of one goes any further.
import {
  count,
  expected,
  list,
  name,
  object,
  Problem,
  type Reader,
  record,
  text,
  texts,
  word,
} from "../core/input.ts";
import type {
  Evidence,
  FactProof,
  ReceiptPublication,
  Statement,
  UnloggedUse,
  UseProof,
} from "./receipt-parts.ts";
import type { LoggedFact } from "./receipt-record.ts";

type Json = Readonly<Record<string, unknown>>;

/** A file with the shape of a receipt; whether what it says is true is another matter. */
export interface ReadReceipt {
  /** The whole file as it was parsed. */
  readonly file: Json;
  readonly statement: Statement;
  readonly evidence: Evidence;
  /** The facts that the entries say, in the order of the proofs. */
  readonly facts: readonly LoggedFact[];
}

const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value);
const listOf =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value) =>
    list(value, read);
const anything: Reader<unknown> = (value) => value;

const cited = object<{ readonly key: string; readonly version: number }>({ key: name, version: count }, [
  "key",
  "version",
]);

const statement = object<Statement>(
  {
    id: name,
    issuedAt: name,
    subject: name,
    purpose: cited,
    controller: cited,
    language: text,
    verdict: object<Statement["verdict"]>(
      {
        outcome: word("permit", "refusal"),
        basis: orNull(text),
        code: orNull(text),
        evidence: texts,
        citations: texts,
        jurisdiction: text,
        rules: text,
        validUntil: orNull(text),
      },
      ["outcome", "basis", "code", "evidence", "citations", "jurisdiction", "rules", "validUntil"],
    ),
  },
  ["id", "issuedAt", "subject", "purpose", "controller", "language", "verdict"],
);

const entry = { entry: text, index: count, proof: texts };

const evidence = object<Evidence>(
  {
    log: object<Evidence["log"]>({ verifierKey: text, checkpoint: text, timestamps: texts }, [
      "verifierKey",
      "checkpoint",
      "timestamps",
    ]),
    publications: listOf(
      object<ReceiptPublication>(
        {
          kind: word("controller", "purpose", "clause", "notice", "form"),
          key: name,
          version: count,
          hash: name,
          content: anything,
        },
        ["kind", "key", "version", "hash"],
      ),
    ),
    facts: listOf(object<FactProof>({ ...entry, key: orNull(text) }, ["entry", "index", "proof", "key"])),
    deliveries: listOf(
      object<UseProof>({ ...entry, delivery: text, place: count, path: texts }, [
        "entry",
        "index",
        "proof",
        "delivery",
        "place",
        "path",
      ]),
    ),
    unlogged: listOf(
      object<UnloggedUse>(
        {
          kind: text,
          state: text,
          messageId: orNull(text),
          at: orNull(text),
          basis: orNull(text),
          evidence: texts,
        },
        ["kind", "state", "messageId", "at", "basis", "evidence"],
      ),
    ),
  },
  ["log", "publications", "facts", "deliveries", "unlogged"],
);

const logged = object<LoggedFact>(
  {
    id: name,
    type: name,
    at: name,
    position: count,
    subject: name,
    source: text,
    body: record,
    shown: orNull(record),
    sealed: orNull(text),
    recordedAt: name,
    writtenAt: name,
  },
  ["id", "type", "at", "position", "subject", "source", "body", "shown", "sealed", "recordedAt", "writtenAt"],
);

/** The receipt, or what is wrong with its shape. */
export function readReceipt(text: string): ReadReceipt | Problem {
  const file = parsed(text);
  if (file instanceof Problem) return file;
  const stated = within(statement, file, "statement");
  if (stated instanceof Problem) return stated;
  const proofs = within(evidence, file, "evidence");
  if (proofs instanceof Problem) return proofs;
  const facts: LoggedFact[] = [];
  for (const [i, { entry }] of proofs.facts.entries()) {
    const said = parsed(entry);
    const fact = said instanceof Problem ? said : logged(said);
    if (fact instanceof Problem) return fact.under(`.evidence.facts[${i}].entry`);
    facts.push(fact);
  }
  return { file, statement: stated, evidence: proofs, facts };
}

/** A JSON object, or that it is none. */
export function parsed(text: string): Json | Problem {
  try {
    return record(JSON.parse(text));
  } catch {
    return expected("JSON", text);
  }
}

function within<T>(read: Reader<T>, file: Json, field: string): T | Problem {
  const value = Object.hasOwn(file, field) ? read(file[field]) : new Problem("is missing");
  return value instanceof Problem ? value.under(`.${field}`) : value;
}
