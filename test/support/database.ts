// One real PostgreSQL for the whole run, with a migrated template that each test file clones.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { connect } from "../../src/store/database.ts";
import { type Embedded, openEmbedded } from "../../src/store/embedded.ts";
import { migrate } from "../../src/store/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

const folder = mkdtempSync(join(tmpdir(), "licet-test-"));
let postgres: Embedded;

export async function setup(project: TestProject): Promise<void> {
  postgres = await openEmbedded(folder, { durable: false });
  const { url } = postgres;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query("create database template_licet");
  await admin.end();
  const { pool } = connect(withDatabase(url, "template_licet"));
  await migrate(pool);
  await pool.end();
  project.provide("postgresUrl", url);
}

export async function teardown(): Promise<void> {
  await postgres.close();
  rmSync(folder, { recursive: true, force: true });
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
