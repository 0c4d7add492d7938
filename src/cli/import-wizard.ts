// Asks in the terminal what a file holds that no preset fits: proposes, shows examples, and takes nothing for granted.
import type { Readable, Writable } from "node:stream";
import { cancel, confirm, isCancel, log, note, select } from "@clack/prompts";
import type { MappingFile } from "../app/imports/claims.ts";
import { FIELDS, type Field, STATES, type State } from "../app/imports/mapping.ts";
import type { ProposedColumn } from "../app/imports/propose.ts";
import type { DayOrder } from "../app/imports/tables/dates.ts";
import { Interrupted } from "./failure.ts";
import { columns } from "./terminal.ts";

/** The terminal; a test has another. */
export interface Asking {
  readonly input?: Readable;
  readonly output?: Writable;
}

const meanings: Readonly<Record<State, string>> = {
  consented: "consented, if a column says when",
  unconfirmed: "signed up and never confirmed",
  silent: "says nothing of consent",
  stopped: "has left",
  bounced: "the address failed",
  complained: "reported a mail as spam",
};

/** What the columns hold, and what the words of the column of states mean. */
export async function askMapping(
  proposed: readonly ProposedColumn[],
  asking: Asking = {},
): Promise<Pick<MappingFile, "columns" | "states">> {
  const rows = proposed.map(({ column, field, examples }) => [column, field ?? "–", examples.join(" · ")]);
  note(
    columns([["column", "holds", "for example"], ...rows]).join("\n"),
    "What the file seems to hold",
    asking,
  );
  const right = await answered(confirm({ message: "Is that what the columns hold?", ...asking }));
  const fields: Record<string, Field> = {};
  for (const { column, field, examples } of proposed) {
    const chosen = right ? field : await askField(column, field, examples, asking);
    if (chosen !== null) fields[column] = chosen;
  }
  const states: Record<string, State> = {};
  for (const { column, words } of proposed) {
    if (fields[column] !== "state") continue;
    for (const word of words)
      states[word.toLowerCase()] = await answered(
        select<State>({
          message: `\`${column}\` is \`${word}\`. What does that say of the person?`,
          options: STATES.map((value) => ({ value, label: meanings[value] })),
          initialValue: "silent",
          ...asking,
        }),
      );
  }
  return { columns: fields, states };
}

async function askField(
  column: string,
  field: Field | null,
  examples: readonly string[],
  asking: Asking,
): Promise<Field | null> {
  return answered(
    select<Field | null>({
      message: `What does \`${column}\` hold? (${examples.join(" · ") || "nothing"})`,
      options: [
        { value: null, label: "nothing of this" },
        ...FIELDS.map((value) => ({ value, label: value })),
      ],
      initialValue: field,
      maxItems: 8,
      ...asking,
    }),
  );
}

/** @param question - why it is asked: a date that may be read in two ways. */
export function askDates(question: string, asking: Asking = {}): Promise<DayOrder> {
  log.warn(question, asking);
  return answered(
    select<DayOrder>({
      message: "Which comes first in the dates of this file?",
      options: [
        { value: "day-first", label: "the day, as in most of Europe: 03/04 is 3 April" },
        { value: "month-first", label: "the month, as in the United States: 03/04 is 4 March" },
      ],
      ...asking,
    }),
  );
}

export function askToRecord(asking: Asking = {}): Promise<boolean> {
  return answered(confirm({ message: "Put this on record?", initialValue: false, ...asking }));
}

async function answered<Answer>(prompt: Promise<Answer>): Promise<Exclude<Answer, symbol>> {
  const answer = await prompt;
  if (!isCancel(answer)) return answer as Exclude<Answer, symbol>;
  cancel("nothing was recorded");
  throw new Interrupted("SIGINT");
}
