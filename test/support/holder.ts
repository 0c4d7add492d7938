// Somebody outside who keeps every checkpoint of the log from the moment it can be seen, and holds all of them against it.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect } from "vitest";
import { logSigner } from "../../src/app/ledger/log-key.ts";
import { sequence } from "../../src/app/ledger/sequence.ts";
import { verifyLog } from "../../src/app/ledger/verify-log.ts";
import type { World } from "../../src/app/ports.ts";
import { readCheckpoint } from "../../src/ledger/checkpoint.ts";
import { newTree } from "../../src/ledger/merkle.ts";

export interface Holder {
  /** Goes on sequencing; every checkpoint ever seen is of the log as it is now, and the audit is clean. */
  check(world: World, when: string): Promise<void>;
  held(): number;
  close(): Promise<void>;
}

export function openHolder(url: string): Holder {
  const held = new Set<string>();
  let closed = false;
  const looking = (async () => {
    while (!closed) {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
      client.on("error", () => {});
      try {
        await client.connect();
        while (!closed) {
          const { rows } = await client.query<{ note: string }>(
            "select note from checkpoints order by size desc limit 1",
          );
          for (const { note } of rows) held.add(note);
          await sleep(3);
        }
      } catch {
        await sleep(20);
      } finally {
        await client.end().catch(() => {});
      }
    }
  })();
  return {
    held: () => held.size,
    async check(world, when) {
      while ((await sequence(world)).added > 0);
      await expect.poll(() => held.size, { timeout: 20_000 }).toBeGreaterThan(0);
      const signer = await logSigner(world, world.store);
      const { leaves } = await world.store.log.page(0, Number.MAX_SAFE_INTEGER);
      const checkpoints = [...held].map((note) => readCheckpoint(note, signer));
      const tree = newTree([], () => {});
      const roots = new Map<number, Buffer>();
      const sizes = new Set(checkpoints.map((checkpoint) => checkpoint?.size));
      for (const { hash } of leaves) {
        tree.push(hash);
        if (sizes.has(tree.size)) roots.set(tree.size, tree.root());
      }
      for (const checkpoint of checkpoints)
        expect(
          roots.get(checkpoint?.size ?? -1)?.toString("hex"),
          `${when}: checkpoint of ${checkpoint?.size}`,
        ).toBe(checkpoint?.root.toString("hex"));
      const { fault, waiting } = await verifyLog(world, { held: [...held][0]! });
      expect({ when, fault, waiting }).toEqual({ when, fault: null, waiting: { facts: 0, deliveries: 0 } });
    },
    async close() {
      closed = true;
      await looking;
    },
  };
}
