// What the mails about rights are about: a link, or a request as it stands.
import { hours, type Instant } from "../../core/instant.ts";
import { nothingHeldMail, replyMail, rightsLinkMail } from "../../mail/rights-mails.ts";
import { linkMail } from "../../mail/system-mails.ts";
import { type LinkedPage, signLinkToken } from "../../mail/tokens.ts";
import { newestErasure } from "../consent/erasures.ts";
import type { Person, World } from "../ports.ts";
import { casesOf } from "../rights/case.ts";
import type { Setup } from "../setup/setup.ts";
import type { Matter } from "./letter.ts";
import type { OutboxMail } from "./outbox.ts";

/** So long a link shows that whoever opens it reads the mailbox. */
const linkHours = 24;
const pathOf = { preferences: "p", rights: "r" } as const satisfies Record<LinkedPage, string>;

export function linkMatter(world: World, setup: Setup, mail: OutboxMail, person: Person): Matter {
  const controller = setup.controller.content;
  const { subject } = person;
  if (person.address === null) {
    const erased = newestErasure(person.standing, controller.id) !== null;
    return { texts: [], write: (language) => nothingHeldMail({ controller, language, erased }) };
  }
  const { page = "preferences" } = mail.request;
  const expiresAt = (world.clock.now() + hours(linkHours)) as Instant;
  const token = signLinkToken({ subject, page, expiresAt }, world.secrets.tokenKey);
  const link = `${world.publicUrl}/${pathOf[page]}/${token}`;
  const write = page === "rights" ? rightsLinkMail : linkMail;
  return {
    texts: [],
    write: (language) => write({ controller, link: `${link}?lang=${language}`, expiresAt, language }),
  };
}

/** Null where the request is no longer on record. */
export async function replyMatter(
  world: World,
  setup: Setup,
  { request, parting }: OutboxMail,
  { subject }: Person,
): Promise<Matter | null> {
  const controller = setup.controller.content;
  const cases = casesOf(subject, await world.store.people.facts(subject), controller.id);
  const found = cases.find(({ id }) => request.facts.includes(id));
  if (!found) return null;
  const { right, receivedAt, dueAt, answered, extended } = found;
  const { step = "answered" } = request;
  const words = step === "answered" ? answered?.words : step === "extended" ? extended?.reasons : null;
  return {
    texts: [],
    write: (language) =>
      replyMail({
        controller,
        right,
        step,
        receivedAt,
        dueAt,
        outcome: answered?.outcome ?? null,
        words: parting?.words ?? words ?? null,
        language,
      }),
  };
}
