/**
 * The official exclusion lists, which bind where the basis is not the person's consent.
 *
 * Source: Directive 2000/31/EC 7(2); LOPDGDD 23.4; TKG 2021 174(4); Lei 41/2004 13-B.
 */
import { isLegalPerson } from "./bases/corporate-opt-out.ts";
import { hours } from "./instant.ts";
import type { RegisterEntry } from "./question.ts";
import type { View } from "./view.ts";

/** What the registers in use say together. */
export type RegisterFinding = {
  readonly listed: boolean;
  readonly stale: boolean;
  /** The last instant at which they neither list the person nor are out of date, if nothing else changes. */
  readonly clearUntil: number;
};

/** How long a copy of a register answers for anybody. */
export const SNAPSHOT_LIVES_MS = hours(24);
const NONE_IN_USE: RegisterFinding = { listed: false, stale: false, clearUntil: Infinity };

/** Consults the registers of the row, and for the strict default all that the question carries. */
export function consultRegisters(view: View): RegisterFinding {
  const { row, asked } = view;
  const carried = asked.registers ?? {};
  const inUse = row.registersCarried ? new Set([...row.registers, ...Object.keys(carried)]) : row.registers;
  if (row.registersLegalOnly && !isLegalPerson(asked.recipient)) return NONE_IN_USE;
  let finding = NONE_IN_USE;
  for (const register of inUse) {
    const entry = Object.hasOwn(carried, register) ? carried[register] : undefined;
    finding = together(finding, readEntry(entry, view.at));
  }
  return finding;
}

function readEntry(entry: RegisterEntry | undefined, at: number): RegisterFinding {
  if (entry === undefined) return { listed: false, stale: true, clearUntil: -Infinity };
  const freshUntil = entry.snapshotAt + SNAPSHOT_LIVES_MS;
  const listedFrom = entry.listed ? (entry.effectiveAt ?? -Infinity) : Infinity;
  return {
    listed: at >= listedFrom,
    stale: at > freshUntil,
    clearUntil: Math.min(freshUntil, listedFrom - 1),
  };
}

function together(one: RegisterFinding, other: RegisterFinding): RegisterFinding {
  return {
    listed: one.listed || other.listed,
    stale: one.stale || other.stale,
    clearUntil: Math.min(one.clearUntil, other.clearUntil),
  };
}
