// What a set-up of sound shape can still get wrong: a name that leads nowhere, a thing told twice, own rules that loosen
// the law. What its wordings and forms get wrong in law, the lint tells (src/app/lint).
import { cellText } from "../../core/cell-words.ts";
import { type Loosening, loosenings, type Tightening } from "../../core/tightening.ts";
import { CodedError } from "../../errors.ts";
import { readPiece } from "../../mail/liquid.ts";
import { closestWord } from "./closest-word.ts";
import type { Path } from "./marked-yaml.ts";
import type { DeclaredForm, DeclaredSetup, Localised } from "./setup.ts";

/** `problem` goes on from the path: "`forms.x.notice` names no notice: …". */
export interface Finding {
  readonly path: Path;
  readonly problem: string;
}

/** Every finding, in no particular order; none: the set-up may be published. */
export function misdeclared(setup: DeclaredSetup): Finding[] {
  return [
    ...repeated(setup.controller.languages, ["languages"], "language"),
    ...Object.entries(setup.purposes).flatMap(([key, purpose]) => [
      ...dangling(setup.senders, purpose.sender, ["purposes", key, "sender"], "sender"),
      ...reservedPurpose(key, purpose.kind),
    ]),
    ...Object.entries(setup.clauses).flatMap(([key, { purpose }]) =>
      needsKind(setup, purpose, "marketing", ["clauses", key, "purpose"]),
    ),
    ...Object.entries(setup.forms).flatMap(([key, form]) => misdeclaredForm(setup, key, form)),
    ...loosened(setup.tightenings),
  ];
}

/** Own rules that would loosen the law, each with what the law says. */
export function loosened(tightenings: Readonly<Record<string, Tightening>>): Finding[] {
  return Object.entries(tightenings).flatMap(([key, tightening]) =>
    loosenings(tightening).map((loosening) => ({
      path: ["tightenings", key, "cells", loosening.cell],
      problem: looserProblem(tightening, loosening),
    })),
  );
}

/** What the law says instead. */
export function looserProblem(
  { jurisdiction: only }: Pick<Tightening, "jurisdiction">,
  { cell, jurisdiction, law }: Loosening,
): string {
  const row = only === undefined ? `the loosest row, ${jurisdiction},` : `the row ${jurisdiction}`;
  const words = cellText(cell, { value: law });
  return `would loosen the law, and own rules may only be stricter: ${row} has \`${JSON.stringify(law)}\` (${words})`;
}

function misdeclaredForm(setup: DeclaredSetup, key: string, form: DeclaredForm): Finding[] {
  const path = ["forms", key];
  const findings = [
    ...dangling(setup.notices, form.notice, [...path, "notice"], "notice"),
    ...form.boxes.flatMap((clause, index) =>
      dangling(setup.clauses, clause, [...path, "boxes", index], "clause"),
    ),
    ...repeated(
      form.boxes.map((clause) => setup.clauses[clause]?.purpose ?? clause),
      [...path, "boxes"],
      "box for the purpose",
    ),
    ...repeated(form.countries ?? [], [...path, "countries"], "country"),
  ];
  if (form.kind === "order")
    findings.push(
      ...repeated(
        form.products.map((product) => product.key),
        [...path, "products"],
        "product",
      ),
    );
  if (form.kind === "informationRequest")
    findings.push(
      ...needsKind(setup, form.purpose, "requestedInformation", [...path, "purpose"]),
      ...unreadable(form.answer.subject, [...path, "answer", "subject"]),
      ...unreadable(form.answer.body, [...path, "answer", "body"]),
    );
  return findings;
}

function needsKind(setup: DeclaredSetup, purpose: string, kind: string, path: Path): Finding[] {
  const missing = dangling(setup.purposes, purpose, path, "purpose");
  const found = setup.purposes[purpose]?.kind;
  return missing.length > 0 || found === kind
    ? missing
    : [
        {
          path,
          problem: `should name a purpose of kind \`${kind}\`; \`${purpose}\` is of kind \`${found}\``,
        },
      ];
}

/** A mail that cannot be written must not be promised. */
function unreadable(texts: Localised, path: Path): Finding[] {
  return Object.entries(texts).flatMap(([language, text]) => {
    try {
      readPiece(text, "html", "the text");
      return [];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return [{ path: [...path, language], problem: `should be Liquid that can be read: ${error.detail}` }];
    }
  });
}

/** Words that facts use in the place of a purpose's key: decision-contract, `objection.raised` and tracking. */
function reservedPurpose(key: string, kind: string): Finding[] {
  if (key === "direct-marketing")
    return [
      {
        path: ["purposes", key],
        problem:
          "cannot be a key: an objection to `direct-marketing` is one to every purpose; take another word",
      },
    ];
  if (key === "email-tracking" && kind !== "marketing")
    return [
      {
        path: ["purposes", key, "kind"],
        problem:
          "should be `marketing`: whoever consents to `email-tracking` may be measured, and that needs a box",
      },
    ];
  return [];
}

/** A key that names nothing declared. */
export function dangling(
  declared: Readonly<Record<string, unknown>>,
  key: string,
  path: Path,
  what: string,
): Finding[] {
  if (Object.hasOwn(declared, key)) return [];
  const near = closestWord(key, Object.keys(declared));
  return [
    {
      path,
      problem: `names no ${what} that is declared: \`${key}\`${near === null ? "" : ` (did you mean \`${near}\`?)`}`,
    },
  ];
}

function repeated(keys: readonly string[], path: Path, what: string): Finding[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [{ path: [...path, index], problem: `is a second ${what} \`${key}\`; keep one of them` }],
  );
}
