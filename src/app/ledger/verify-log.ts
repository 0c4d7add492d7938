// Audits everything that rests on the ledger: the log, what stands outside of it, what follows from it, what was sent.
import type { Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { sealMark } from "../../ledger/audit-mark.ts";
import { canonicalHash } from "../../ledger/canonical.ts";
import { type Checkpoint, readCheckpoint } from "../../ledger/checkpoint.ts";
import { clockToleranceMs } from "../../ledger/clock.ts";
import { type Attested, auditLog, type LogEdge, logFaults } from "../../ledger/verify.ts";
import { importIdOf, importSource } from "../imports/declaration.ts";
import type { World } from "../ports.ts";
import { firstUnfounded, type Unfounded } from "./check-people.ts";
import { logSigner } from "./log-key.ts";
import { logPages } from "./log-pages.ts";
import { earlierAudit } from "./resume-audit.ts";
import type { Stray } from "./stray.ts";

/** Everything that an audit can find, in words. */
export const faults = {
  ...logFaults,
  "fact-outside": "a fact is on record that went past the log",
  "fact-dropped": "a fact is gone that was committed and waited for the log",
  "delivery-outside": "a message is said to be sent that no batch of the log speaks of",
  "tile-outside": "there are tile hashes beyond the end of the log",
  "attestation-outside": "there is a cosignature or a timestamp of a checkpoint that is gone",
  "connection-changed": "where an act came from is not what was put into the log, or is kept longer",
  "connection-missing": "where an act came from is gone before its time",
  "words-changed": "a wording is not the one that was published and shown",
  "import-changed": "what an import declares is not what its facts came under, or is gone",
  "person-missing": "something is on record about somebody who is not",
  "sealed-changed": "what is sealed about a person does not open under the person's key",
  "standing-differs": "the standing of a person is not the fold of the facts",
  "recipient-differs": "what is known of a recipient is not what was told of them",
  "permission-differs": "a permission is not what is decided from the standing",
  "delivery-unproved": "a message was handed over without evidence on record before it",
} as const satisfies Record<
  keyof typeof logFaults | Stray["kind"] | Unfounded["kind"] | "import-changed" | "delivery-unproved",
  string
>;

/** The first thing wrong, and where: whichever of the places it has. */
export interface Fault {
  readonly kind: keyof typeof faults;
  readonly index?: number | null;
  readonly position?: number | null;
  readonly subject?: string | null;
  readonly campaign?: string | null;
  readonly words?: string | null;
}

export interface Audit {
  readonly fault: Fault | null;
  /** The checkpoint that the log was found equal to. */
  readonly checkpoint: Checkpoint | null;
  readonly leaves: number;
  /** What others said of its checkpoints, all of it found to hold. */
  readonly attested: Attested;
  /** Whether timestamps were held against certificates that are trusted here. */
  readonly anchored: boolean;
  readonly people: number;
  /** Permissions that the next sweep decides again, since the rules or the set-up changed. */
  readonly outdated: number;
  readonly waiting: { readonly facts: number; readonly deliveries: number };
  /** Whether the role of the database could change what it has found unchanged. */
  readonly couldLiftBars: boolean;
  /** Where an earlier audit came to, from which this one went on; null: it began with the first leaf. */
  readonly resumed: Resumed | null;
}

/** So many leaves and people were found sound by an earlier audit, between these instants, and not looked at again. */
export interface Resumed {
  readonly leaves: number;
  readonly people: number;
  readonly begunAt: Instant;
  readonly reachedAt: Instant;
}

export interface AuditOptions {
  /** An older checkpoint that was kept elsewhere, as its file has it. */
  readonly held?: string;
  /** How far an earlier audit came, as `onReached` sealed it. */
  readonly earlier?: string;
  /** Told before the work begins. */
  readonly onResumed?: (resumed: Resumed | null) => void;
  /** `total` is null where nobody can tell how much there is. */
  readonly onProgress?: (
    done: number,
    total: number | null,
    of: "leaves" | "strays" | "people" | "messages",
  ) => void;
  /** Hears again and again how far the audit has come: what it is given seals that. */
  readonly onReached?: (seal: () => string) => void;
}

/**
 * Audits this database, up to what was in the log when the audit began. Changes nothing.
 *
 * @throws CodedError `checkpoint-malformed` where the checkpoint that is held was not signed by the key of this log.
 */
export async function verifyLog(world: World, options: AuditOptions = {}): Promise<Audit> {
  const { log } = world.store;
  const head = await log.head();
  const signer = await logSigner(world, world.store);
  const held = options.held === undefined ? undefined : readCheckpoint(options.held, signer);
  if (held === null) throw new CodedError("checkpoint-malformed");
  const size = head.leaves;
  const couldLiftBars = await world.store.couldLiftBars();

  const { anchors } = world.attestors;
  const earlier =
    options.earlier === undefined ? null : earlierAudit(world, signer, options.earlier, { held, anchors });
  const begunAt = earlier?.begunAt ?? world.clock.now();
  const resumed = earlier && {
    leaves: earlier.edge.size,
    people: earlier.people.people,
    begunAt,
    reachedAt: earlier.reachedAt,
  };
  options.onResumed?.(resumed);
  let edge: (() => LogEdge) | null = earlier && (() => earlier.edge);
  let reached = earlier?.people ?? { after: null, people: 0, outdated: 0 };
  const tellReached = () => {
    const passed = edge;
    if (passed === null) return;
    const mark = {
      origin: signer.origin,
      anchors: canonicalHash(anchors),
      begunAt,
      reachedAt: world.clock.now(),
      edge: passed(),
      people: reached,
    };
    options.onReached?.(() => sealMark(mark, world.secrets.auditKey));
  };

  const begun = {
    leaves: size,
    attested: { cosignatures: 0, timestamps: 0 },
    anchored: anchors !== "",
    people: 0,
    outdated: 0,
    waiting: await log.waiting(),
    couldLiftBars,
    resumed,
  };
  const from = earlier?.edge.size ?? 0;
  if (from > size) return { ...begun, fault: { kind: "leaf-missing", index: size }, checkpoint: null };
  const audited = await auditLog(logPages(log, from, size), signer, {
    ...(earlier && { from: earlier.edge }),
    ...(held && { held }),
    anchors,
    onLeaves: (leaves, current) => {
      edge = current;
      options.onProgress?.(leaves, size, "leaves");
      tellReached();
    },
  });
  if (!audited.ok) return { ...begun, fault: audited.fault, checkpoint: null };
  const found = { ...begun, attested: audited.attested };
  const checkpoint = audited.newest;
  const leaves = checkpoint?.size ?? 0;
  if (leaves !== size || leaves !== (head.checkpoint?.size ?? 0))
    return { ...found, fault: { kind: "leaf-missing", index: leaves }, checkpoint };
  // Where there was no new leaf to look at, nothing has held the newest checkpoint against this log yet.
  const stored = head.checkpoint && readCheckpoint(head.checkpoint.note, signer);
  if (checkpoint && !stored?.root.equals(checkpoint.root))
    return { ...found, fault: { kind: "checkpoint-inconsistent", index: leaves - 1 }, checkpoint };

  options.onProgress?.(0, null, "strays");
  const due = (world.clock.now() + clockToleranceMs) as Instant;
  const stray = (await log.strays(due))[0];
  if (stray) return { ...found, fault: stray, checkpoint };
  const versions = await world.store.setup.versions();
  // They come in order, so what follows version 2 is its version 3, or the first of another.
  const forged = versions.find(
    ({ kind, published: { key, version, hash, content } }, nth) =>
      canonicalHash(content) !== hash ||
      (version > 1 && !isVersion(versions[nth - 1], kind, key, version - 1)),
  );
  if (forged) {
    const words = `${forged.kind} ${forged.published.key} version ${forged.published.version}`;
    return { ...found, fault: { kind: "words-changed", words }, checkpoint };
  }
  const recast = await firstRecast(world);
  if (recast) return { ...found, fault: { kind: "import-changed", words: recast }, checkpoint };
  const total = await world.store.people.count();
  const { unfounded, people, outdated } = await firstUnfounded(world, reached, (now) => {
    reached = now;
    options.onProgress?.(now.people, total, "people");
    tellReached();
  });
  if (unfounded) return { ...found, people, outdated, fault: unfounded, checkpoint };
  options.onProgress?.(0, null, "messages");
  const unproved = await log.unproved();
  const fault: Fault | null = unproved && { kind: "delivery-unproved", ...unproved };
  return { ...found, people, outdated, fault, checkpoint };
}

/** The first import whose declaration is another than its id is the hash of, or is gone. */
async function firstRecast({ store }: World): Promise<string | null> {
  const recast = (await store.imports.list()).find(({ id, declared }) => importIdOf(declared) !== id);
  return recast ? importSource(recast.id) : store.imports.undeclared();
}

type Version = Awaited<ReturnType<World["store"]["setup"]["versions"]>>[number];

function isVersion(candidate: Version | undefined, kind: string, key: string, version: number): boolean {
  return (
    candidate?.kind === kind && candidate.published.key === key && candidate.published.version === version
  );
}
