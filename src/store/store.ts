// The store: every table behind its port, over one pool.
import { sql } from "kysely";
import type { Store, Tables } from "../app/ports.ts";
import { CodedError } from "../errors.ts";
import { apiKeysTable } from "./api-keys-table.ts";
import { campaignsTable } from "./campaigns-table.ts";
import { checkServer, connect, type Database } from "./database.ts";
import { listenForEnded } from "./listen.ts";
import { logTable } from "./log-table.ts";
import { mailboxTable } from "./mailbox-table.ts";
import { migrate } from "./migrate.ts";
import { outboxTable } from "./outbox-table.ts";
import { peopleTable } from "./people-table.ts";
import { permissionsTable } from "./permissions-table.ts";
import { type SetupCache, setupTable } from "./setup-table.ts";

export interface OpenStore extends Store {
  close(): Promise<void>;
}

/**
 * Connects, migrates, and makes sure that the database belongs to this secret.
 *
 * @param fingerprint - of the secret; the first one to come is the one that the database keeps.
 * @param clockToleranceMs - facts are refused whose time differs by more from the database's clock.
 * @throws CodedError `database-unreachable`, `database-too-old`, `database-newer` or `secret-changed`.
 */
export async function openStore(
  url: string,
  fingerprint: string,
  clockToleranceMs = Number.POSITIVE_INFINITY,
): Promise<OpenStore> {
  const { database, pool } = connect(url);
  try {
    await checkServer(database);
    await migrate(pool);
    await checkSecret(database, fingerprint);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const cache: SetupCache = { mark: null, setup: null };
  return {
    ...tables(database, cache, clockToleranceMs),
    transaction: (work) =>
      database.transaction().execute((transaction) => work(tables(transaction, cache, clockToleranceMs))),
    listen: (onEnded, onGap) => listenForEnded(url, onEnded, onGap),
    close: () => pool.end(),
  };
}

function tables(database: Database, cache: SetupCache, clockToleranceMs: number): Tables {
  return {
    setup: setupTable(database, cache),
    people: peopleTable(database, clockToleranceMs),
    permissions: permissionsTable(database),
    campaigns: campaignsTable(database),
    outbox: outboxTable(database),
    log: logTable(database),
    apiKeys: apiKeysTable(database),
    mailbox: mailboxTable(database),
  };
}

async function checkSecret(database: Database, fingerprint: string): Promise<void> {
  await sql`
    insert into settings (key, value) values ('secret', to_jsonb(${fingerprint}::text)) on conflict do nothing`.execute(
    database,
  );
  const { rows } = await sql<{ value: string }>`select value from settings where key = 'secret'`.execute(
    database,
  );
  if (rows[0]?.value !== fingerprint) throw new CodedError("secret-changed");
}
