// Whose verdict hangs on an exclusion list: the only people whose addresses its keeper needs to see (GDPR 5(1)(c)).
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import { registersIn } from "../setup/law-for.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";
import { everybody } from "../subjects/everybody.ts";
import { registersHeeded } from "./load-register.ts";

/**
 * The addresses of people who could be written to for some purpose if the list were fresh and did not hold them.
 *
 * @throws CodedError `setup-missing`, `register-unknown`.
 */
export async function* addressesToAsk(world: World, register: string): AsyncGenerator<string> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  if (!registersHeeded(setup).includes(register)) throw new CodedError("register-unknown", `\`${register}\``);
  const purposes = Object.values(setup.purposes).filter(({ content }) => content.kind === "marketing");
  const at = world.clock.now();
  for await (const person of everybody(world)) {
    const { address, recipient } = person;
    if (address === null || !registersIn(setup, recipient.country).includes(register)) continue;
    const clear = { snapshotAt: at, listed: false };
    const registers = Object.fromEntries(
      registersIn(setup, recipient.country).map((name) => [name, clear] as const),
    );
    const listed = { ...registers, [register]: { snapshotAt: at, listed: true } };
    const hangs = purposes.some((purpose) => {
      const asked = purposeOf(purpose);
      return (
        decideFor(setup, { ...person, registers }, asked, at).outcome === "permit" &&
        decideFor(setup, { ...person, registers: listed }, asked, at).outcome === "refusal"
      );
    });
    if (hangs) yield address;
  }
}
