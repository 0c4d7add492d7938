// The report on a list: its figures, what to do next with each group by lawful ways, and what has to go by when.
import { days, formatInstant, type Instant } from "../../core/instant.ts";
import type { Group } from "../imports/triage.ts";
import type { PurposeFigures } from "./figures.ts";

export interface TriageReport {
  readonly file: string;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
  readonly at: Instant;
  /** How the columns were read. */
  readonly readAs: string;
  /** Where the addresses came from, as the operator says. */
  readonly source: string;
  readonly rows: number;
  /** Rows that cannot be read. */
  readonly refused: number;
  readonly purposes: readonly PurposeFigures[];
}

export const groupTitles: Readonly<Record<Group, string>> = {
  proven: "May be written to, on proof",
  customer: "As a customer, for a time",
  company: "By the rules for companies",
  ask: "Not before a new consent",
  never: "Never",
};

export interface Step {
  readonly people: number;
  readonly title: string;
  readonly text: string;
}

/** Ends within so many days: to be asked now. */
const soonDays = 90;
/** Whoever is not told within a month where their data came from is not lawfully kept (GDPR 14(3)(a)). */
const keptDays = 30;

/** By when the addresses have to go for which there is no reason. */
export function deleteBy(at: Instant): Instant {
  return (at + days(keptDays)) as Instant;
}

/** What to do next, the most people first; steps that concern nobody are left out. */
export function nextSteps(figures: PurposeFigures, at: Instant): readonly Step[] {
  const { groups, channels, ending, reasons } = figures;
  const soon = formatInstant((at + days(soonDays)) as Instant).slice(0, 7);
  const lapsing = ending.filter(({ month }) => month <= soon).reduce((sum, { people }) => sum + people, 0);
  const steps: Step[] = [
    {
      people: groups.proven,
      title: "Write to them",
      text: "Their consent is proven. Keep the files that prove it, with the date of this report.",
    },
    {
      people: groups.customer,
      title: "Write to them about similar things, and ask for consent while you may",
      text: "Until the day that stands beside each of them. A box at the next order, or a line in a mail that you may send, turns this into a consent that lasts.",
    },
    {
      people: groups.company,
      title: "Write to them about their work",
      text: "If the message names the balancing test, says where the address came from and how to object (GDPR 14, 21(4)).",
    },
    {
      people: reasons.find(({ reason }) => reason === "register-stale")?.people ?? 0,
      title: "Ask the exclusion list of their country",
      text: "They are customers, or companies, of a country that keeps one. Whoever is not on it may be written to on the day that it was asked.",
    },
    {
      people: channels.order,
      title: "Ask with a box at their next order",
      text: "They bought from you. An empty box with its purpose beside it is lawful there; a mail that asks for it is not.",
    },
    {
      people: channels.signIn,
      title: "Ask when they sign in",
      text: "They were there within a year. A banner on the page of their account may ask them.",
    },
    {
      people: channels.elsewhere,
      title: "Ask at the counter, by letter, or by a code to scan",
      text: "Where you meet them anyway. Advertising by post needs no consent in most countries, but heeds an objection.",
    },
    {
      people: lapsing,
      title: "Ask first those whose permission ends soon",
      text: `It ends within ${soonDays} days; after that day they may not be asked by mail any more.`,
    },
  ];
  return steps.filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people);
}

/** What has to go, and why. */
export function toDelete({ groups, unneeded }: PurposeFigures): readonly Step[] {
  return [
    {
      people: unneeded,
      title: "Addresses that nothing but advertising was kept for",
      text: "They bought nothing and proved nothing. Without another reason of your own they go (GDPR 5(1)(c), 5(1)(e)); at the latest a month after you got them they would have to be told where from (GDPR 14(3)(a)).",
    },
    {
      people: groups.never,
      title: "Addresses of those who said no, or who cannot be reached",
      text: "Keep of them only what it takes to leave them alone: Licet keeps a keyed hash and no address. What a contract or an account needs stays where it is.",
    },
  ].filter(({ people }) => people > 0);
}

/** As JSON, with the texts of the steps. */
export function reportAsJson(report: TriageReport): object {
  return {
    ...report,
    at: formatInstant(report.at),
    purposes: report.purposes.map((figures) => ({
      ...figures,
      next: nextSteps(figures, report.at),
      toDelete: toDelete(figures),
      deleteBy: formatInstant(deleteBy(report.at)).slice(0, 10),
    })),
  };
}
