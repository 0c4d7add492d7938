// What the columns of a table mean, and which words in them mean that somebody stays, waits or has left.

/** What a column may hold. Each is told in `docs/operate/imports.md`. */
export const FIELDS = [
  "email",
  "country",
  "language",
  "birthDate",
  "companyNumber",
  "state",
  "form",
  "consentAt",
  "consentFrom",
  "confirmedAt",
  "confirmedFrom",
  "stopped",
  "stoppedAt",
  "bounced",
  "bouncedAt",
  "complained",
  "complainedAt",
  "orders",
  "boughtAt",
  "spent",
  "category",
  "acceptsAdvertising",
  "activeAt",
  "facts",
] as const;

export type Field = (typeof FIELDS)[number];

/** These open something, and are dropped where the row also says that the person has left. */
export const dateFields: readonly Field[] = [
  "consentAt",
  "confirmedAt",
  "stoppedAt",
  "bouncedAt",
  "complainedAt",
  "boughtAt",
  "activeAt",
];

/** Columns that can say of a row that its person is not to be written to. */
export const stopFields: readonly Field[] = [
  "state",
  "stopped",
  "stoppedAt",
  "bounced",
  "bouncedAt",
  "complained",
  "complainedAt",
];

/**
 * What a word in the column `state` means. `consented`: the row's other columns tell when; `unconfirmed`: the second step is
 * missing; `silent`: says nothing about consent.
 */
export const STATES = ["consented", "unconfirmed", "silent", "stopped", "bounced", "complained"] as const;
export type State = (typeof STATES)[number];

export interface Mapping {
  /** By the name of the column; of several for one field, each counts. */
  readonly columns: Readonly<Record<string, Field>>;
  /** By the word in lower case; a word that is not here makes its row a bad one. */
  readonly states: Readonly<Record<string, State>>;
  /** What every row of the file says, whatever stands in it: a file of those who have left. */
  readonly everybody?: Extract<State, "stopped" | "bounced" | "complained">;
}

/** How one mailing or shop system writes its exports. */
export interface Preset extends Mapping {
  readonly name: string;
  readonly title: string;
  /** Columns that are all there where the file is one of these; the preset with the most of them is taken. */
  readonly recognisedBy: readonly string[];
  /** Columns by their beginning, where the rest is the name of a list. */
  readonly beginnings?: Readonly<Record<string, Field>>;
  /** Columns that make every row one of those who have left. */
  readonly leavers?: Readonly<Record<string, NonNullable<Mapping["everybody"]>>>;
  /** What whoever imports such a file must know. */
  readonly note?: string;
}

/** What of a preset fits the columns of this file. */
export function mappingOf(preset: Preset, columns: readonly string[]): Mapping {
  const fields = columns.flatMap((name): [string, Field][] => {
    if (Object.hasOwn(preset.columns, name)) return [[name, preset.columns[name]!]];
    const begun = Object.entries(preset.beginnings ?? {}).find(([beginning]) => name.startsWith(beginning));
    return begun ? [[name, begun[1]]] : [];
  });
  const leaver = Object.entries(preset.leavers ?? {}).find(([name]) => columns.includes(name));
  return {
    columns: Object.fromEntries(fields),
    states: preset.states,
    ...(leaver && { everybody: leaver[1] }),
  };
}
