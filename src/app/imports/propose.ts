// What the columns of an unknown file probably hold, by their names and by what stands in them; proposed, and never taken for granted.
import { parseAddress } from "../../ledger/address.ts";
import type { Field } from "./mapping.ts";
import { readDate } from "./tables/dates.ts";
import { isBad, type Table } from "./tables/table.ts";

export interface ProposedColumn {
  readonly column: string;
  readonly field: Field | null;
  /** Up to three values that stand in it. */
  readonly examples: readonly string[];
  /** Its different values, where they are few: of a column of states, each wants a meaning. */
  readonly words: readonly string[];
}

const sampleRows = 2000;
const fewWords = 20;
const longestExample = 40;

/** Names as exports of six languages write them; the first that fits is proposed. Dates only where dates stand in the column. */
const names: readonly (readonly [field: Field, name: RegExp, dated?: true])[] = [
  ["email", /^(e-?mail|correo|courriel|adresse (e-?)?mail|indirizzo e-?mail)/i],
  ["stoppedAt", /unsub|opt.?out|abgemeldet|abmeld|baja|désinscri|disiscri|afgemeld|left|withdr/i, true],
  [
    "stopped",
    /unsub|opt.?out|abgemeldet|abmeld|baja|désinscri|disiscri|afgemeld|do.?not|blacklist|blocklist/i,
  ],
  ["bouncedAt", /bounce|clean|unzustellbar/i, true],
  ["bounced", /bounce|clean|unzustellbar|invalid/i],
  ["complained", /complain|spam|abuse/i],
  ["confirmedAt", /confirm|bestätigt|double.?opt/i, true],
  [
    "consentAt",
    /opt.?in|consent|subscri|angemeldet|anmeld|alta|inscri|iscri|aanmeld|sign.?up|einwillig/i,
    true,
  ],
  ["consentFrom", /(^|[ _-])ip([ _-]|$)|ip.?address/i],
  ["boughtAt", /order|purchase|kauf|bestell|compra|achat|acquisto/i, true],
  ["orders", /^(total )?(orders|bestellungen|pedidos|commandes|ordini)/i],
  ["activeAt", /last.?click|last.?login/i, true],
  ["country", /country|land|país|pais|pays|paese/i],
  ["language", /language|locale|sprache|idioma|langue|lingua|taal/i],
  ["birthDate", /birth|geburt|nacim|naissance|nascita/i],
  ["state", /status|state$|estado|statut|stato/i],
  ["form", /^(form|source|signup.?source|formular)/i],
];

export async function proposeColumns(table: Table): Promise<readonly ProposedColumn[]> {
  const values = table.columns.map(() => new Set<string>());
  let seen = 0;
  for await (const rows of table.rows()) {
    for (const row of rows)
      if (!isBad(row))
        for (const [place, cell] of row.cells.entries()) {
          const value = cell.trim();
          if (value !== "") values[place]?.add(value);
        }
    seen += rows.length;
    if (seen >= sampleRows) break;
  }
  const taken = new Set<Field>();
  const addresses = values.map((found) => share([...found], (value) => parseAddress(value) !== null));
  const likeliest = addresses.indexOf(Math.max(...addresses));
  return table.columns.map((column, place) => {
    const found = [...(values[place] ?? [])];
    const dated =
      share(found, (value) => readDate(value, "day-first") ?? readDate(value, "month-first")) > 0.8;
    const holdsAddresses = place === likeliest && (addresses[place] ?? 0) > 0.5;
    const named = names.find(
      ([field, name, date]) => !taken.has(field) && name.test(column) && (!date || dated),
    );
    const field = holdsAddresses ? "email" : named?.[0] === "email" ? null : (named?.[0] ?? null);
    if (field !== null) taken.add(field);
    return {
      column,
      field,
      examples: found.slice(0, 3).map((value) => value.slice(0, longestExample)),
      words: found.length <= fewWords ? found : [],
    };
  });
}

/** Of how many of the values it is true; of none, 0. */
function share(values: readonly string[], test: (value: string) => unknown): number {
  const some = values.slice(0, 200);
  return some.length === 0 ? 0 : some.filter(test).length / some.length;
}
