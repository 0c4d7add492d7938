// Imports: the declaration of each file, and how far each is.
import { sql } from "kysely";
import type { Declaration } from "../app/imports/declaration.ts";
import type { PartTally } from "../app/imports/import-tally.ts";
import type { ImportsTable, Pass, StoredImport } from "../app/imports/imports-table.ts";
import type { Instant } from "../core/instant.ts";
import type { Position } from "../core/position.ts";
import type { SubjectId } from "../core/subject-id.ts";
import { CodedError } from "../errors.ts";
import { type Database, timestamp } from "./database.ts";

interface ImportRow {
  import_id: string;
  declared: Declaration;
  begun_at: number;
  finished_at: number | null;
  undoing_at: number | null;
  undone_at: number | null;
}

/** Under 1 to 4 stand shorter parts of before: whatever they brought is on record, and counts as known if it is brought again. */
const numbers: Readonly<Record<Pass, number>> = { stops: 5, all: 6 };

export function importsTable(database: Database): ImportsTable {
  return {
    async add(id, declared, at) {
      await sql`
        insert into imports (import_id, declared, begun_at)
        values (${id}, ${JSON.stringify(declared)}::jsonb, ${timestamp(at)}::timestamptz)
        on conflict do nothing`.execute(database);
      const { rows } = await sql<Pick<ImportRow, "begun_at">>`
        select begun_at from imports where import_id = ${id}`.execute(database);
      return rows[0]!.begun_at as Instant;
    },

    async find(id) {
      const { rows } = await sql<ImportRow>`select * from imports where import_id = ${id}`.execute(database);
      return rows[0] ? stored(rows[0]) : null;
    },

    async ofFile(hash) {
      const { rows } = await sql<ImportRow>`
        select * from imports where declared #>> '{file,hash}' = ${hash} order by begun_at`.execute(database);
      return rows.map(stored);
    },

    async list() {
      const { rows } = await sql<ImportRow>`select * from imports order by begun_at desc, import_id`.execute(
        database,
      );
      return rows.map(stored);
    },

    async lockPart(id, pass, firstRow) {
      const part = `import ${id} ${numbers[pass]} ${firstRow}`;
      const standing = await sql`
        select pg_advisory_xact_lock(hashtextextended(${part}, 0)) from imports
        where import_id = ${id} and undoing_at is null and undone_at is null
        for share`.execute(database);
      if (standing.rows.length === 0) throw new CodedError("import-undone", `\`${id}\``);
      const { rows } = await sql<{ tally: PartTally }>`
        select tally from import_parts
        where import_id = ${id} and pass = ${numbers[pass]} and first_row = ${firstRow}`.execute(database);
      return rows[0]?.tally ?? null;
    },

    async addPart(id, pass, firstRow, tally) {
      await sql`
        insert into import_parts (import_id, pass, first_row, tally)
        values (${id}, ${numbers[pass]}, ${firstRow}, ${JSON.stringify(tally)}::jsonb)`.execute(database);
    },

    async parts(id, pass) {
      const { rows } = await sql<{ first_row: number; tally: PartTally }>`
        select first_row, tally from import_parts where import_id = ${id} and pass = ${numbers[pass]}`.execute(
        database,
      );
      return new Map(rows.map(({ first_row, tally }) => [first_row, tally]));
    },

    async undeclared() {
      const { rows } = await sql<{ source: string }>`
        select source from facts f
        where source like 'import:%'
          and not exists (select from imports where 'import:' || import_id::text = f.source)
        limit 1`.execute(database);
      return rows[0]?.source ?? null;
    },

    async finish(id, at) {
      const { numAffectedRows } = await sql`
        update imports set finished_at = coalesce(finished_at, ${timestamp(at)}::timestamptz)
        where import_id = ${id} and undoing_at is null and undone_at is null`.execute(database);
      if (numAffectedRows === 0n) throw new CodedError("import-undone", `\`${id}\``);
    },

    async undoing(id, at) {
      await sql`
        update imports set undoing_at = ${timestamp(at)}::timestamptz
        where import_id = ${id} and undoing_at is null`.execute(database);
    },

    async undone(id, at) {
      await sql`
        update imports set undone_at = ${timestamp(at)}::timestamptz
        where import_id = ${id} and undone_at is null`.execute(database);
    },

    async factsFrom(source, after, limit) {
      const { rows } = await sql<{
        subject_id: string;
        fact_id: string;
        position: number;
        type: string;
        body: Record<string, unknown>;
      }>`
        select subject_id, fact_id, position, type, body from facts
        where position > ${after} and source = ${source} order by position limit ${limit}`.execute(database);
      return rows.map((row) => ({
        subject: row.subject_id as SubjectId,
        id: row.fact_id,
        position: row.position as Position,
        type: row.type,
        body: row.body,
      }));
    },
  };
}

function stored(row: ImportRow): StoredImport {
  return {
    id: row.import_id,
    declared: row.declared,
    begunAt: row.begun_at as Instant,
    finishedAt: row.finished_at as Instant | null,
    undoingAt: row.undoing_at as Instant | null,
    undoneAt: row.undone_at as Instant | null,
  };
}
