// One real PostgreSQL for the whole run, with a migrated template that each test file clones.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { connect } from "../../src/store/database.ts";
import { closeEmbedded, openEmbedded } from "../../src/store/embedded.ts";
import { migrate } from "../../src/store/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

const folder = mkdtempSync(join(tmpdir(), "licet-test-"));

export async function setup(project: TestProject): Promise<void> {
  const url = await openEmbedded(folder, { durable: false });
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
  await closeEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
