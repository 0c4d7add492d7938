// Loads the demo: a Spanish shop with some hundreds of people, so that a newcomer sees the whole way round.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demoPeople } from "./app/imports/demo-people.ts";
import { recordLines } from "./app/imports/record-lines.ts";
import type { World } from "./app/ports.ts";
import { applySetup } from "./app/setup/apply.ts";
import { readSetupFile } from "./app/setup/setup-file.ts";
import { CodedError } from "./errors.ts";

const folder = join(import.meta.dirname, "..", "examples", "lunaria");

/** Does nothing where something is set up already. */
export async function loadDemo(world: World, log: (line: string) => void): Promise<void> {
  if (await world.store.setup.current()) return;
  const read = readSetupFile(readFileSync(join(folder, "licet.yaml"), "utf8"));
  if (!read.ok) throw new CodedError("setup-malformed", read.mistakes[0]?.problem);
  await applySetup(world, read.declared);
  const people = demoPeople(world.clock.now());
  await recordLines(world, lines(people), "file");
  log(`loaded the demo shop: ${people.length} people with mixed histories`);
}

async function* lines(people: Iterable<unknown>): AsyncGenerator<string> {
  for (const person of people) yield JSON.stringify(person);
}
