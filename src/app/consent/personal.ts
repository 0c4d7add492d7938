// What is personal in a fact as it was told, apart from the skeleton that stays: which act, when, under which versions.
import { bare, type Fact } from "../../core/facts.ts";
import type { Recipient } from "../../core/question.ts";

type Json = Readonly<Record<string, unknown>>;

export interface Parts {
  readonly skeleton: Json;
  /** Whole fields, each to be put back in the place of what the skeleton has of it. Null: nothing is personal. */
  readonly personal: Json | null;
}

/** The skeleton holds what the rules read; what they do not know may say anything, so it counts as personal. */
export function partsOfFact(body: Json, fact: Fact): Parts {
  return split(body, bare(fact));
}

/** Of a recipient, the date of birth and the company-register number are personal; the rest chooses the law. */
export function partsOfDescription(body: Json, recipient: Recipient): Parts {
  const { birthDate: _day, legalPersonProof: _number, ...known } = recipient;
  return split(body, { ...body, recipient: known });
}

function split(body: Json, known: Json): Parts {
  const keys = Object.keys(body);
  // Mostly nothing is personal, and then nothing is copied.
  if (keys.every((key) => keptOf(body, known, key) === body[key])) return { skeleton: body, personal: null };
  const skeleton: Record<string, unknown> = {};
  const personal: Record<string, unknown> = {};
  for (const key of keys) {
    const value = body[key];
    const kept = keptOf(body, known, key);
    if (kept !== undefined) skeleton[key] = kept;
    if (kept !== value) personal[key] = value;
  }
  return { skeleton, personal };
}

function keptOf(body: Json, known: Json, key: string): unknown {
  return Object.hasOwn(known, key) ? keep(body[key], known[key]) : undefined;
}

/** The value itself where all of it is known, else the part of it that is. */
function keep(value: unknown, known: unknown): unknown {
  if (!isObject(value) || !isObject(known)) return value;
  const parts = split(value, known);
  return parts.personal === null ? value : parts.skeleton;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
