// One request by right as a line, as a few lines, and as JSON.
import { type Case, type Timeliness, timeliness } from "../app/rights/case.ts";
import { formatInstant, type Instant } from "../core/instant.ts";
import { minute, paint, type Style, wrapped } from "./terminal.ts";

const styles: Readonly<Record<Timeliness, Style>> = {
  late: ["red", "bold"],
  "due-soon": "red",
  open: "bold",
  answered: "dim",
  "answered-late": "yellow",
};

export function caseRow(one: Case, now: Instant): string[] {
  return [
    paint(styles[timeliness(one, now)], stateWords(one, now)),
    one.right,
    `received ${minute(one.receivedAt)}${one.via ? `, ${one.via}` : ""}`,
    one.id,
  ];
}

export function caseLines(one: Case, now: Instant): string[] {
  const { right, ground, words, identity, extended, answered } = one;
  const lines: (readonly [string, string | null])[] = [
    ["asked for", ground ? `${right} (${ground})` : right],
    [
      "received",
      `${minute(one.receivedAt)}${one.via ? `, ${one.via}` : ""}; on record ${minute(one.recordedAt)}`,
    ],
    ["state", paint(styles[timeliness(one, now)], stateWords(one, now))],
    ["identity", identity],
    ["words", words],
    ["extended", extended && `${minute(extended.at)}${extended.reasons ? `: ${extended.reasons}` : ""}`],
    [
      "answered",
      answered &&
        `${minute(answered.at)}, ${answered.outcome}${answered.words ? `: ${answered.words}` : ""}; on record ${minute(answered.recordedAt)}`,
    ],
    ["person", one.subject],
  ];
  const told = lines.flatMap(([name, text]) =>
    text === null ? [] : [`  ${name.padEnd(11)}${wrapped(text, 13)}`],
  );
  return [paint("bold", one.id), ...told];
}

export function caseJson(one: Case, now: Instant): object {
  const { receivedAt, recordedAt, dueAt, extended, answered, ...rest } = one;
  return {
    ...rest,
    state: timeliness(one, now),
    receivedAt: formatInstant(receivedAt),
    recordedAt: formatInstant(recordedAt),
    dueAt: formatInstant(dueAt),
    extended: extended && { ...extended, at: formatInstant(extended.at) },
    answered: answered && {
      ...answered,
      at: formatInstant(answered.at),
      recordedAt: formatInstant(answered.recordedAt),
    },
  };
}

function stateWords(one: Case, now: Instant): string {
  const state = timeliness(one, now);
  const day = minute(one.dueAt).slice(0, 10);
  if (state === "late") return `late since ${day}`;
  if (state === "open" || state === "due-soon") return `due ${day}`;
  return state === "answered"
    ? `answered (${one.answered?.outcome})`
    : `answered late (${one.answered?.outcome})`;
}
