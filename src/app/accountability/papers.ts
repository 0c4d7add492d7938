// The records of the controller, on paper.
import { en } from "../../core/explanations/en.ts";
import type { Block, PaperDocument } from "../../paper/document.ts";
import type { InterestsRecord } from "./interests.ts";
import type { ProcessingRecord } from "./processing.ts";

const count = (value: number) => value.toLocaleString("en");
const heading = (text: string): Block => ({ kind: "heading", text });
const nameOf = (basis: string) => (Object.hasOwn(en, basis) ? en[basis as keyof typeof en].name : basis);

export function processingPaper(record: ProcessingRecord): PaperDocument {
  const { controller, activities, processors, terms, measures, gaps, people } = record;
  return {
    title: "Record of processing activities",
    subtitle: `GDPR 30(1), as of ${record.madeAt.slice(0, 10)}`,
    language: "en",
    organisation: controller.name,
    blocks: [
      ...(gaps.length > 0
        ? [heading("What this record lacks"), { kind: "list", items: gaps } satisfies Block]
        : []),
      heading("The controller"),
      {
        kind: "rows",
        rows: [
          { key: "Name", value: controller.name },
          { key: "Address", value: controller.address },
          { key: "Registration", value: controller.registration },
          { key: "Data protection", value: controller.privacyContact },
          { key: "People on record", value: count(people) },
        ],
      },
      ...activities.flatMap((activity): Block[] => [
        heading(activity.label),
        {
          kind: "rows",
          rows: [
            { key: "Purpose", value: `${activity.purpose} (${activity.kind})` },
            { key: "People", value: activity.people },
            { key: "Data", value: activity.data.join("; ") },
            {
              key: "Rests on",
              value:
                activity.bases
                  .map(({ basis, people: some }) => `${nameOf(basis)}: ${count(some)}`)
                  .join("; ") || "nobody may be written to for it now",
            },
            { key: "Mails within a year", value: count(activity.mails) },
          ],
        },
        ...activity.wordings.map((text): Block => ({ kind: "quotation", text })),
      ]),
      heading("Who receives the data"),
      processors.length === 0
        ? { kind: "paragraph", text: "Nobody is named." }
        : {
            kind: "table",
            columns: ["Who", "Does", "Where", "Contract", "Since", "Transfer"].map((title) => ({ title })),
            rows: processors.map((one) => [
              one.name,
              one.does,
              one.country,
              one.contract,
              one.since,
              one.transfer ?? "",
            ]),
          },
      heading("How long"),
      { kind: "rows", rows: terms.map(({ what, term }) => ({ key: what, value: term })) },
      heading("How it is protected"),
      { kind: "list", items: measures },
    ],
  };
}

export function interestsPaper(record: InterestsRecord): PaperDocument {
  const stops = Object.entries(record.stops);
  return {
    title: "Assessment of legitimate interests",
    subtitle: `GDPR 6(1)(f), as of ${record.madeAt.slice(0, 10)}`,
    language: "en",
    organisation: record.controller,
    blocks: [
      ...(record.assessments.length === 0
        ? [{ kind: "paragraph", text: "Nothing rests on legitimate interests." } satisfies Block]
        : []),
      ...record.assessments.flatMap((one): Block[] => [
        heading(`${one.label}: ${nameOf(one.basis)}`),
        {
          kind: "rows",
          rows: [
            { key: "People now", value: count(one.people) },
            { key: "Mails within a year", value: count(one.mails) },
            { key: "The interest", value: one.interest },
            { key: "Why it takes this", value: one.necessity },
          ],
        },
        { kind: "heading", level: 2, text: "What weighs for the people" },
        { kind: "list", items: one.balance },
        { kind: "heading", level: 2, text: "To be judged, and signed" },
        { kind: "list", items: one.open },
      ]),
      ...(stops.length > 0
        ? [
            heading("What people said within a year"),
            {
              kind: "rows",
              rows: stops.map(([type, facts]) => ({ key: type, value: count(facts) })),
            } satisfies Block,
          ]
        : []),
      {
        kind: "note",
        text: "Written from what is set up and what was done. It is an assessment once somebody has judged the open questions and put their name and a date to it.",
      },
    ],
  };
}
