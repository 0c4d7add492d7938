// How the command speaks: colours where a person reads, plain lines where a program does, and quiet when the reader leaves.
import { once } from "node:events";
import { stripVTControlCharacters, styleText } from "node:util";
import { formatInstant, type Instant } from "../core/instant.ts";

export type Style = Parameters<typeof styleText>[0];

/** The program that reads our output has gone, as `head` does when it has seen enough. Nothing is wrong. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

let gone = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  gone = true;
});

/** Writes to standard output, no faster than it is read. */
export async function write(text: string): Promise<void> {
  if (gone) throw new ReaderGone();
  if (process.stdout.write(text)) return;
  await once(process.stdout, "drain").catch(() => {
    throw new ReaderGone();
  });
}

/** One line on standard output. */
export function say(line = ""): Promise<void> {
  return write(`${line}\n`);
}

/** One JSON value as a line on standard output. */
export function sayJson(value: unknown): Promise<void> {
  return write(`${JSON.stringify(value)}\n`);
}

/** One line on standard error, for what is about the work and not its answer. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Styles a text for standard output; plain where colours are not wanted (`NO_COLOR`, a pipe, a file). */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** The same for standard error. */
export function paintError(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stderr });
}

export const count = (value: number): string => value.toLocaleString("en");

/** `1 person`, `2 people`: the count with the word that fits it. */
export function counted(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** An instant to the minute, as `2026-11-23 12:00 UTC`. */
export function minute(at: Instant): string {
  return `${formatInstant(at).slice(0, 16).replace("T", " ")} UTC`;
}

/**
 * Lays rows out in columns, two spaces apart.
 *
 * @param right - indices of the columns that are set flush right, such as numbers.
 */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const space = " ".repeat((widths[i] ?? 0) - width(cell));
        return right.includes(i) ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** What explains a row of figures; left out where the terminal is too narrow for it, since it would break the columns. */
export function aside(words: string): string {
  return (process.stdout.columns ?? 110) < 110 ? "" : paint("dim", words);
}

/** Breaks a sentence into lines that fit, each indented as the first one is meant to be. */
export function wrapped(
  text: string,
  indent: number,
  room = Math.min(process.stdout.columns ?? 100, 100),
): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent + width(line) + 1 + width(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}

function width(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
