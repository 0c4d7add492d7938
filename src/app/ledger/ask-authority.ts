// Has the newest checkpoint stamped by the time-stamping authority, once it is due, and keeps the timestamp. Source: RFC 3161.
import { randomBytes } from "node:crypto";
import type { Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { type StoredCheckpoint, signTimestamp } from "../../ledger/attestations.ts";
import { readCheckpoint } from "../../ledger/checkpoint.ts";
import { clockToleranceMs } from "../../ledger/clock.ts";
import type { Timestamp } from "../../ledger/timestamp.ts";
import type { World } from "../ports.ts";
import type { TimeStampingAuthority } from "./attestors.ts";
import { logSigner } from "./log-key.ts";

/**
 * @param now - also where the last timestamp is younger than the pause that is set.
 * @returns what was stamped; null where nothing is due.
 * @throws CodedError `timestamp-unanswered`.
 */
export async function askAuthority(
  world: World,
  authority: TimeStampingAuthority,
  { now = false, signal }: { readonly now?: boolean; readonly signal?: AbortSignal } = {},
): Promise<(StoredCheckpoint & Timestamp) | null> {
  const { store, clock, attestors } = world;
  const { checkpoint } = await store.log.head();
  const last = await store.attestations.newestTimestamp();
  if (checkpoint === null || last?.size === checkpoint.size) return null;
  const signer = await logSigner(world, store);
  const stamped = last && readCheckpoint(last.note, signer);
  if (!now && stamped && clock.now() < stamped.at + authority.everyMs) return null;

  // What reads certificates is large: it is loaded where there is something to read.
  const stamping = await import("../../ledger/timestamp.ts");
  const nonce = randomBytes(16);
  const policy = authority.policy ?? undefined;
  const { note, size } = checkpoint;
  const reply = await attestors.ask(
    authority.address,
    { type: "application/timestamp-query", body: stamping.timestampRequest(note, nonce, policy) },
    signal,
  );
  if (reply === null) throw unanswered("it did not answer");
  if (reply.status !== 200) throw unanswered(`it answered with status ${reply.status}`);
  const { anchors } = attestors;
  const signedAt = readCheckpoint(note, signer)?.at ?? clock.now();
  const read = await stamping.readTimestampResponse(reply.body, {
    note,
    nonce,
    policy,
    anchors,
    earliest: (signedAt - clockToleranceMs) as Instant,
    latest: (clock.now() + clockToleranceMs) as Instant,
  });
  if (!read.ok) throw unanswered(stamping.timestampFaults[read.fault]);
  const { token, timestamp } = read;
  await store.attestations.addTimestamp({ size, token, signature: signTimestamp(size, token, signer) });
  return { ...checkpoint, ...timestamp };
}

function unanswered(why: string): CodedError {
  return new CodedError("timestamp-unanswered", why);
}
