// Waits for a PostgreSQL that starts again by itself, or is started again by who holds it.
import { setTimeout as sleep } from "node:timers/promises";
import { expected } from "../../src/store/failures.ts";

/** Does it when the server answers. One that falls may answer for a moment still, so whatever meets no server is done again. */
export async function onceAnswering(work: () => Promise<void>): Promise<void> {
  for (let waited = 0; ; waited += 1) {
    try {
      return await work();
    } catch (error) {
      const { code } = expected(error, () => null) as { code?: string };
      if (code !== "database-unreachable" || waited === 1200) throw error;
      await sleep(100);
    }
  }
}
