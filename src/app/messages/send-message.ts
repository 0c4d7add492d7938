// One message to one person that a system of the controller's asks for: about a contract, demanded by law, or an answer to a
// request. It waits in the outbox before all campaigns, and is asked for at the moment of sending like any other.
import { formatInstant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import type { Message } from "../../core/question.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import { canonicalJson } from "../../ledger/canonical.ts";
import { messageUuid, requestFingerprint, subjectIdOf } from "../../ledger/secrets.ts";
import { messageIdOf } from "../../mail/headers.ts";
import { compileTemplate, type TemplateSource } from "../../mail/template.ts";
import { newFact } from "../consent/new-fact.ts";
import { recordIn } from "../consent/record-in.ts";
import type { PeopleTable, Person, World } from "../ports.ts";
import { inLanguage } from "../setup/in-language.ts";
import type { Published, Sender, Setup } from "../setup/setup.ts";
import { verdictFor } from "../verdicts/verdict-for.ts";
import { letterVariables } from "./letter-variables.ts";
import type { FiledMessage, MessageReason, OutboxRequest } from "./outbox.ts";

export interface MessageRequest {
  readonly address: Address;
  readonly reason: MessageReason;
  /** What stands in it, in the words of the decision contract; anything that promotes is refused. */
  readonly blocks: readonly string[];
  readonly template: TemplateSource;
  /** What the template may speak of as `values.…`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** A BCP 47 tag; absent: the person's own, else the controller's first. */
  readonly language?: string;
}

/** By whom it was asked for, and under which key of theirs: the same key is the same message, however often it comes. */
export interface MessageOrigin {
  readonly by: string;
  readonly key: string;
  /** Of the facts that it puts on record; see `NewFact`. */
  readonly source: string;
}

/**
 * Files the message. A legal notice puts the duty on record first, since no mail goes without evidence.
 *
 * @throws CodedError `setup-missing`, `purpose-unknown`, `purpose-not-service`, `template-malformed`, `idempotency-key-reused`, or
 *   `message-refused` with the code of the refusal: then nothing is filed.
 */
export async function sendMessage(
  world: World,
  request: MessageRequest,
  origin: MessageOrigin,
): Promise<FiledMessage> {
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  const sender = senderFor(setup, request.reason);
  const subject = subjectIdOf(request.address, world.secrets);
  const id = messageUuid(origin.by, origin.key);
  const fingerprint = requestFingerprint(canonicalJson({ ...request, address: subject }), world.secrets);

  return world.store.transaction(async (tables) => {
    const before = await tables.outbox.reserve(id);
    if (before && (before.subject !== subject || before.message.fingerprint !== fingerprint))
      throw new CodedError("idempotency-key-reused");
    if (before) return before;

    const { cited, language } = await check(world, setup, tables.people, request);
    const now = world.clock.now();
    const notice =
      request.reason.kind === "legalNotice"
        ? newFact(
            {
              id: `notice-${id}`,
              type: "notice.required",
              at: formatInstant(now),
              statute: request.reason.statute,
            },
            origin.source,
          )
        : null;
    const mail: Omit<OutboxRequest, "subject"> = {
      id,
      kind: "message",
      request: {
        facts: notice ? [notice.fact.id] : cited,
        language,
        message: { ...request.reason, blocks: request.blocks, sender: sender.key, fingerprint },
      },
      messageId: messageIdOf(id, sender.content.address),
      createdAt: now,
      dueAt: now,
      parting: {
        address: request.address.typed,
        words: JSON.stringify({ template: request.template, values: request.values }),
      },
    };
    if (notice) {
      const entry = { who: { subject, create: true }, facts: [notice], mails: [mail] } as const;
      const [recorded] = (await recordIn(world, tables, [entry])).answers;
      if (!recorded?.ok) throw recorded?.error ?? new Error("no answer to what was recorded");
    } else await tables.outbox.add([{ ...mail, subject }]);
    const filed = await tables.outbox.reserve(id);
    if (!filed) throw new Error("a message that was filed is not there");
    return filed;
  });
}

/**
 * Whether it would be taken now; nothing is filed.
 *
 * @throws CodedError as `sendMessage`.
 */
export async function checkMessage(world: World, request: MessageRequest): Promise<void> {
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  senderFor(setup, request.reason);
  await check(world, setup, world.store.people, request);
}

async function check(
  world: World,
  setup: Setup,
  people: Pick<PeopleTable, "find">,
  request: MessageRequest,
): Promise<{ readonly cited: readonly string[]; readonly language: Language }> {
  const subject = subjectIdOf(request.address, world.secrets);
  const person = (await people.find([subject])).get(subject);
  const cited = ask(world, setup, person, request);
  const { languages } = setup.controller.content;
  const language = inLanguage(languages, request.language, person?.language);
  await tryOut(world, setup, request, subject, language);
  return { cited, language };
}

/** @throws CodedError `message-unknown`. */
export async function findMessage(world: World, id: string): Promise<FiledMessage> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const found = isUuid ? await world.store.outbox.find(id.toLowerCase()) : null;
  if (!found) throw new CodedError("message-unknown");
  return found;
}

/** What the decision contract asks of it. */
export function declared(
  message: MessageReason & { readonly blocks: readonly string[] },
  cited: string,
): Message {
  const { blocks } = message;
  switch (message.kind) {
    case "service":
      return { contract: message.contract, blocks };
    case "legalNotice":
      return { statute: message.statute, request: cited, blocks };
    case "rightsReply":
      return { case: message.case, blocks };
  }
}

/** The key by which the question names its purpose. */
export function purposeKeyOf(reason: MessageReason): string {
  return reason.kind === "service" ? reason.purpose : reason.kind;
}

/** Whether it may be sent as things stand; answers the facts that it cites. */
function ask(world: World, setup: Setup, person: Person | undefined, request: MessageRequest): string[] {
  const { reason, blocks } = request;
  const message = declared({ ...reason, blocks }, "");
  const verdict = verdictFor(setup, person, purposeKeyOf(reason), message, world.clock.now());
  if (verdict.outcome === "refusal") throw new CodedError("message-refused", `\`${verdict.code}\``);
  return [...verdict.evidence];
}

/** @throws CodedError `template-malformed` now, and not when nobody looks. */
async function tryOut(
  world: World,
  setup: Setup,
  { address, reason, template, values }: MessageRequest,
  subject: SubjectId,
  language: Language,
): Promise<void> {
  const compiled = await compileTemplate(template, { withValues: true });
  const to = { subject, address: address.typed, language };
  compiled.render({ ...letterVariables(world, setup, to, purposeKeyOf(reason), null), values });
}

/** @throws CodedError `setup-missing`, `purpose-unknown`, `purpose-not-service`. */
export function senderFor(setup: Setup, reason: MessageReason): Published<Sender> {
  const purpose = reason.kind === "service" ? setup.purposes[reason.purpose] : undefined;
  if (reason.kind === "service") {
    const services = Object.values(setup.purposes).filter(({ content }) => content.kind === "service");
    if (!purpose)
      throw new CodedError(
        "purpose-unknown",
        `\`${reason.purpose}\`; of kind service there are ${services.map(({ key }) => `\`${key}\``).join(", ") || "none"}`,
      );
    if (purpose.content.kind !== "service")
      throw new CodedError("purpose-not-service", `\`${reason.purpose}\` is \`${purpose.content.kind}\``);
  }
  const sender = purpose ? setup.senders[purpose.content.sender] : Object.values(setup.senders)[0];
  if (!sender) throw new CodedError("setup-missing", "no sender is declared");
  return sender;
}
