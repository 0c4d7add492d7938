// What a browser posted, as text.
import type { Context } from "hono";

export interface Posted {
  one(name: string): string;
  all(name: string): readonly string[];
}

/** A body that is no form counts as an empty one: the page then says what is missing. */
export async function readPosted(c: Context): Promise<Posted> {
  const body = await c.req.formData().catch(() => new FormData());
  const all = (name: string) => body.getAll(name).filter((value) => typeof value === "string");
  return { all, one: (name) => all(name)[0] ?? "" };
}
