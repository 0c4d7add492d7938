// The report on a list, on paper.
import type { Basis, RefusalCode } from "../../core/codes.ts";
import { EXPLANATIONS } from "../../core/explanations/languages.ts";
import { formatInstant } from "../../core/instant.ts";
import type { Block, PaperDocument } from "../../paper/document.ts";
import { GROUPS } from "../imports/triage.ts";
import { type PurposeFigures, sumOf } from "./figures.ts";
import { deleteBy, groupTitles, nextSteps, type Step, type TriageReport, toDelete } from "./report.ts";

const count = (value: number) => value.toLocaleString("en");

export function reportDocument(report: TriageReport): PaperDocument {
  return {
    title: "Who may be written to",
    subtitle: `${report.file}, ${formatInstant(report.at).slice(0, 10)}`,
    language: "en",
    footer: report.file,
    blocks: [
      {
        kind: "rows",
        rows: [
          { key: "Rows", value: count(report.rows) },
          { key: "Rows that cannot be read", value: count(report.refused) },
          { key: "Read as", value: report.readAs },
          { key: "Addresses came from", value: report.source },
          { key: "SHA-256 of the file", value: { mono: report.hash } },
        ],
      },
      ...report.purposes.flatMap((figures) => purposePart(report, figures)),
      {
        kind: "note",
        text: "Each verdict is the one that is asked when a mail is sent: by the law of the person’s country, and refused where something is unknown. A claim is no proof.",
      },
    ],
  };
}

function purposePart({ at }: TriageReport, figures: PurposeFigures): Block[] {
  const { purpose, people, groups, reasons, countries, ages } = figures;
  const share = (value: number) => (people === 0 ? "" : `${((value * 100) / people).toFixed(1)} %`);
  return [
    { kind: "heading", text: purpose },
    {
      kind: "table",
      columns: [{ title: "Group" }, { title: "People", align: "right" }, { title: "Share", align: "right" }],
      rows: GROUPS.map((group) => [groupTitles[group], count(groups[group]), share(groups[group])]),
    },
    { kind: "heading", level: 2, text: "What to do next" },
    ...steps(nextSteps(figures, at), "Nobody is left to be asked."),
    { kind: "heading", level: 2, text: `What has to go by ${formatInstant(deleteBy(at)).slice(0, 10)}` },
    ...steps(toDelete(figures), "Nothing."),
    {
      kind: "table",
      caption: "Why",
      columns: [{ title: "Reason" }, { title: "People", align: "right" }, { title: "What would change it" }],
      rows: reasons.map(({ reason, people: some }) => {
        const { name, remedy } = EXPLANATIONS.en[reason as Basis | RefusalCode];
        return [name, count(some), remedy];
      }),
    },
    byGroup(
      "By country",
      "Country",
      countries.slice(0, 30).map(({ country, groups: some }) => [country ?? "unknown", some] as const),
    ),
    byGroup(
      "By age of the newest consent or purchase",
      "Age",
      ages.map(({ age, groups: some }) => [age, some] as const),
    ),
  ];
}

function steps(all: readonly Step[], none: string): Block[] {
  return all.length === 0
    ? [{ kind: "paragraph", text: none }]
    : [
        {
          kind: "rows",
          rows: all.map(({ people, title, text }) => ({ key: count(people), value: `${title}. ${text}` })),
        },
      ];
}

function byGroup(
  caption: string,
  title: string,
  rows: readonly (readonly [string, PurposeFigures["groups"]])[],
): Block {
  return {
    kind: "table",
    caption,
    columns: [
      { title },
      ...["proven", "customer", "company", "ask", "never", "all"].map((name) => ({
        title: name,
        align: "right" as const,
      })),
    ],
    rows: rows.map(([name, groups]) => [
      name,
      ...GROUPS.map((group) => count(groups[group])),
      count(sumOf(groups)),
    ]),
  };
}
