// From one row to the facts that it tells: what stops apart from what opens, since who has left is recorded first.
import type { Instant } from "../../core/instant.ts";
import type { ErrorCode } from "../../errors.ts";
import { type Address, parseAddress } from "../../ledger/address.ts";
import { clockToleranceMs } from "../../ledger/clock.ts";
import type { NewFact } from "../ports.ts";
import { countryOf } from "./country-names.ts";
import type { Field, State } from "./mapping.ts";
import type { Plan } from "./plan.ts";
import { readLine } from "./read-line.ts";
import { type Doing, openingFacts, sourceFact, stopFact } from "./row-facts.ts";
import { latest, type ReadDate, readDate } from "./tables/dates.ts";
import { isBad, type ReadRow } from "./tables/table.ts";

type Json = Readonly<Record<string, unknown>>;

export interface RowRead {
  readonly ok: true;
  readonly row: number;
  readonly address: Address;
  readonly language?: string;
  readonly recipient?: Json;
  /** Where somebody signed up, as the file calls it. */
  readonly form?: string;
  /** Where the address came from. */
  readonly source: NewFact | null;
  /** Never empty where the row says that the person has left; then `opens` is empty. */
  readonly stops: readonly NewFact[];
  readonly opens: readonly NewFact[];
}

export interface RowRefused {
  readonly ok: false;
  readonly row: number;
  readonly code: ErrorCode;
  readonly problem: string;
  readonly cells: readonly string[];
}

const nothing = /^(|0|no|false|n|off|null|none|n\/a|-|\[\])$/i;

/** Whether a cell says yes. Whatever is not plainly a no counts as one: a reason for a bounce is a bounce. */
const says = (cell: string) => !nothing.test(cell.trim());

/** What says that somebody has left: a flag, a moment, or a state. */
const leaving = [
  { type: "objection.raised", flag: "stopped", time: "stoppedAt", state: "stopped" },
  { type: "address.bounced", flag: "bounced", time: "bouncedAt", state: "bounced" },
  { type: "complaint.received", flag: "complained", time: "complainedAt", state: "complained" },
] as const;
type Leaving = (typeof leaving)[number];

/** Whether the row, if it can be read at all, is one of those who have left. */
export function tellsOfLeaving(plan: Plan, read: ReadRow): boolean {
  if (isBad(read) || plan.places.facts !== undefined) return false;
  const state = stateIn(plan, cellIn(plan, read.cells, "state").toLowerCase());
  return leaving.some((way) => leaves(plan, read.cells, state, way));
}

function leaves(plan: Plan, cells: readonly string[], state: State | undefined, way: Leaving): boolean {
  const flagged = plan.places[way.flag]?.some((place) => says(cells[place]!)) ?? false;
  return flagged || cellIn(plan, cells, way.time) !== "" || state === way.state;
}

/** What is written in the first column of a field that holds anything. */
function cellIn(plan: Plan, cells: readonly string[], field: Field): string {
  for (const place of plan.places[field] ?? []) {
    const value = cells[place]!.trim();
    if (value !== "") return value;
  }
  return "";
}

function stateIn(plan: Plan, word: string): State | undefined {
  if (plan.places.state === undefined || plan.everybody !== undefined) return plan.everybody;
  return Object.hasOwn(plan.states, word) ? plan.states[word] : undefined;
}

/** Whom a row is about; null: it cannot be read, or names nobody. */
export function addressIn(plan: Plan, read: ReadRow): Address | null {
  return isBad(read) ? null : parseAddress(cellIn(plan, read.cells, "email"));
}

/** @param address - the one in it, where that is known already. */
export function readRow(
  plan: Plan,
  read: ReadRow,
  address: Address | null = addressIn(plan, read),
): RowRead | RowRefused {
  const { row, cells } = read;
  const refuse = (code: ErrorCode, problem: string): RowRefused => ({ ok: false, row, code, problem, cells });
  if (isBad(read)) return refuse("row-malformed", read.problem);
  const cell = (field: Field): string => cellIn(plan, cells, field);

  if (address === null)
    return refuse(
      "address-malformed",
      "expected an address that mail can be sent to in the column of the address",
    );
  if (plan.places.facts !== undefined) return readFactsRow(plan, row, cells, address, refuse);

  const word = cell("state").toLowerCase();
  const state = stateIn(plan, word);
  const stops = leaving
    .filter((way) => leaves(plan, cells, state, way))
    .map(({ type, time }) => {
      const written = cell(time);
      // A day that cannot be read makes nobody stay: it holds from the import on.
      const date = written === "" ? null : readDate(written, plan.dates, plan.from1904);
      const at = date === null ? plan.at : (Math.min(latest(date), plan.at) as Instant);
      return stopFact(plan, row, type, at);
    });

  const form = cell("form");
  const language = cell("language").replace("_", "-");
  const about = {
    ...(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(language) && { language }),
    recipient: recipientOf(cell, plan.country),
    source: sourceFact(plan, row),
    ...(form !== "" && { form }),
  };
  if (stops.length > 0) return { ok: true, row, address, ...about, stops, opens: [] };
  if (
    plan.places.state !== undefined &&
    state === undefined &&
    (word !== "" || plan.states[""] !== undefined)
  )
    return refuse(
      "row-malformed",
      "the column of the state holds a word that is not known; map it under `states`",
    );

  const dates: Partial<Record<Field, ReadDate>> = {};
  for (const field of ["consentAt", "confirmedAt", "boughtAt", "activeAt"] as const) {
    const written = cell(field);
    if (written === "") continue;
    const date = readDate(written, plan.dates, plan.from1904);
    if (date === null)
      return refuse("row-malformed", `the column of \`${field}\` holds no date as the others are written`);
    if (date.at > plan.at + clockToleranceMs)
      return refuse("fact-ahead", `the column of \`${field}\` holds a date that is still to come`);
    dates[field] = date;
  }
  const category = cell("category");
  if (/[@\uFE6B\uFF20]|%40/.test(category))
    return refuse("row-malformed", "the column of the category holds an address");
  const doing: Doing = {
    dates,
    form,
    category,
    state,
    consentFrom: cell("consentFrom"),
    confirmedFrom: cell("confirmedFrom"),
    bought: plan.places.orders === undefined || says(cell("orders")),
    paid:
      plan.places.spent === undefined
        ? undefined
        : Number(
            cell("spent")
              .replace(/[^\d.,-]/g, "")
              .replace(",", "."),
          ) > 0,
    refused: plan.places.acceptsAdvertising !== undefined && !says(cell("acceptsAdvertising")),
  };
  return { ok: true, row, address, ...about, stops: [], opens: openingFacts(plan, row, doing) };
}

function recipientOf(cell: (field: Field) => string, otherwise: string | undefined): Json {
  const country = countryOf(cell("country")) ?? otherwise ?? null;
  const number = cell("companyNumber");
  const born = /^\d{4}-\d{2}-\d{2}$/.test(cell("birthDate")) ? cell("birthDate") : "";
  return {
    ...(country !== null && { country }),
    ...(number !== "" && { kind: "legal", legalPersonProof: number }),
    ...(born !== "" && { birthDate: born }),
  };
}

/** A row in the contract's own vocabulary is read as a line of `licet record`. */
function readFactsRow(
  plan: Plan,
  row: number,
  cells: readonly string[],
  address: Address,
  refuse: (code: ErrorCode, problem: string) => RowRefused,
): RowRead | RowRefused {
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  const place = (field: Field) => cells[plan.places[field]?.[0] ?? -1] ?? "";
  const recipient = Object.fromEntries(
    plan.recipient
      .map(([name, at]) => [name, cells[at]!] as const)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [name, value === "true" ? true : value === "false" ? false : value]),
  );
  const read = readLine(
    {
      email: address.typed,
      recipient,
      ...(place("language") !== "" && { language: place("language") }),
      facts: parse(place("facts")),
    },
    plan.told,
  );
  if (!read.ok) return refuse(read.code, read.problem);
  const { facts, language } = read.entry;
  const ahead = facts.find(({ fact }) => fact.at > plan.at + clockToleranceMs);
  if (ahead !== undefined) return refuse("fact-ahead", "a fact is dated at a moment that is still to come");
  return {
    ok: true,
    row,
    address,
    ...(language && { language }),
    recipient,
    source: null,
    stops: [],
    opens: facts,
  };
}
