// One real PostgreSQL for the whole run, with a migrated template that each test file clones.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { connect } from "../../src/store/database.ts";
import { type Embedded, openEmbedded } from "../../src/store/embedded.ts";
import { migrate } from "../../src/store/migrate.ts";
import { scratch } from "./scratch.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    /** As the role that owns the databases. */
    ownerUrl: string;
  }
}

const folder = mkdtempSync(join(scratch, "licet-test-"));
let postgres: Embedded;

export async function setup(project: TestProject): Promise<void> {
  postgres = await openEmbedded(folder, { durable: false });
  const { url, ownerUrl } = postgres;
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  await admin.query("create database template_licet");
  await admin.end();
  const { pool } = connect(withDatabase(ownerUrl, "template_licet"));
  await migrate(pool, new URL(url).username);
  await pool.end();
  project.provide("postgresUrl", url);
  project.provide("ownerUrl", ownerUrl);
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
