// The table of an audience: how many may be written to and how many may not, by basis and by reason.
import type { AudienceCounts } from "../app/campaigns/audience.ts";
import { en } from "../core/explanations/en.ts";
import { aside, columns, count, paint } from "./terminal.ts";

export function audienceTable({ people, permits, refusals }: AudienceCounts): string[] {
  const share = (value: number) => (people === 0 ? "" : `${((value * 100) / people).toFixed(1)} %`);
  const total = (title: string, counts: ReadonlyMap<string, number>) => {
    const sum = [...counts.values()].reduce((a, b) => a + b, 0);
    return [title, paint("bold", count(sum)), share(sum), ""];
  };
  const line = (name: string, value: number, words: string) => [
    `  ${name}`,
    count(value),
    share(value),
    aside(words),
  ];
  return columns(
    [
      total(paint(["green", "bold"], "may be written to"), permits),
      ...[...permits].map(([basis, value]) => line(basis, value, en[basis].name)),
      [""],
      total(paint(["red", "bold"], "may not be written to"), refusals),
      ...[...refusals].map(([code, value]) => line(code, value, en[code].name)),
    ],
    [1, 2],
  );
}
