// Rows of many tables go to PostgreSQL in one piece: all of them, or none and why.
import { CompiledQuery, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { copyRows, NewRows, writeRows } from "../../src/store/copy-rows.ts";
import { connect, type Database } from "../../src/store/database.ts";
import { cloneDatabase, ownerOf } from "../support/world.ts";

let opened: ReturnType<typeof connect>;
beforeAll(async () => {
  opened = connect(ownerOf(await cloneDatabase()));
  for (const table of ["first", "second", "third"])
    await opened.pool.query(
      `create table ${table} (id int8 primary key, words text check (words <> 'wrong'))`,
    );
});
beforeEach(() => opened.pool.query("truncate first, second, third"));
afterAll(() => opened.pool.end());

/** More than a socket takes in at once. */
const many = 50_000;
const rowsOf = (table: string, last = "right") => {
  const rows = new NewRows(table, { id: "int8", words: "text" });
  for (let id = 1; id <= many; id += 1) rows.add({ id, words: id === many ? last : "right".repeat(5) });
  return rows;
};
const counts = async () =>
  (
    await opened.pool.query(
      "select (select count(*) from first) as first, (select count(*) from second) as second, (select count(*) from third) as third",
    )
  ).rows[0];
const onOne = (act: (database: Database) => Promise<void>) =>
  opened.database.connection().execute((database) => act(database));

it("all of them are there", async () => {
  await writeRows(opened.database, [rowsOf("first"), rowsOf("second"), rowsOf("third")]);
  expect(await counts()).toEqual({ first: many, second: many, third: many });
});

it("nothing added is nothing asked", async () => {
  await writeRows(opened.database, [new NewRows("absent", { id: "int8" })]);
  await copyRows(opened.database, "absent", { id: "int8" }, [], () => ({ id: 1 }));
});

it.each(["first", "second", "third"])(
  "where the last row of the %s is wrong none is there, it is said why, and the connection goes on",
  async (wrong) => {
    await onOne(async (database) => {
      const all = ["first", "second", "third"].map((table) =>
        rowsOf(table, table === wrong ? "wrong" : "right"),
      );
      await expect(writeRows(database, all)).rejects.toMatchObject({ code: "23514", table: wrong });
      expect((await sql<{ one: number }>`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
      await writeRows(database, [rowsOf("second")]);
    });
    expect(await counts()).toEqual({ first: 0, second: many, third: 0 });
  },
);

it("a server that goes away in the middle is told", async () => {
  await onOne(async (database) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database);
    await Promise.all([
      expect(writeRows(database, [rowsOf("first"), rowsOf("second")])).rejects.toMatchObject({
        code: "database-unreachable",
      }),
      opened.pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]),
    ]);
    await expect(database.executeQuery(CompiledQuery.raw("select 1"))).rejects.toThrow();
  });
  expect(await counts()).toMatchObject({ first: 0 });
});
