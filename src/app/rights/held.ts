// Everything that is held about one person, as one document for programs: GDPR 15 and 20, with what the tables have beside it in words.

import { formatInstant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import { RECIPIENT_WORDS } from "../../core/recipients/recipients.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { CodedError } from "../../errors.ts";
import { relaysOf } from "../campaigns/relay-names.ts";
import type { RecordedFact, World } from "../ports.ts";
import { textIn } from "../setup/in-language.ts";
import type { Controller } from "../setup/setup.ts";
import { decideFor, purposeOf } from "../subjects/decide-permissions.ts";
import { wordsShown } from "../subjects/why.ts";
import { type Case, casesOf } from "./case.ts";
import type { Holdings } from "./holdings.ts";
import { HELD_WORDS } from "./words/words.ts";

/** `schema/held-data.schema.json` says the same. */
export interface HeldData {
  readonly format: "licet-held-data-1";
  /** RFC 3339, as every instant in it. */
  readonly madeAt: string;
  readonly language: Language;
  readonly controller: Pick<Controller, "name" | "address" | "registration" | "country" | "privacyContact">;
  readonly purposes: readonly {
    readonly key: string;
    readonly label: string;
    readonly outcome: "permit" | "refusal";
    readonly ground: string;
    readonly citations: readonly string[];
  }[];
  /** By the id of the fact, the words that stood beside the box. */
  readonly shownWords: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
  readonly recipients: readonly string[];
  readonly retention: readonly string[];
  readonly rights: string;
  readonly requests: readonly (Omit<Case, "receivedAt" | "recordedAt" | "dueAt" | "extended" | "answered"> & {
    readonly receivedAt: string;
    readonly dueAt: string;
    readonly answeredAt: string | null;
  })[];
  /** Every row of every table that has something about the person. */
  readonly tables: Holdings;
}

/** @throws CodedError `setup-missing`, `subject-unknown`. */
export async function heldData(world: World, subject: SubjectId, language: Language): Promise<HeldData> {
  const [setup, people, facts, tables] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find([subject]),
    world.store.people.facts(subject),
    world.store.rights.holdings(subject),
  ]);
  const person = people.get(subject);
  if (!setup) throw new CodedError("setup-missing");
  if (!person || !tables) throw new CodedError("subject-unknown");
  const { name, address, registration, country, privacyContact, id } = setup.controller.content;
  const now = world.clock.now();
  const words = HELD_WORDS[language];
  return {
    format: "licet-held-data-1",
    madeAt: formatInstant(now),
    language,
    controller: { name, address, registration, country, privacyContact },
    purposes: Object.values(setup.purposes)
      .filter(({ content }) => content.kind === "marketing")
      .map((purpose) => {
        const verdict = decideFor(setup, person, purposeOf(purpose), now);
        return {
          key: purpose.key,
          label: textIn(purpose.content.label, language),
          outcome: verdict.outcome,
          ground: RECIPIENT_WORDS[language][verdict.outcome === "permit" ? verdict.basis : verdict.code],
          citations: verdict.citations,
        };
      }),
    shownWords: await wordsOf(world, facts),
    sources: [...new Set(facts.map(({ source }) => source))],
    recipients: [
      ...relaysIn(tables, world.post.name).map(words.relay),
      words.mailboxProvider,
      ...noticesIn(facts).map((notice) => words.notice(`${world.publicUrl}/n/${notice}?lang=${language}`)),
    ],
    retention: words.retained,
    rights: words.rights,
    requests: casesOf(subject, facts, id).map(
      ({ receivedAt, recordedAt: _told, dueAt, extended: _longer, answered, ...one }) => ({
        ...one,
        receivedAt: formatInstant(receivedAt),
        dueAt: formatInstant(dueAt),
        answeredAt: answered ? formatInstant(answered.at) : null,
      }),
    ),
    tables,
  };
}

async function wordsOf(world: World, facts: readonly RecordedFact[]): Promise<Record<string, string>> {
  const words = await Promise.all(
    facts.map(async (fact) => [fact.id, await wordsShown(world, fact)] as const),
  );
  return Object.fromEntries(words.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Through which mail went already, and through which the next would go. */
function relaysIn({ deliveries }: Holdings, current: string): readonly string[] {
  const used = deliveries.flatMap(({ through }) => (typeof through === "string" ? relaysOf(through) : []));
  return [...new Set([...used, ...relaysOf(current)])];
}

function noticesIn(facts: readonly RecordedFact[]): readonly string[] {
  const shown = facts.flatMap(({ shown }) => (shown ? [`${shown.notice.key}/${shown.notice.version}`] : []));
  return [...new Set(shown)];
}
