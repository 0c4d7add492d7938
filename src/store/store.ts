// The store: every table behind its port, over one pool.
import { sql } from "kysely";
import { Overtaken } from "../app/consent/overtaken.ts";
import type { Store, Tables } from "../app/ports.ts";
import type { Instant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { apiKeysTable } from "./api-keys-table.ts";
import { arrivalsTable } from "./arrivals.ts";
import { assetsTable } from "./assets-table.ts";
import { attestationsTable } from "./attestations-table.ts";
import { type KeptBearings, keptBearings } from "./bearings.ts";
import { campaignsTable } from "./campaigns-table.ts";
import { changesTable } from "./changes-table.ts";
import { checkServer, connect, type Database } from "./database.ts";
import { evidenceTable } from "./evidence-table.ts";
import { type Diagnosis, expected, expecting } from "./failures.ts";
import { gateTable } from "./gate-table.ts";
import { importsTable } from "./imports-table.ts";
import { listenForEnded } from "./listen.ts";
import { logTable } from "./log-table.ts";
import { mailboxTable } from "./mailbox-table.ts";
import { measuresTable } from "./measures-table.ts";
import { bringUpToDate } from "./migrate.ts";
import { outboxTable } from "./outbox-table.ts";
import { pacesTable } from "./paces-table.ts";
import { peopleTable } from "./people-table.ts";
import { permissionsTable } from "./permissions-table.ts";
import { redeemedTokensTable } from "./redeemed-tokens-table.ts";
import { registersTable } from "./registers-table.ts";
import { relayUsageTable } from "./relay-usage-table.ts";
import { retentionTable } from "./retention-table.ts";
import { rightsTable } from "./rights-table.ts";
import { couldLiftBars } from "./roles.ts";
import { committedSetupTable, type SetupCache, setupTable } from "./setup-table.ts";
import { usageTable } from "./usage-table.ts";
import { vaultTable } from "./vault-table.ts";
import { verdictsTable } from "./verdicts-table.ts";
import { webhooksTable } from "./webhooks-table.ts";

export interface OpenStore extends Store, KeptBearings {
  /** The database's clock. */
  now(): Promise<Instant>;
  close(): Promise<void>;
}

/**
 * Connects, migrates, and makes sure that the database belongs to this secret and that its master key is at hand.
 *
 * @param fingerprint - of the secret; the first one to come is the one that the database keeps.
 * @param masters - of the first ones to come, the newest is the one that the database uses until a rotation.
 * @param clockToleranceMs - facts are refused whose time differs by more from the database's clock.
 * @param ownerUrl - the same database for the role that owns it; absent: the one that is connected migrates too.
 * @param diagnose - asked where the server is away; see `Diagnosis`.
 * @throws CodedError `database-unreachable`, `disk-full`, `database-too-old`, `database-newer`, `database-unsealed`, `migration-refused`,
 * `secret-changed` or `master-key-missing`.
 */
export async function openStore(
  url: string,
  fingerprint: string,
  masters: MasterKeys,
  clockToleranceMs = Number.POSITIVE_INFINITY,
  ownerUrl?: string,
  diagnose: Diagnosis = () => null,
): Promise<OpenStore> {
  const { database, pool } = connect(url, diagnose);
  try {
    await checkServer(database);
    await bringUpToDate(pool, ownerUrl);
    if ((await setting(database, "secret", fingerprint)) !== fingerprint)
      throw new CodedError("secret-changed");
    masters.find(await setting(database, "master-key", masters.newest().id));
  } catch (error) {
    await pool.end();
    throw expected(error, diagnose);
  }
  const cache: SetupCache = { mark: null, setup: null };
  return {
    ...tables(database, cache, masters, clockToleranceMs),
    ...keptBearings(database),
    async now() {
      const { rows } = await sql<{ now: number }>`select clock_timestamp() as now`.execute(database);
      return (rows[0] as { now: number }).now as Instant;
    },
    setup: committedSetupTable(database, cache),
    async transaction(work) {
      try {
        return await database
          .transaction()
          .execute((transaction) => work(tables(transaction, cache, masters, clockToleranceMs)));
      } catch (error) {
        throw isDeadlock(error) ? new Overtaken("ended by a deadlock", { cause: error }) : error;
      }
    },
    couldLiftBars: () => couldLiftBars(database),
    listen: (onEnded, onGap) => expecting(listenForEnded(url, onEnded, onGap), diagnose),
    close: () => pool.end(),
  };
}

function tables(
  database: Database,
  cache: SetupCache,
  masters: MasterKeys,
  clockToleranceMs: number,
): Tables {
  return {
    setup: setupTable(database, cache),
    assets: assetsTable(database),
    people: peopleTable(database, masters, clockToleranceMs),
    arrivals: arrivalsTable(database, masters, clockToleranceMs),
    permissions: permissionsTable(database),
    changes: changesTable(database, masters),
    webhooks: webhooksTable(database),
    campaigns: campaignsTable(database, masters),
    measures: measuresTable(database),
    outbox: outboxTable(database, masters),
    gate: gateTable(database, masters),
    redeemedTokens: redeemedTokensTable(database),
    paces: pacesTable(database),
    registers: registersTable(database),
    usage: usageTable(database),
    log: logTable(database),
    attestations: attestationsTable(database),
    evidence: evidenceTable(database, masters),
    apiKeys: apiKeysTable(database),
    mailbox: mailboxTable(database, masters),
    vault: vaultTable(database, masters),
    rights: rightsTable(database, masters),
    retention: retentionTable(database, masters),
    imports: importsTable(database),
    relayUsage: relayUsageTable(database),
    verdicts: verdictsTable(database),
  };
}

/** SQLSTATE 40P01: of transactions that wait for each other PostgreSQL ends one. */
function isDeadlock(error: unknown): boolean {
  return error instanceof Error && (error as { code?: string }).code === "40P01";
}

/** The value that the database keeps: the first one that ever came. */
async function setting(database: Database, key: string, first: string): Promise<string> {
  await sql`
    insert into settings (key, value) values (${key}, to_jsonb(${first}::text)) on conflict do nothing`.execute(
    database,
  );
  const { rows } = await sql<{ value: string }>`select value from settings where key = ${key}`.execute(
    database,
  );
  return rows[0]?.value ?? first;
}
