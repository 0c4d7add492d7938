// LISTEN: hears in every process of each person whose permission has ended, as soon as that has committed.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { FactType } from "../core/facts.ts";
import type { SubjectId } from "../core/subject-id.ts";

export const endedChannel = "licet_ended";
/** The payload where whoever is under way must be asked again, since a list that bars people has been loaded. */
export const everybody = "everybody";

/** Whoever is under way to somebody hears of these at once, whatever the stored verdict was. */
export const bars: readonly string[] = [
  "consent.withdrawn",
  "objection.raised",
  "complaint.received",
  "restriction.applied",
  "subject.erased",
  "address.bounced",
  "frequency.wished",
  "fact.retracted",
] satisfies FactType[];

/**
 * Listens on a connection of its own, which is opened again when it is lost.
 *
 * @param onGap - called where anybody may have left: when the connection is lost and when it is back, and when a list was loaded.
 * @returns ends the listening, also while a lost connection is being opened again.
 */
export async function listenForEnded(
  url: string,
  onEnded: (subject: SubjectId) => void,
  onGap: () => void = () => {},
): Promise<() => Promise<void>> {
  let client: pg.Client;
  let closed = false;

  async function open(): Promise<void> {
    const opening = new pg.Client({
      connectionString: url,
      application_name: "licet",
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client = opening;
    opening.on("notification", ({ payload }) =>
      payload === everybody ? onGap() : onEnded(payload as SubjectId),
    );
    // Every error of an open connection is followed by its end; without a listener it would end the process.
    opening.on("error", () => {});
    try {
      await opening.connect();
      await opening.query(`listen ${endedChannel}`);
    } catch (error) {
      await opening.end();
      throw error;
    }
    opening.once("end", () => {
      if (!closed) void reopen();
    });
  }

  async function reopen(): Promise<void> {
    onGap();
    for (let heard = false; !heard; ) {
      await sleep(250, undefined, { ref: false });
      if (closed) return;
      heard = await open().then(
        () => true,
        () => false,
      );
    }
    onGap();
  }

  await open();
  return async () => {
    closed = true;
    await client.end();
  };
}
