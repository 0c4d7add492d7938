// What the use cases need from the world. `store`, `smtp` and the process provide it; `compose.ts` joins them.

import type { Fact } from "../core/facts.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { Recipient, Registers } from "../core/question.ts";
import type { Standing } from "../core/standing.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { Permit, Verdict } from "../core/verdict.ts";
import type { Waiver } from "../core/waiver.ts";
import type { StoredCheckpoint } from "../ledger/attestations.ts";
import type { Connection } from "../ledger/fact-seal.ts";
import type { DeliveryBatch, DeliveryRow, FactRow } from "../ledger/leaf.ts";
import type { TileName } from "../ledger/proofs.ts";
import type { Secrets } from "../ledger/secrets.ts";
import type { LogPage, TileHash } from "../ledger/verify.ts";
import type { DkimKey } from "../mail/dkim.ts";
import type { UsageTable } from "./accountability/usage-table.ts";
import type { Segment } from "./campaigns/campaign.ts";
import type { CampaignsTable } from "./campaigns/campaigns-table.ts";
import type { ChangesTable } from "./changes/changes-table.ts";
import type { HeldConnection } from "./consent/held-connection.ts";
import type { PacesTable } from "./consent/paces-table.ts";
import type { RedeemedTokens } from "./consent/redeemed-tokens.ts";
import type { GateTable } from "./gate/gate-table.ts";
import type { ImportsTable } from "./imports/imports-table.ts";
import type { ApiKeysTable } from "./keys/api-keys-table.ts";
import type { AttestationsTable, Attestors } from "./ledger/attestors.ts";
import type { EvidenceTable } from "./ledger/evidence.ts";
import type { Stray } from "./ledger/stray.ts";
import type { Listening } from "./listening/listening.ts";
import type { MeasuresTable } from "./measuring/measures-table.ts";
import type { Handover, Letter } from "./messages/letter.ts";
import type { OutboxTable } from "./messages/outbox.ts";
import type { RelayUsage } from "./messages/relay-usage.ts";
import type { RegistersTable } from "./registers/registers-table.ts";
import type { RetentionTable } from "./retention/retention-table.ts";
import type { RightsTable } from "./rights/rights-table.ts";
import type { PublicationContent, PublicationKind, Published, Setup } from "./setup/setup.ts";
import type { AssetsTable } from "./setup/theme.ts";
import type { Under } from "./subjects/decided-under.ts";
import type { VerdictsTable } from "./verdicts/verdicts-table.ts";
import type { WebhooksTable } from "./webhooks/webhook.ts";

/** Everything a use case may touch. */
export interface World {
  readonly store: Store;
  readonly post: PostOffice;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly attestors: Attestors;
  /** The keys that sign mail from a domain at a moment; none: it goes unsigned. */
  readonly dkimKeys: (domain: string, at: Instant) => readonly DkimKey[];
  /** Links in mail begin with it; no trailing slash. */
  readonly publicUrl: string;
  /** What the files of one mail may have together once they are encoded; absent: `usualMostBytes`. */
  readonly attachmentsMostBytes?: number;
  /** How it is heard what came back of letters; absent: it is not. */
  readonly listening?: Listening;
}

export interface Clock {
  /** Milliseconds since the Unix epoch, UTC. */
  now(): Instant;
}

export interface Ids {
  /** A new uuid. */
  next(): string;
}

/** One statement each outside a transaction; all or nothing inside one. */
export interface Store extends Tables {
  transaction<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result>;
  /** Whether the role that the database is used as could change the ledger after all, by granting itself what it lacks. */
  couldLiftBars(): Promise<boolean>;
  /**
   * Calls back with each person who has left or lost a permission, as soon as that has committed, in whichever process.
   *
   * @param onGap - called where anybody may have left: when the connection is lost and when it is back, and when a list was
   * loaded.
   */
  listen(onEnded: (subject: SubjectId) => void, onGap?: () => void): Promise<() => Promise<void>>;
}

export interface Tables {
  readonly setup: SetupTable;
  readonly assets: AssetsTable;
  readonly people: PeopleTable;
  readonly arrivals: ArrivalsTable;
  readonly permissions: PermissionsTable;
  readonly changes: ChangesTable;
  readonly webhooks: WebhooksTable;
  readonly campaigns: CampaignsTable;
  readonly measures: MeasuresTable;
  readonly outbox: OutboxTable;
  readonly gate: GateTable;
  readonly redeemedTokens: RedeemedTokens;
  readonly paces: PacesTable;
  readonly registers: RegistersTable;
  readonly usage: UsageTable;
  readonly log: LogTable;
  readonly attestations: AttestationsTable;
  readonly evidence: EvidenceTable;
  readonly apiKeys: ApiKeysTable;
  readonly mailbox: MailboxTable;
  readonly vault: VaultTable;
  readonly rights: RightsTable;
  readonly retention: RetentionTable;
  readonly imports: ImportsTable;
  readonly relayUsage: RelayUsage;
  readonly verdicts: VerdictsTable;
}

export interface SetupTable {
  /**
   * Everything in force, or null before the first `apply`.
   *
   * @param mark - that of the set-up, where another statement told it just now.
   */
  current(mark?: string | null): Promise<Setup | null>;
  /** The content of any version ever published. */
  version<Kind extends PublicationKind>(
    kind: Kind,
    key: string,
    version: number,
  ): Promise<Published<PublicationContent[Kind]> | null>;
  /** Every version ever published. */
  versions(): Promise<readonly { readonly kind: PublicationKind; readonly published: Published<unknown> }[]>;
  /** Adds versions and makes them current; `retire` takes keys out of force. Nothing is changed or deleted. */
  publish(
    publications: readonly {
      kind: PublicationKind;
      published: Published<PublicationContent[PublicationKind]>;
    }[],
    retire: readonly { kind: PublicationKind; key: string }[],
    at: Instant,
  ): Promise<void>;
}

/** What a form showed when a fact came about; cited by the person's own page and by receipts. */
export interface Shown {
  readonly form: { readonly key: string; readonly version: number; readonly hash: string };
  readonly notice: { readonly key: string; readonly version: number; readonly hash: string };
  readonly clause?: { readonly key: string; readonly version: number; readonly hash: string };
  /** Who was named on it. */
  readonly controller: { readonly key: string; readonly version: number; readonly hash: string };
  readonly language: string;
  /** Address of the page. */
  readonly page: string;
}

/** A fact about to be put on record, as it was told: `body` is the fact in the contract's vocabulary, JSON. */
export interface NewFact {
  readonly fact: Fact;
  readonly body: Readonly<Record<string, unknown>>;
  readonly shown?: Shown;
  /** Where it came from: `form:sign-up`, `api:KEY NAME`, `file`, `import:ID`, `page:preferences`, `relay`. */
  readonly source: string;
  /** Where this act came from, if that is not where all that is told with it did. */
  readonly connection?: Connection;
}

/** A fact on record; its `body` is as it was told, or after an erasure its skeleton. `type` is the contract's, or `subject.described` for what is known of the recipient. */
export interface RecordedFact {
  readonly id: string;
  readonly position: Position;
  readonly type: string;
  readonly at: Instant;
  readonly body: Readonly<Record<string, unknown>>;
  readonly shown: Shown | null;
  readonly source: string;
  readonly recordedAt: Instant;
}

/** Of a fact on record what a standing is folded from, with nothing personal in it. */
export type FactSkeleton = Pick<RecordedFact, "position" | "type" | "body">;

/** A fact on its way into the ledger: `body` is the skeleton, `address` and `personal` are sealed under its own key. */
export interface FactToAppend extends Omit<RecordedFact, "position"> {
  readonly subject: SubjectId;
  /** As typed, where it was told by address. */
  readonly address: string | null;
  readonly personal: Readonly<Record<string, unknown>> | null;
  /** False: what is personal falls under an erasure already, and can be read by nobody from the beginning. */
  readonly lasting: boolean;
  /** Kept apart, and where the person has a key alone. */
  readonly connection: HeldConnection | null;
}

/** What the store knows of one person, apart from the facts. */
export interface Person {
  readonly subject: SubjectId;
  /** As typed; null after erasure. */
  readonly address: string | null;
  readonly language: string | null;
  readonly recipient: Recipient;
  readonly standing: Standing;
  readonly position: Position;
  /** What the exclusion lists that are loaded say of the address. */
  readonly registers: Registers;
}

export interface PeopleTable {
  /**
   * Locks these people's rows in key order and answers them; those to `create` are added where they are missing.
   *
   * `address`: under which exclusion lists are asked for somebody whose address is not on record yet.
   */
  lock(
    people: readonly { subject: SubjectId; create: boolean; address?: string | null }[],
    at: Instant,
  ): Promise<Map<SubjectId, Person>>;
  /** Gives new keys to locked people who have none: only then can anything personal about them be kept. */
  giveKeys(subjects: readonly SubjectId[]): Promise<void>;
  /** Destroys keys of locked people: what was sealed under them is gone for good. */
  destroyKeys(subjects: readonly SubjectId[]): Promise<void>;
  find(subjects: readonly SubjectId[]): Promise<Map<SubjectId, Person>>;
  /** The same, and the mark that the set-up bears at that moment. */
  findNow(
    subjects: readonly SubjectId[],
  ): Promise<{ readonly people: Map<SubjectId, Person>; readonly mark: string | null }>;
  /** Which of them are on record. */
  onRecord(subjects: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>>;
  /** Everybody, a page at a time in key order. */
  page(after: SubjectId | null, limit: number): Promise<readonly Person[]>;
  /** Which of these fact ids are on record already. Not `whole`: what was personal in the body is erased. */
  factsWithIds(
    keys: readonly { subject: SubjectId; id: string }[],
  ): Promise<
    readonly { subject: SubjectId; id: string; body: Readonly<Record<string, unknown>>; whole: boolean }[]
  >;
  /** Appends to the ledger, for locked people; answers the position of the last fact of each. */
  append(facts: readonly FactToAppend[]): Promise<Map<SubjectId, Position>>;
  /** Replaces what is known of these people and what follows from their facts. Only for locked people. */
  save(people: readonly Person[]): Promise<void>;
  /** The person's facts in ledger order. */
  facts(subject: SubjectId): Promise<readonly RecordedFact[]>;
  /** The skeletons of the facts of many people, in ledger order; who has none is not in the answer. */
  histories(subjects: readonly SubjectId[]): Promise<Map<SubjectId, readonly FactSkeleton[]>>;
  count(): Promise<number>;
  /** Where acts of this person came from, by the id of the fact, as long as that is held. */
  connections(subject: SubjectId): Promise<ReadonlyMap<string, HeldConnection>>;
  /** Lets go of up to `limit` connections whose time has come; answers how many. */
  forgetConnections(at: Instant, limit: number): Promise<number>;
}

/**
 * People who come on record, of whom nothing was. What is told of them some at a time is kept as bytes, and written at once.
 * The transaction must have locked nobody before.
 */
export interface ArrivalsTable {
  /** With all their facts; answers the last position of each. Nobody may come twice; about `toCome` people follow. */
  add(
    people: readonly Person[],
    facts: readonly FactToAppend[],
    at: Instant,
    toCome: number,
  ): Promise<Map<SubjectId, Position>>;
  /** With the verdicts for them. */
  decided(permissions: readonly Permission[]): void;
  /**
   * Writes all that was told since.
   *
   * @throws Overtaken where one of them is on record by now; CodedError `clock-wrong`.
   */
  write(): Promise<void>;
}

/** A wish that binds campaigns: once in seven days, or once in a calendar month. */
export type AtMost = "week" | "month";

/** A stored verdict. */
export interface Permission {
  readonly subject: SubjectId;
  readonly purpose: string;
  readonly verdict: Verdict;
  /** How often at most the person wishes to hear of it; null: as it comes. */
  readonly atMost: AtMost | null;
  /** When it must be decided again if nothing else happens; null: never. */
  readonly dueAt: Instant | null;
  /** The rules, the version of the purpose and the copies of exclusion lists that it was decided under. */
  readonly under: string;
  readonly position: Position;
  readonly decidedAt: Instant;
}

export interface PermissionsTable {
  ofSubject(subject: SubjectId): Promise<readonly Permission[]>;
  ofSubjects(subjects: readonly SubjectId[]): Promise<readonly Permission[]>;
  /** Stores verdicts, and tells `listen` of each permit that became a refusal. Only for locked people. */
  save(permissions: readonly Permission[]): Promise<void>;
  /** People with a permission that has come due. */
  due(at: Instant, limit: number): Promise<readonly SubjectId[]>;
  /**
   * People without a permission for this purpose, or with one that was decided under something else: in the order of their
   * keys, those after `after`.
   */
  outdated(
    purpose: string,
    under: Under,
    after: SubjectId | null,
    limit: number,
  ): Promise<readonly SubjectId[]>;
  /** Takes away the permissions of purposes that are no longer declared. */
  dropPurposesExcept(purposes: readonly string[]): Promise<void>;
  /** How many people of the segment have a verdict for the purpose. */
  people(purpose: string, segment: Segment): Promise<number>;
}

/** The Merkle log over the facts. Leaves, tile hashes and checkpoints are only ever added, together, under the lock. */
export interface LogTable {
  /** Takes the right to add until the transaction ends. Answers the database's clock, or null while another has it. */
  lock(): Promise<Instant | null>;
  /** How many leaves there are, and the newest checkpoint. */
  head(): Promise<{ readonly leaves: number; readonly checkpoint: StoredCheckpoint | null }>;
  /** Takes about so many committed facts that are not in the log yet off the waiting list, in ledger order. */
  takeFacts(limit: number): Promise<readonly FactRow[]>;
  /** Takes concluded deliveries off the waiting list, up to `limit` micro-batches, put together by campaign. */
  takeDeliveries(
    limit: number,
  ): Promise<readonly { readonly campaign: string; readonly deliveries: readonly DeliveryRow[] }[]>;
  /** Gives a batch of deliveries, in this order, its position in the ledger. */
  addDeliveries(campaign: string, deliveries: readonly DeliveryRow[], root: Buffer): Promise<DeliveryBatch>;
  append(addition: {
    readonly from: number;
    readonly leaves: readonly { readonly position: number; readonly hash: Buffer }[];
    readonly tileHashes: readonly TileHash[];
    readonly checkpoint: StoredCheckpoint;
  }): Promise<void>;
  /** `count` hashes of a level from `index` on: 0 the leaves, above it the feet of the tiles. */
  hashes(level: number, index: number, count: number): Promise<readonly Buffer[]>;
  /** The hashes of each tile, one after the other, as far as the log goes; in the order of the names. */
  tiles(names: readonly TileName[]): Promise<readonly Buffer[]>;
  /** The leaves from one index up to another, with the hashes and checkpoints that end among them. */
  page(from: number, to: number): Promise<LogPage>;
  /** How much is committed and not in the log yet. */
  waiting(): Promise<{ readonly facts: number; readonly deliveries: number }>;
  /**
   * What stands outside of the log though it should not, or is gone though it should be there: the first of each.
   *
   * @param due - connections that are kept beyond this instant must be there.
   */
  strays(due: Instant): Promise<readonly Stray[]>;
  /** The first message whose evidence was not on record when it was handed over. */
  unproved(): Promise<{ readonly subject: SubjectId; readonly campaign: string | null } | null>;
}

/** What the built-in mailbox caught. */
export interface CaughtMail {
  readonly number: number;
  readonly subject: SubjectId;
  readonly receivedAt: Instant;
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly raw: Buffer;
}

export interface MailboxTable {
  /** Keeps the mail under the person's key; to somebody who has none, it is not kept. */
  add(mail: Omit<CaughtMail, "number">): Promise<void>;
  /** Newest first; `before` a number, and to one person where `to` is given. */
  list(which: { before: number | null; to: SubjectId | null }, limit: number): Promise<readonly CaughtMail[]>;
  find(number: number): Promise<CaughtMail | null>;
  /** Forgets all mail to these people. */
  forget(subjects: readonly SubjectId[]): Promise<void>;
}

/** The keys of people, as wrapped by a master key. */
export interface VaultTable {
  /** From its commit on, every process wraps new keys under this master key and no other. */
  wrapUnder(keyId: string): Promise<void>;
  /** Looks at the next keys in the order of people, and wraps those anew that are under another master key. Null: no more. */
  rewrap(
    after: SubjectId | null,
    limit: number,
  ): Promise<{ readonly last: SubjectId; readonly seen: number; readonly rewrapped: number } | null>;
  count(): Promise<number>;
}

/**
 * Asks for the permit at the very last moment; null: there is none, and that is on record. A waiver stands in its place where a
 * gate only observes, and for reports to the controller itself.
 */
export type LastAsk = () => Promise<Permit | Waiver | null>;

export interface PostOffice {
  /** The relays that it hands over to: `host:port` with `, ` between, or `mailbox` for the built-in one. */
  readonly name: string;
  /**
   * Hands one letter over. Asks when a connection is open and free, just before MAIL FROM, and again for each new
   * attempt; throws at what is neither a true Permit nor a Waiver. How many run at once is its own affair.
   */
  deliver(lastAsk: LastAsk, letter: Letter): Promise<Handover>;
  /** How many letters it hands over at once. */
  readonly width: number;
  close(): Promise<void>;
}
