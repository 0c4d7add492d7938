// What the built-in mailbox caught, each mail sealed under the key of the person whom it went to.
import { sql } from "kysely";
import type { CaughtMail, MailboxTable } from "../app/ports.ts";
import type { Instant } from "../core/instant.ts";
import type { SubjectId } from "../core/subject-id.ts";
import type { MasterKeys } from "../ledger/master-keys.ts";
import { open, seal } from "../ledger/vault.ts";
import { type Database, timestamp } from "./database.ts";
import { type KeyColumns, keyIn } from "./vault-table.ts";

interface MailRow extends KeyColumns {
  message_no: number;
  received_at: number;
  sealed: Buffer;
}

const use = "mail";

export function mailboxTable(database: Database, masters: MasterKeys): MailboxTable {
  const select = sql`select m.*, v.key_id, v.wrapped_key from mailbox m join vault v using (subject_id)`;
  const caught = (row: MailRow): CaughtMail[] => {
    const text = open(keyIn(row, masters), use, row.sealed);
    if (text === null) return [];
    const { reversePath, forwardPath, raw } = JSON.parse(text) as Record<keyof CaughtMail, string>;
    const subject = row.subject_id as SubjectId;
    const receivedAt = row.received_at as Instant;
    return [
      {
        number: row.message_no,
        subject,
        receivedAt,
        reversePath,
        forwardPath,
        raw: Buffer.from(raw, "base64"),
      },
    ];
  };
  return {
    async add({ subject, receivedAt, reversePath, forwardPath, raw }) {
      await database.transaction().execute(async (transaction) => {
        // Held until the mail stands beside it: an erasure then finds both.
        const { rows } = await sql<KeyColumns>`
          select * from vault where subject_id = ${subject} for key share`.execute(transaction);
        const key = rows[0] ? keyIn(rows[0], masters) : null;
        if (key === null) return;
        const text = JSON.stringify({ reversePath, forwardPath, raw: raw.toString("base64") });
        await transaction
          .insertInto("mailbox")
          .values({ subject_id: subject, received_at: timestamp(receivedAt), sealed: seal(key, use, text) })
          .execute();
      });
    },
    async list({ before, to }, limit) {
      const older = before === null ? sql`` : sql`and m.message_no < ${before}`;
      const one = to === null ? sql`` : sql`and m.subject_id = ${to}`;
      const { rows } = await sql<MailRow>`
        ${select} where true ${older} ${one} order by m.message_no desc limit ${limit}`.execute(database);
      return rows.flatMap(caught);
    },
    async find(number) {
      const { rows } = await sql<MailRow>`${select} where m.message_no = ${number}`.execute(database);
      return rows.flatMap(caught)[0] ?? null;
    },
    async forget(subjects) {
      if (subjects.length === 0) return;
      await sql`delete from mailbox where subject_id = any(${[...subjects]}::uuid[])`.execute(database);
    },
  };
}
