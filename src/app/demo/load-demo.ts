// Fills an empty database with the people of the demo: some hundreds of histories that end today.
import { formatInstant, type Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import type { Entry } from "../consent/entry.ts";
import { openForm } from "../consent/open-form.ts";
import { record } from "../consent/record.ts";
import type { World } from "../ports.ts";
import { histories } from "./histories.ts";
import { demoName } from "./names.ts";
import { type Scene, storyteller } from "./storyteller.ts";

const atOnce = 100;

/**
 * Records the people of the demo, unless somebody is on record already. The set-up of examples/lunaria must be applied.
 *
 * @returns how many people were recorded.
 */
export async function loadDemo(world: World): Promise<number> {
  if ((await world.store.people.count()) > 0) return 0;
  const people = demoPeople(await setScene(world));
  for (let start = 0; start < people.length; start += atOnce)
    for (const recorded of await record(world, people.slice(start, start + atOnce)))
      if (!recorded.ok) throw recorded.error;
  return people.length;
}

async function setScene(world: World): Promise<Scene> {
  const [setup, signUp, order, catalogue] = await Promise.all([
    world.store.setup.current(),
    openForm(world, "sign-up"),
    openForm(world, "order"),
    openForm(world, "catalogue"),
  ]);
  if (!setup || !signUp || !order || !catalogue)
    throw new CodedError("setup-missing", "the demo needs the set-up in `examples/lunaria/licet.yaml`");
  const purposes = Object.fromEntries(
    Object.entries(setup.purposes).map(([key, { content }]) => [key, content]),
  );
  return {
    now: world.clock.now(),
    publicUrl: world.publicUrl,
    forms: { signUp, order, catalogue },
    purposes,
  };
}

/** The same people every time, and their histories up to `now`. */
export function demoPeople(scene: Scene): Entry[] {
  const people: Entry[] = [];
  for (const { people: count, countries, tell, age, recipient } of histories)
    for (let turn = 0; turn < count; turn++) {
      const number = people.length;
      const country = countries[turn % countries.length]!;
      const { address, language } = demoName(number, country);
      const person = storyteller(scene, number, language);
      tell(person);
      people.push({
        who: { address: parseAddress(address)! },
        language,
        recipient: {
          country,
          ...recipient,
          ...(age !== undefined && { birthDate: bornFor(age, scene.now) }),
        },
        facts: person.facts,
        acknowledged: true,
      });
    }
  return people;
}

/** New Year's Day, so many years ago. */
function bornFor(age: number, now: Instant): string {
  return `${Number(formatInstant(now).slice(0, 4)) - age}-01-01`;
}
