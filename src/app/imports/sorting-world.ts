// What sorting a list needs of the world, where nothing is recorded.
import type { PeopleTable, SetupTable, World } from "../ports.ts";
import type { RegistersTable } from "../registers/registers-table.ts";
import type { ImportsTable } from "./imports-table.ts";

export interface SortingWorld extends Pick<World, "clock" | "ids" | "secrets"> {
  readonly store: {
    readonly setup: Pick<SetupTable, "current">;
    readonly people: Pick<PeopleTable, "find" | "onRecord" | "factsWithIds">;
    readonly registers: Pick<RegistersTable, "consult">;
    readonly imports: Pick<ImportsTable, "ofFile">;
  };
}
