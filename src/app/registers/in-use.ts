// Which exclusion lists bind where, and until when the copies in use answer.
import type { Instant } from "../../core/instant.ts";
import { SNAPSHOT_LIVES_MS } from "../../core/registers.ts";
import { COUNTRIES } from "../../core/rows.ts";
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import { registersIn } from "../setup/law-for.ts";
import { type KnownRegister, registerNamed } from "./known-registers.ts";
import { registersHeeded } from "./load-register.ts";
import type { RegisterSnapshot } from "./registers-table.ts";

export interface RegisterInUse extends Pick<KnownRegister, "title" | "from"> {
  readonly register: string;
  /** Codes of the countries for whose recipients it binds. */
  readonly binds: readonly string[];
  /** The newest copy. */
  readonly copy: RegisterSnapshot | null;
  /** The last instant at which that copy answers. */
  readonly until: Instant | null;
}

/** @throws CodedError `setup-missing`. */
export async function registersInUse(world: World): Promise<readonly RegisterInUse[]> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  const copies = await world.store.registers.newest();
  return registersHeeded(setup).map((register) => {
    const { title, from } = registerNamed(register);
    const copy = copies.find((one) => one.register === register) ?? null;
    return {
      ...{ register, title, from, copy },
      binds: COUNTRIES.map(({ code }) => code).filter((code) => registersIn(setup, code).includes(register)),
      until: copy && ((copy.takenAt + SNAPSHOT_LIVES_MS) as Instant),
    };
  });
}
