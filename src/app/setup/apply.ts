// Puts a declared set-up in force: what is new or changed becomes a version, in one transaction.
import type { SetupTable, World } from "../ports.ts";
import { type Plan, planSetup, type RetiredVersion } from "./plan.ts";
import type { DeclaredSetup, PublicationKind, Setup } from "./setup.ts";

/**
 * Applies a set-up. The same one a second time publishes nothing and writes nothing.
 *
 * The permissions of purposes that are gone go with them, so that a running campaign finds nobody. Those of changed
 * purposes, or of all under other rules of the controller's own, are decided again by the sweep, and by the gate before it.
 *
 * @throws CodedError `setup-malformed` if the controller's id would change.
 */
export async function applySetup(
  world: Pick<World, "store" | "clock">,
  declared: DeclaredSetup,
): Promise<Plan> {
  return await world.store.transaction(async (tables) => {
    const plan = await previewSetup(tables.setup, declared);
    if (plan.publish.length === 0 && plan.retire.length === 0) return plan;
    if (declared.assets) await tables.assets.add(declared.assets);
    await tables.setup.publish(plan.publish, plan.retire, world.clock.now());
    await tables.permissions.dropPurposesExcept(Object.keys(declared.purposes));
    return plan;
  });
}

/** What applying would do; writes nothing. */
export async function previewSetup(
  setup: Pick<SetupTable, "current" | "version">,
  declared: DeclaredSetup,
): Promise<Plan> {
  const current = await setup.current();
  return planSetup(current, declared, await retiredVersions(setup, current, declared));
}

/** A key that comes back goes on counting where it stopped. */
async function retiredVersions(
  setup: Pick<SetupTable, "version">,
  current: Setup | null,
  declared: DeclaredSetup,
): Promise<RetiredVersion> {
  const last = new Map<string, number>();
  const look = async (kind: PublicationKind, inForce: object | undefined, wanted: object) => {
    for (const key of Object.keys(wanted)) {
      if (inForce !== undefined && Object.hasOwn(inForce, key)) continue;
      let version = 0;
      while ((await setup.version(kind, key, version + 1)) !== null) version++;
      last.set(`${kind} ${key}`, version);
    }
  };
  await look("sender", current?.senders, declared.senders);
  await look("purpose", current?.purposes, declared.purposes);
  await look("clause", current?.clauses, declared.clauses);
  await look("notice", current?.notices, declared.notices);
  await look("form", current?.forms, declared.forms);
  await look("tightening", current?.tightenings, declared.tightenings);
  return (kind, key) => last.get(`${kind} ${key}`) ?? 0;
}
