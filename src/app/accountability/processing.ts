// The record of processing activities (GDPR 30(1)), from what is set up and what is done.

import { days, formatInstant, type Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { relaysOf } from "../campaigns/relay-names.ts";
import type { World } from "../ports.ts";
import { graceMs } from "../retention/keeping.ts";
import { lawFor } from "../setup/law-for.ts";
import type { Processor, PurposeDeclaration, Setup } from "../setup/setup.ts";
import { verdictsKeptDays } from "../verdicts/forget-verdicts.ts";
import type { Usage } from "./usage-table.ts";

export interface Activity {
  readonly purpose: string;
  readonly kind: PurposeDeclaration["kind"];
  readonly label: string;
  /** The words that people agree to. */
  readonly wordings: readonly string[];
  /** On what it rests, with how many may be written to now. */
  readonly bases: readonly { readonly basis: string; readonly people: number }[];
  /** Mails of the last year. */
  readonly mails: number;
  readonly people: string;
  readonly data: readonly string[];
}

export interface ProcessingRecord {
  readonly madeAt: string;
  readonly controller: Pick<
    Setup["controller"]["content"],
    "name" | "address" | "registration" | "country" | "privacyContact"
  >;
  readonly people: number;
  readonly activities: readonly Activity[];
  readonly processors: readonly (Processor & { readonly key: string })[];
  /** What is kept how long. */
  readonly terms: readonly { readonly what: string; readonly term: string }[];
  /** How it is protected (GDPR 32(1)). */
  readonly measures: readonly string[];
  /** What the record lacks, and who must add it. */
  readonly gaps: readonly string[];
}

/** What is true of every installation. */
const measures = [
  "Addresses, birth dates and all that people type are encrypted (AES-256-GCM) under a key of each person's own; erasure destroys it.",
  "People are known by a keyed hash of their address, so that whoever was erased stays left alone.",
  "What was recorded can only be added to, by a role that cannot change it; a signed log shows every change.",
  "No mail goes out without a decision at that moment that cites its evidence.",
  "Logs hold no address; files with secrets are readable by their owner alone.",
];

/** Where the GDPR applies as law, or as the agreement on the European Economic Area has it. */
const economicArea = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "),
);

/** @throws CodedError `setup-missing`. */
export async function processingRecord(world: World): Promise<ProcessingRecord> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  const now = world.clock.now();
  const usage = await world.store.usage.usage((now - days(365)) as Instant);
  const { name, address, registration, country, privacyContact, processors = {} } = setup.controller.content;
  return {
    madeAt: formatInstant(now),
    controller: { name, address, registration, country, privacyContact },
    people: usage.people,
    activities: Object.values(setup.purposes).map(({ key, content }) => activity(setup, usage, key, content)),
    processors: Object.entries(processors).map(([key, processor]) => ({ key, ...processor })),
    terms: terms(setup),
    measures,
    gaps: gaps(setup, world.post.name, usage),
  };
}

function activity(setup: Setup, usage: Usage, purpose: string, declared: PurposeDeclaration): Activity {
  const language = setup.controller.content.languages[0] ?? "en";
  const clauses = Object.values(setup.clauses).filter(({ content }) => content.purpose === purpose);
  const forms = Object.values(setup.forms).filter(({ content }) =>
    content.boxes.some((box) => clauses.some(({ key }) => key === box)),
  );
  const sum = usage.mails.filter((one) => one.purpose === purpose).reduce((all, { mails }) => all + mails, 0);
  const asksCountry = forms.some(({ content }) => content.countries !== undefined);
  return {
    purpose,
    kind: declared.kind,
    label: declared.label[language] ?? purpose,
    wordings: clauses.map(({ content }) => content.text[language] ?? ""),
    bases: usage.permissions
      .filter((one) => one.purpose === purpose)
      .map(({ basis, people }) => ({ basis, people })),
    mails: sum,
    people: declared.childDirected
      ? "children and their parents"
      : "customers, prospects, people who asked for it",
    data: [
      "email address",
      "language",
      ...(asksCountry ? ["country"] : []),
      "what they agreed to, refused or stopped, and when",
      "the words that they were shown",
      "network address and browser at that act, for a short time",
      ...(declared.childDirected ? ["date of birth"] : []),
    ],
  };
}

function terms(setup: Setup): ProcessingRecord["terms"] {
  const { connectionMs, decayMs, proofMs } = lawFor(setup, setup.controller.content.country);
  const inDays = (term: number) => `${Math.round(term / days(1)).toLocaleString("en")} days`;
  return [
    { what: "Consent without any sign of life", term: `ends after ${inDays(decayMs)}` },
    {
      what: "Network address and browser of an act",
      term: connectionMs === 0 ? "not kept" : inDays(connectionMs),
    },
    { what: "Proof, once nothing permits mail", term: `blocked for ${inDays(proofMs)}, then erased` },
    ...Object.values(setup.purposes).flatMap(({ key, content }) =>
      content.proofDays === undefined
        ? []
        : [{ what: `Proof for \`${key}\``, term: `${inDays(days(content.proofDays))} in its place` }],
    ),
    { what: "What other systems were answered about a person", term: inDays(days(verdictsKeptDays)) },
    { what: "Of whom nothing is to be proved", term: inDays(graceMs) },
    { what: "Whoever asks for erasure", term: "at once; a keyed hash and the skeleton of the acts stay" },
  ];
}

function gaps(setup: Setup, relay: string, usage: Usage): string[] {
  const { processors = {} } = setup.controller.content;
  const named = Object.values(processors);
  const covered = (host: string) =>
    named.some(({ relay: of }) => of !== undefined && hostOf(host) === hostOf(of));
  const relays = [...new Set([...relaysOf(relay), ...usage.relays.map((one) => one.relay)])].filter(
    (host) => !isOwn(host) && !covered(host),
  );
  const abroad = named.filter(
    ({ country, transfer }) => !economicArea.has(country) && transfer === undefined,
  );
  return [
    ...relays.map(
      (host) =>
        `Mail goes or went through \`${host}\`, and no processor names it: add it under \`processors\` with its contract (GDPR 28(3)).`,
    ),
    ...abroad.map(
      ({ name, country }) =>
        `${name} is in ${country}, outside the European Economic Area: say under \`transfer\` what makes that lawful (GDPR 44 to 49).`,
    ),
  ];
}

function hostOf(address: string): string {
  return address.replace(/^.*@/, "").replace(/:\d+$/, "").toLowerCase();
}

/** What runs on the machine itself is nobody else's. */
function isOwn(relay: string): boolean {
  return ["none", "localhost", "127.0.0.1", "[::1]"].includes(hostOf(relay));
}
