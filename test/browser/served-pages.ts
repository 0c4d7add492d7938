// The public pages on servers of one world: as they usually are, and as they are under pressure, in trouble, or without a set-up.
import { pino } from "pino";
import type { World } from "../../src/app/ports.ts";
import { CodedError } from "../../src/errors.ts";
import { type AppOptions, createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";

export interface ServedPages {
  /** The address of a path on the server of that condition. */
  at(path: string, condition?: Condition): string;
  /** Every page and every answer to a form that the product has, as `GET /f/:form`. */
  readonly routes: readonly string[];
  /** Those of them that somebody has asked for. */
  readonly visited: ReadonlySet<string>;
  close(): Promise<void>;
}

/** `own`: beside no built-in mailbox. `pressed`: more forms came than the limit. `busy`: too many of anything. */
export type Condition = "usual" | "own" | "pressed" | "busy" | "failing" | "unreachable" | "unset";

/** What is for programs and for browsers, not for people. */
const noPage = /^(GET|POST|PUT|DELETE) \/(api|hooks|ledger|mcp|widget|assets|healthz|o|l)\b/;

export async function servePages(world: World): Promise<ServedPages> {
  const visited = new Set<string>();
  const logger = pino(
    {},
    {
      write(line) {
        const { msg, method, path } = JSON.parse(line);
        if (msg === "request") visited.add(`${method} ${path}`);
      },
    },
  );
  const many = { requests: 1_000_000, windowSeconds: 600 };
  const none = { requests: 0, windowSeconds: 600 };
  const options = { mailbox: true, ready: () => true, limits: { posts: many }, logger };
  const failingWith = (error: Error): World => ({
    ...world,
    store: { ...world.store, setup: { ...world.store.setup, version: () => Promise.reject(error) } },
  });
  const unset: World = {
    ...world,
    store: { ...world.store, setup: { ...world.store.setup, current: async () => null } },
  };
  const conditions: Record<Condition, readonly [World, AppOptions]> = {
    usual: [world, options],
    own: [world, { ...options, mailbox: false }],
    pressed: [world, { ...options, limits: { posts: many, forms: { network: none, form: none } } }],
    busy: [world, { ...options, limits: { posts: none } }],
    failing: [failingWith(new Error("away")), options],
    unreachable: [failingWith(new CodedError("database-unreachable", "for the test")), options],
    unset: [unset, options],
  };
  const servers = new Map<string, Awaited<ReturnType<typeof serve>>>();
  for (const [condition, [served, with_]] of Object.entries(conditions))
    servers.set(condition, await serve(createApp(served, with_), 0));
  const routes = createApp(world, options)
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !noPage.test(route));
  return {
    at: (path, condition = "usual") => `http://127.0.0.1:${servers.get(condition)?.port}${path}`,
    routes: [...new Set(routes)],
    visited,
    async close() {
      for (const server of servers.values()) await server.close();
    },
  };
}
