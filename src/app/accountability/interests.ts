// The assessment of legitimate interests (GDPR 6(1)(f)), for what rests on them: written from figures, to be judged by a person.
import { days, formatInstant, type Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import type { World } from "../ports.ts";

export interface Assessment {
  readonly purpose: string;
  readonly label: string;
  readonly basis: "soft-opt-in" | "corporate-opt-out";
  readonly people: number;
  /** Mails of the last year on this basis. */
  readonly mails: number;
  /** The three questions, each answered as far as figures and set-up can. */
  readonly interest: string;
  readonly necessity: string;
  readonly balance: readonly string[];
  /** What only a person can judge. */
  readonly open: readonly string[];
}

export interface InterestsRecord {
  readonly madeAt: string;
  readonly controller: string;
  readonly assessments: readonly Assessment[];
  /** What people said against mail within a year, by type of fact. */
  readonly stops: Readonly<Record<string, number>>;
}

const bases = ["soft-opt-in", "corporate-opt-out"] as const;

const reasons = {
  "soft-opt-in": {
    interest:
      "To tell customers of one's own similar goods and services (recital 47 of the GDPR names direct marketing; Directive 2002/58/EC 13(2) allows this one).",
    safeguards: [
      "The address came from the customer, in a sale, with a free way to refuse at that moment; who refused is not in it.",
      "Similar goods and services of the same seller alone, and only for the time that the country allows.",
      "Exclusion lists are asked where the law has them.",
    ],
  },
  "corporate-opt-out": {
    interest:
      "To approach companies about what concerns their work, where the country allows it until they refuse.",
    safeguards: [
      "Companies alone, proven by their entry in a register; free mailboxes and sole traders are not in it.",
      "The first message says where the address came from and how to object (GDPR 14, 21(4)).",
      "Exclusion lists are asked where the law has them.",
    ],
  },
} as const;

/** @throws CodedError `setup-missing`. */
export async function interestsRecord(world: World): Promise<InterestsRecord> {
  const setup = await world.store.setup.current();
  if (setup === null) throw new CodedError("setup-missing");
  const now = world.clock.now();
  const usage = await world.store.usage.usage((now - days(365)) as Instant);
  const { name, languages } = setup.controller.content;
  const assessments = Object.values(setup.purposes).flatMap(({ key, content }) =>
    bases.flatMap((basis): Assessment[] => {
      const people = usage.permissions.find((one) => one.purpose === key && one.basis === basis)?.people ?? 0;
      const mails = usage.mails.find((one) => one.purpose === key && one.basis === basis)?.mails ?? 0;
      if (people + mails === 0) return [];
      const { interest, safeguards } = reasons[basis];
      const label = content.label[languages[0] ?? "en"] ?? key;
      return [
        {
          ...{ purpose: key, label, basis, people, mails, interest },
          necessity:
            "Email with the address, the language and the history of the relation; nothing else is read for it, and nothing is measured without a consent of its own.",
          balance: [
            ...safeguards,
            "Every mail leads out of it with one press, and to a page that says why it came.",
            `${count(mails)} mails went out on this ground within a year${mails === 0 ? "" : `, to people who were ${count(people)} at the time of this record`}.`,
          ],
          open: [
            "Would these people expect it, from you and this often?",
            "Is there a milder way to the same end?",
            "Who decided, and when will it be looked at again?",
          ],
        },
      ];
    }),
  );
  return { madeAt: formatInstant(now), controller: name, assessments, stops: usage.stops };
}

function count(value: number): string {
  return value.toLocaleString("en");
}
