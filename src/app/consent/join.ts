// Joins a purpose from a page of one's own: the same act as on a form, under the very wording that stood beside the button.
import type { SubjectId } from "../../core/subject-id.ts";
import { TRACKING_KEY } from "../../core/tracking.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { messageIdOf } from "../../mail/headers.ts";
import type { FormToken, PageToken } from "../../mail/tokens.ts";
import type { OutboxRequest } from "../messages/outbox.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { askingFirst } from "./asking-first.ts";
import { isForChildren } from "./children.ts";
import { formFacts } from "./form-facts.ts";
import { formAsShown } from "./open-form.ts";
import { preferences } from "./preferences.ts";
import { recordNew } from "./record-new.ts";

/** `asked`: the mailbox is asked first, and nothing starts before it answers. `outdated`: the page offered no such thing. */
export type Joined = "joined" | "asked" | "outdated";

/**
 * Puts the consent on record. The same page pressed twice is one act.
 *
 * @param page - the signed token of the page that the button stood on.
 */
export async function join(
  world: World,
  subject: SubjectId,
  page: PageToken,
  purpose: string,
  connection: Connection | null,
): Promise<Joined> {
  const [setup, people] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
  ]);
  const person = people.get(subject);
  const declared = setup?.purposes[purpose];
  if (!setup || !person?.address || declared?.content.kind !== "marketing") return "outdated";
  // The page put no such question.
  const own = purpose === TRACKING_KEY ? await preferences(world, subject) : [];
  if (own.some(({ purpose: key, pausedUntil }) => key === purpose && pausedUntil !== null)) return "outdated";
  const opened = await Promise.all(page.forms.map((shown) => formAsShown(world, shown)));
  const open = opened.find((form) => form?.boxes.some(({ content }) => content.purpose === purpose));
  const box = open?.boxes.find(({ content }) => content.purpose === purpose);
  if (!open || !box || open.form.content.kind !== "signUp") return "outdated";
  if (isForChildren(open.boxes, setup)) return "outdated";

  const token: FormToken = {
    form: { key: open.form.key, version: open.form.version },
    notice: { key: open.notice.key, version: open.notice.version },
    clauses: [{ key: box.key, version: box.version }],
    controller: { key: open.controller.key, version: open.controller.version },
    language: page.language,
    page: `${world.publicUrl}/p`,
    issuedAt: page.issuedAt,
    nonce: page.nonce,
  };
  const asking = askingFirst(open, setup, person.recipient.country);
  const asks = asking.form.content.doubleOptIn;
  const facts = formFacts({
    open: asking,
    token,
    purposes: { [purpose]: declared.content },
    ticked: [box.key],
    product: "",
    country: "",
    refused: false,
    at: world.clock.now(),
  }).map((fact) => ({ ...fact, source: "page:preferences" }));
  await recordNew(world, { subject }, facts, (added) => ({
    connection,
    mails: asks ? [confirmationMail(world, setup, token, purpose, added)] : [],
  }));
  return asks ? "asked" : "joined";
}

function confirmationMail(
  world: World,
  setup: Setup,
  token: FormToken,
  purpose: string,
  added: readonly { readonly fact: { readonly id: string } }[],
): Omit<OutboxRequest, "subject"> {
  const [id, now] = [world.ids.next(), world.clock.now()];
  const sender = setup.senders[setup.purposes[purpose]?.content.sender ?? ""];
  if (!sender) throw new Error(`nobody sends the mail of the purpose \`${purpose}\``);
  return {
    id,
    kind: "doubleOptIn",
    request: { facts: added.map(({ fact }) => fact.id), form: token.form, language: token.language },
    messageId: messageIdOf(id, sender.content.address),
    createdAt: now,
    dueAt: now,
  };
}
