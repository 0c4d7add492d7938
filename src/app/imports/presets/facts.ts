// Licet's own vocabulary in a table: one person a row, the facts as JSON in one cell, as `licet record` takes them by line.
import type { Preset } from "../mapping.ts";

/** Such a row says in the contract's own words what was shown and done; it is taken as `licet record` takes it. */
export const facts: Preset = {
  name: "facts",
  title: "facts in the vocabulary of Licet",
  recognisedBy: ["email", "facts"],
  columns: { email: "email", language: "language", facts: "facts" },
  states: {},
};
