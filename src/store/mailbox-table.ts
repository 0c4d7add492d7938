// What the built-in mailbox caught.
import { type Selectable, sql } from "kysely";
import type { CaughtMail, MailboxTable } from "../app/ports.ts";
import type { Instant } from "../core/instant.ts";
import { type Database, timestamp } from "./database.ts";
import type { Schema } from "./schema.ts";

export function mailboxTable(database: Database): MailboxTable {
  return {
    async add({ receivedAt, reversePath, forwardPath, raw }) {
      await database
        .insertInto("mailbox")
        .values({
          received_at: timestamp(receivedAt),
          reverse_path: reversePath,
          forward_path: forwardPath,
          raw,
        })
        .execute();
    },
    async list({ before, to }, limit) {
      let query = database.selectFrom("mailbox").selectAll().orderBy("message_no", "desc").limit(limit);
      if (before !== null) query = query.where("message_no", "<", before);
      if (to !== null) query = query.where(sql`lower(forward_path)`, "=", to.toLowerCase());
      return (await query.execute()).map(caught);
    },
    async find(number) {
      const row = await database
        .selectFrom("mailbox")
        .selectAll()
        .where("message_no", "=", number)
        .executeTakeFirst();
      return row ? caught(row) : null;
    },
  };
}

function caught(row: Selectable<Schema["mailbox"]>): CaughtMail {
  return {
    number: row.message_no,
    receivedAt: row.received_at as Instant,
    reversePath: row.reverse_path,
    forwardPath: row.forward_path,
    raw: row.raw,
  };
}
