// A form in a frame on the controller's own pages: who may frame it.
import type { Context } from "hono";
import type { World } from "../../app/ports.ts";

/**
 * The origins that may show this page in a frame, where it was asked for as `?embed`; null: nobody may.
 *
 * The set-up in force decides, also for what was sent from a page of an earlier one.
 */
export async function framedBy(c: Context, world: World): Promise<readonly string[] | null> {
  const key = /^\/f\/([^/]+)$/.exec(c.req.path)?.[1];
  if (key === undefined || c.req.query("embed") === undefined) return null;
  const setup = await world.store.setup.current();
  const form = setup && Object.hasOwn(setup.forms, key) ? setup.forms[key] : undefined;
  return form?.content.embedding?.origins ?? null;
}
