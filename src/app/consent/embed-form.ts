// A form for a page of the controller's own: whether that page may show it, and the token that says so when it comes back.
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";
import { isForChildren } from "./children.ts";
import { type OpenForm, openForm } from "./open-form.ts";

/** Longer than any path that tells one page of a site from another; what is longer is not kept. */
const longestPage = 300;

/**
 * The form in force, for a page of this origin.
 *
 * @param origin - as the browser states it, which no script of a page can change; null: none was stated.
 * @throws CodedError `form-unknown`, `origin-refused` or `form-for-children`
 */
export async function embeddedForm(world: World, key: string, origin: string | null): Promise<OpenForm> {
  const open = await openForm(world, key);
  if (!open) throw new CodedError("form-unknown");
  const { embedding } = open.form.content;
  if (origin === null || !embedding?.origins.includes(origin)) throw new CodedError("origin-refused");
  const setup = await world.store.setup.current();
  if (setup && isForChildren(open.boxes, setup)) throw new CodedError("form-for-children");
  return open;
}

/**
 * The address that goes on record as where the form was shown.
 *
 * The origin is the browser's word. The path is the page's own, so it is kept only below that origin and without what
 * follows it, and not where it may tell of a person: it stays after an erasure.
 *
 * @param told - by the script of the page; empty: nothing.
 */
export function pageShowing(origin: string, told: string): string {
  const page = URL.parse(told);
  if (page?.origin !== origin) return origin;
  const address = `${origin}${page.pathname}`;
  return address.length > longestPage || /@|%40/i.test(address) ? origin : address;
}
