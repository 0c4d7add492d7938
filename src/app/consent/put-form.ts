// Puts the facts of a filled-in form on record, with the mails that they call for, wherever the form was shown.
import type { Instant } from "../../core/instant.ts";
import type { Address } from "../../ledger/address.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { FormToken } from "../../mail/tokens.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { NewFact, World } from "../ports.ts";
import type { Form, Setup } from "../setup/setup.ts";
import type { Entry } from "./entry.ts";
import type { MailToFile } from "./file-mails.ts";
import { mailboxPace, type Pace } from "./paces.ts";
import { recordNew } from "./record-new.ts";

export interface Putting {
  readonly address: Address;
  /** What is known of the recipient by the time the form is taken; only gaps are filled with it. */
  readonly recipientOf: (added: readonly NewFact[]) => Entry["recipient"];
  readonly connection: Connection | null;
  readonly token: FormToken;
  readonly form: Form;
  readonly setup: Setup;
  readonly facts: readonly NewFact[];
  readonly now: Instant;
  /** Which the mails share with those of others, under pressure. */
  readonly paces?: readonly Pace[];
  /** Why what this page has put on record before stands against it; see `Entry`. */
  readonly clash?: Entry["clash"];
}

/** The same form sent twice is one act: what is on record already is left as it is, and calls for no mail again. */
export async function putForm(world: World, putting: Putting): Promise<void> {
  const { address, connection, token, facts } = putting;
  const told = (added: readonly NewFact[]) => {
    const recipient = putting.recipientOf(added);
    return {
      language: token.language,
      describes: "fill" as const,
      ...(recipient !== undefined && { recipient }),
      connection,
      mails: mailsFor(world, { ...putting, facts: added }),
    };
  };
  await recordNew(world, { address }, facts, told, putting.clash);
}

function mailsFor(
  world: World,
  { address, token, form, setup, facts, now, paces = [] }: Putting,
): readonly Omit<MailToFile, "subject">[] {
  const mail = (
    kind: OutboxRequest["kind"],
    purpose: string | undefined,
    ids: readonly string[],
  ): Omit<MailToFile, "subject"> => {
    const id = world.ids.next();
    const declared = setup.purposes[purpose ?? ""]?.content.sender;
    const sender = declared === undefined ? Object.values(setup.senders)[0] : setup.senders[declared];
    if (!sender) throw new Error(`nobody sends the mail of the form \`${token.form.key}\``);
    return {
      id,
      kind,
      request: { facts: ids, form: token.form, language: token.language },
      messageId: messageIdOf(id, sender.content.address),
      createdAt: now,
      dueAt: now,
      paces: [mailboxPace(address, kind, world.secrets), ...paces],
    };
  };
  const consents = facts.flatMap(({ fact }) => (fact.type === "consent.given" ? [fact] : []));
  const requests = facts.flatMap(({ fact }) => (fact.type === "information.requested" ? [fact.id] : []));
  const orders = facts.flatMap(({ fact }) => (fact.type === "contract.started" ? [fact.id] : []));
  const [first] = consents;
  return [
    ...(orders.length > 0 ? [mail("orderConfirmation", undefined, orders)] : []),
    ...(form.doubleOptIn && first
      ? [
          mail(
            "doubleOptIn",
            first.purpose,
            consents.map(({ id }) => id),
          ),
        ]
      : []),
    ...(form.kind === "informationRequest" && requests.length > 0
      ? [mail("requestedInformation", form.purpose, requests)]
      : []),
  ];
}
