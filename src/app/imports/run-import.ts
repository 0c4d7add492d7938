// Reads a file, puts what it tells on record, and says of everybody in it whether they may be written to, and why.
import type { Fact } from "../../core/facts.ts";
import type { Instant } from "../../core/instant.ts";
import { evolve } from "../../core/standing.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { type Entry, subjectOf } from "../consent/entry.ts";
import { Overtaken } from "../consent/overtaken.ts";
import { type Outcome, recordIn } from "../consent/record-in.ts";
import { meetStrangers } from "../consent/record-strangers.ts";
import type { Permission, Person, Tables, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";
import { describe } from "../subjects/fold-record.ts";
import { nobody } from "../subjects/nobody.ts";
import { stopAtOnce } from "./dated-ahead.ts";
import { addTallies, countVerdicts, emptyTally, type PartTally } from "./import-tally.ts";
import type { Pass } from "./imports-table.ts";
import { type Part, partsOf } from "./parts.ts";
import { canStop, type Plan } from "./plan.ts";
import { addressIn, type RowRead, type RowRefused, readRow, tellsOfLeaving } from "./read-row.ts";
import type { SortingWorld } from "./sorting-world.ts";
import type { OpenTable } from "./tables/open-table.ts";
import type { ReadRow } from "./tables/table.ts";
import { type Triaged, triage } from "./triage.ts";
import { entryFor, type Known } from "./unrevived.ts";

export interface RowVerdicts {
  readonly row: number;
  readonly address: string;
  readonly about: {
    readonly country: string | null;
    /** Where they signed up, as the file calls it. */
    readonly form: string | null;
    /** Of the newest consent or purchase. */
    readonly evidenceAt: Instant | null;
    readonly activeAt: Instant | null;
    readonly bought: boolean;
  };
  readonly verdicts: readonly (readonly [purpose: string, triaged: Triaged])[];
}

export interface ImportWatch {
  /** In the order of the rows; the next ones wait until it is done with these. */
  readonly onPart?: (refused: readonly RowRefused[], triaged: readonly RowVerdicts[]) => Promise<void>;
  readonly onProgress?: (pass: Pass, rows: number, tally: PartTally) => void;
  readonly signal?: AbortSignal;
}

interface Addressed {
  readonly read: ReadRow;
  readonly subject: SubjectId;
  readonly address: Address;
}

interface PartDone {
  readonly tally: PartTally;
  readonly refused: readonly RowRefused[];
  readonly triaged: readonly RowVerdicts[];
}

/** Of so many people who come on record what was made of their rows is in memory, until it is bytes. */
const atOnce = 100;
/** While PostgreSQL writes one part, the next is made ready, and a third commits or is read. */
const partsAtOnce = 3;
const sampleRows = 2000;

/**
 * Imports a file. Interrupted at any instant and begun again with the same file and declaration, it goes on where it was,
 * and comes to the same.
 *
 * Those whom the file says have left are recorded first, so that no order of its rows revives anybody.
 *
 * @param into - where the facts go, and the id of the import, whose declaration is on record; null: nothing is recorded, and
 * the verdicts are what they would be.
 * @throws CodedError `setup-missing`, `import-mismatched`, `import-undone`.
 */
export async function runImport(
  world: SortingWorld,
  table: OpenTable,
  plan: Plan,
  into: { readonly world: World; readonly id: string } | null,
  watch: ImportWatch = {},
): Promise<PartTally> {
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  await refuseMismatch(table, plan);
  /** What the file says of those who have left, where nothing is recorded: no more of them than that is held. */
  const left = new Map<SubjectId, readonly Fact[]>();
  const { recorded, known } = canStop(plan) ? await pass("stops") : emptyTally;
  return addTallies({ ...emptyTally, recorded, known }, await pass("all"));

  async function pass(which: Pass): Promise<PartTally> {
    const done = into ? await into.world.store.imports.parts(into.id, which) : new Map<number, PartTally>();
    let tally = emptyTally;
    let rows = 0;
    const underWay: { part: Part; done: Promise<PartDone> }[] = [];
    const settle = async () => {
      const [first] = underWay.splice(0, 1);
      if (!first) return;
      const settled = await first.done;
      tally = addTallies(tally, settled.tally);
      rows += first.part.length;
      if (which === "all") await watch.onPart?.(settled.refused, settled.triaged);
      watch.onProgress?.(which, rows, tally);
    };
    try {
      for await (const part of partsOf(table, which === "all" ? null : (row) => tellsOfLeaving(plan, row))) {
        watch.signal?.throwIfAborted();
        const earlier = done.get(part.firstRow);
        if (earlier && which === "stops") {
          tally = addTallies(tally, earlier);
          continue;
        }
        const work = workOff(which, part, earlier ?? null);
        work.catch(() => {});
        underWay.push({ part, done: work });
        if (underWay.length === partsAtOnce) await settle();
      }
      while (underWay.length > 0) await settle();
    } finally {
      await Promise.allSettled(underWay.map(({ done }) => done));
    }
    return tally;
  }

  async function workOff(which: Pass, part: Part, earlier: PartTally | null): Promise<PartDone> {
    const refused: RowRefused[] = [];
    const triaged: RowVerdicts[] = [];
    let tally: PartTally = { ...emptyTally, rows: part.length };
    /** Only the address is read of all at once: what else the rows come to is held of some at a time. */
    const rows = part.rows.flatMap((read): Addressed[] => {
      const address = addressIn(plan, read);
      if (address !== null) return [{ read, subject: subjectIdOf(address, world.secrets), address }];
      refuse(readRow(plan, read));
      return [];
    });
    const subjects = rows.map(({ subject }) => subject);
    const found = await world.store.people.find([...(await world.store.people.onRecord(subjects))]);
    const unknown = rows.filter(({ subject }) => !found.has(subject));

    if (earlier !== null || into === null) {
      const registers = await world.store.registers.consult(namesOf(unknown));
      const stranger = (subject: SubjectId) => nobody(subject, registers.get(subject) ?? {});
      const known = readAll(rows, (subject) => {
        const person = found.get(subject) ?? null;
        const facts = left.get(subject);
        return facts ? imagine(person ?? stranger(subject), facts) : person;
      });
      const people = new Map(
        known.flatMap(({ subject, person }) => (person ? [[subject, person] as const] : [])),
      );
      if (earlier === null) {
        const { told, ...counted } = await propose(world, which, known);
        tally = { ...tally, ...counted };
        for (const { entry } of told) {
          const subject = subjectOf(entry.who, world.secrets);
          const facts = entry.facts.map(({ fact }) => fact);
          people.set(subject, imagine(people.get(subject) ?? stranger(subject), facts, entry.recipient));
          if (which === "stops") left.set(subject, [...(left.get(subject) ?? []), ...facts]);
        }
      }
      sort(known, (subject) => people.get(subject) ?? stranger(subject), []);
      return done();
    }

    const target = into;
    const put = async (
      tables: Tables,
      known: readonly Known[],
      recordAll: (entries: readonly Entry[]) => Promise<Outcome>,
    ) => {
      const { told, ...counted } = await propose({ ...world, store: tables }, which, known);
      const outcome = await recordAll(told.map(({ entry }) => entry));
      let { recorded, known: before } = tally;
      const gone = new Set<number>();
      for (const [place, answer] of outcome.answers.entries()) {
        const { row } = told[place]!.from;
        if (answer.ok) {
          recorded += answer.added;
          before += answer.known;
          continue;
        }
        const { code, message: problem } = answer.error;
        const cells = part.rows.find((one) => one.row === row)?.cells ?? [];
        gone.add(row);
        refuse({ ok: false, row, code, problem, cells });
      }
      tally = {
        ...tally,
        recorded,
        known: before,
        notRevived: tally.notRevived + counted.notRevived,
        contradicting: tally.contradicting + counted.contradicting,
      };
      const people = new Map(known.map(({ subject, person }) => [subject, person] as const));
      for (const [subject, person] of outcome.people) people.set(subject, person);
      sort(
        known.filter(({ row }) => !gone.has(row.row)),
        (subject) => people.get(subject) ?? nobody(subject, {}),
        outcome.permissions,
      );
    };
    const recorded = await into.world.store
      .transaction(async (tables) => {
        const before = await tables.imports.lockPart(target.id, which, part.firstRow);
        if (before !== null) return { before };
        if (unknown.length > 0) {
          const strangers = await meetStrangers(target.world, tables, namesOf(unknown));
          for (const some of someAtOnce(unknown))
            await put(
              tables,
              readAll(some, () => null),
              strangers.tell,
            );
          await strangers.write();
        }
        // What is recorded depends on what is known: nobody else may add to it in between.
        const others = rows.filter(({ subject }) => found.has(subject));
        if (others.length > 0) {
          const locked = await tables.people.lock(
            others.map(({ subject }) => ({ subject, create: false })),
            world.clock.now(),
          );
          const known = readAll(others, (subject) => locked.get(subject) ?? null);
          await put(tables, known, (entries) => recordIn(target.world, tables, entries));
        }
        const result = done();
        await tables.imports.addPart(target.id, which, part.firstRow, result.tally);
        return { result };
      })
      .catch((error: unknown) => {
        if (error instanceof Overtaken) return { overtaken: true as const };
        throw error;
      });
    if ("overtaken" in recorded) return workOff(which, part, null);
    // The same import runs twice, and the other one was here first.
    return "before" in recorded ? workOff(which, part, recorded.before) : recorded.result;

    function refuse(row: RowRead | RowRefused): void {
      if (!row.ok) refused.push(row);
    }

    function readAll(
      some: readonly Addressed[],
      personOf: (subject: SubjectId) => Person | null,
    ): readonly Known[] {
      const known: Known[] = [];
      for (const { read, subject, address } of some) {
        const row = readRow(plan, read, address);
        if (!row.ok) refuse(row);
        else if (which === "all" || row.stops.length > 0)
          known.push({ row, subject, person: personOf(subject) });
      }
      return known;
    }

    /** Counts the verdicts for some of the rows, and keeps them for whoever watches. */
    function sort(
      known: readonly Known[],
      personOf: (subject: SubjectId) => Person,
      decided: readonly Permission[],
    ): void {
      if (which === "stops") return;
      const ofEach = Map.groupBy(decided, ({ subject }) => subject);
      const sorted = known.map((one) =>
        verdictsOf(one, personOf(one.subject), ofEach.get(one.subject) ?? []),
      );
      const counted = countVerdicts(sorted.map(({ verdicts }) => verdicts));
      tally = addTallies(tally, { ...emptyTally, verdicts: counted });
      if (watch.onPart) triaged.push(...sorted);
    }

    function done(): PartDone {
      return {
        tally: earlier ?? { ...tally, refused: refused.length },
        refused: refused.toSorted(byRow),
        triaged: triaged.toSorted(byRow),
      };
    }
  }

  /** What of the rows is to be recorded, and how many of them tell of people who have left. */
  async function propose(on: SortingWorld, which: Pass, known: readonly Known[]) {
    const proposed = known.map((one) => ({ one, ...entryFor(setup!, plan, which, one, on.clock.now()) }));
    const told = proposed.flatMap(({ entries, one }) => entries.map((entry) => ({ entry, from: one.row })));
    const heeded = await stopAtOnce(
      on,
      told.map(({ entry }) => entry),
    );
    return {
      told: heeded.map(({ entry }, nth) => ({ entry, from: told[nth]!.from })),
      notRevived: proposed.filter(({ notRevived }) => notRevived).length,
      contradicting: proposed.filter(({ contradicting }) => contradicting).length,
    };
  }

  function verdictsOf({ row }: Known, person: Person, decided: readonly Permission[]): RowVerdicts {
    const at = world.clock.now();
    return {
      row: row.row,
      address: row.address.typed,
      about: aboutOf(row, person),
      verdicts: plan.purposes.map((key) => {
        const purpose = purposeOf(setup!.purposes[key]!);
        const known = decided.find((one) => one.purpose === key);
        const verdict = known?.verdict ?? decideFor(setup!, person, purpose, at);
        return [key, triage(verdict, (message) => decideFor(setup!, person, purpose, at, message))] as const;
      }),
    };
  }
}

function byRow(one: { readonly row: number }, other: { readonly row: number }): number {
  return one.row - other.row;
}

function namesOf(rows: readonly Addressed[]) {
  return rows.map(({ subject, address }) => ({ subject, address: address.typed }));
}

/** In the order of their keys, and nobody's rows apart from each other. */
function* someAtOnce(rows: readonly Addressed[]): Generator<readonly Addressed[], void> {
  const inOrder = rows.toSorted((one, other) =>
    one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0,
  );
  for (let from = 0, to = 0; from < inOrder.length; from = to) {
    to = Math.min(from + atOnce, inOrder.length);
    while (to < inOrder.length && inOrder[to]?.subject === inOrder[to - 1]?.subject) to += 1;
    yield inOrder.slice(from, to);
  }
}

/** @throws CodedError `purpose-unknown`, `purpose-not-marketing` */
export function checkPurposes(setup: Setup, purposes: readonly string[]): void {
  for (const key of purposes) {
    const purpose = Object.hasOwn(setup.purposes, key) ? setup.purposes[key] : undefined;
    if (purpose === undefined) throw new CodedError("purpose-unknown", `\`${key}\``);
    if (purpose.content.kind !== "marketing") throw new CodedError("purpose-not-marketing", `\`${key}\``);
  }
}

function aboutOf({ form, recipient: told }: RowRead, { recipient, standing }: Person): RowVerdicts["about"] {
  const { consents, sales, activities } = standing;
  const newest = (facts: readonly Fact[]) =>
    facts.reduce<Instant | null>((last, { at }) => (last === null || at > last ? at : last), null);
  return {
    // Of those who left nothing is taken over, the country neither.
    country: recipient.country ?? (typeof told?.country === "string" ? told.country : null),
    form: form ?? null,
    evidenceAt: newest([...consents, ...sales]),
    activeAt: newest(activities),
    bought: sales.length > 0,
  };
}

/** Where most of the first rows make no sense, the columns are not what they are taken for, and nothing at all is recorded. */
async function refuseMismatch(table: OpenTable, plan: Plan): Promise<void> {
  const refused: RowRefused[] = [];
  let seen = 0;
  for await (const rows of table.rows()) {
    for (const row of rows) {
      const read = readRow(plan, row);
      if (!read.ok) refused.push(read);
    }
    seen += rows.length;
    if (seen >= sampleRows) break;
  }
  const [first] = refused;
  if (first && refused.length * 2 > seen)
    throw new CodedError(
      "import-mismatched",
      `${refused.length} of the first ${seen}, such as row ${first.row}: ${first.problem}`,
    );
}

/** Who somebody would be after these facts, and with what the recipient is said to be. */
function imagine(person: Person, facts: readonly Fact[], recipient?: Entry["recipient"]): Person {
  const known = new Set(
    Object.values(person.standing).flatMap((facts: readonly Fact[]) => facts.map(({ id }) => id)),
  );
  const fresh = facts.filter(({ id }) => !known.has(id));
  return {
    ...person,
    recipient: recipient ? describe(person.recipient, { recipient, describes: "fill" }) : person.recipient,
    standing: fresh.reduce(evolve, person.standing),
  };
}
