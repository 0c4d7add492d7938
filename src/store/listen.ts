// LISTEN: hears in every process of each person whose permission has ended, as soon as that has committed.
import pg from "pg";
import type { SubjectId } from "../core/subject-id.ts";

export const endedChannel = "licet_ended";

/**
 * Listens on a connection of its own, which is opened again when it is lost.
 *
 * While it is lost nothing is heard; that is why a permit older than a second is asked again whatever was heard.
 */
export async function listenForEnded(
  url: string,
  onEnded: (subject: SubjectId) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let closed = false;

  async function open(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: "licet" });
    next.on("notification", ({ payload }) => onEnded(payload as SubjectId));
    next.on("error", () => next.end().catch(() => {}));
    next.on("end", () => {
      client = null;
      if (!closed) setTimeout(() => open().catch(() => {}), 250).unref();
    });
    await next.connect();
    await next.query(`listen ${endedChannel}`);
    client = next;
  }

  await open();
  return async () => {
    closed = true;
    await client?.end();
  };
}
