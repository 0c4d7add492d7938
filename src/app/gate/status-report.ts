// What goes back to the software that sent a mail: to whom it did not go, and why (RFC 3464).
import type { Instant } from "../../core/instant.ts";
import { parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { HeaderField } from "../../mail/passing.ts";
import { isOwnMailbox } from "../../mail/shared-domains.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { World } from "../ports.ts";
import type { RecipientNotice } from "./gate-table.ts";

/** A recipient whom the mail did not reach. */
export interface Failed extends RecipientNotice {
  readonly address: string;
  /** RFC 3463. */
  readonly status: string;
  /** The reply that says why. */
  readonly diagnostic: string;
}

/** What a report says; sealed in the outbox until it has gone. */
export interface StatusReport {
  readonly sender: string;
  readonly envid: string | null;
  readonly arrivedAt: Instant;
  readonly failed: readonly Failed[];
  /** The header of the mail, as far as it tells which one it was. */
  readonly header: string;
}

const told = ["from", "to", "cc", "subject", "date", "message-id"];

/**
 * A mail for the outbox; null: nobody wants it (RFC 3461 4.1 NOTIFY=NEVER, or no address for reports), or it would go to a mailbox
 * that is not the controller's.
 */
export function statusReportOf(
  world: World,
  mail: {
    readonly reversePath: string;
    readonly envid: string | null;
    readonly sender: string;
    readonly header: readonly HeaderField[];
    readonly arrivedAt: Instant;
  },
  failed: readonly Failed[],
): OutboxRequest | null {
  const wanted = failed.filter(({ notify }) => notify === null || notify.includes("FAILURE"));
  const to = parseAddress(mail.reversePath);
  if (wanted.length === 0 || to === null || !isOwnMailbox(to.typed, mail.sender)) return null;
  const id = world.ids.next();
  const now = world.clock.now();
  const words: StatusReport = {
    sender: mail.sender,
    envid: mail.envid,
    arrivedAt: mail.arrivedAt,
    failed: wanted,
    header: mail.header
      .filter(({ name }) => told.includes(name))
      .map(({ raw }) => raw.toString("latin1"))
      .join(""),
  };
  return {
    subject: subjectIdOf(to, world.secrets),
    id,
    kind: "statusReport",
    request: { facts: [], language: "" },
    messageId: messageIdOf(id, mail.sender),
    createdAt: now,
    dueAt: now,
    parting: { address: to.typed, words: JSON.stringify(words) },
  };
}
