// What became of a campaign, as figures in columns and as one line.
import type { CampaignProgress } from "../app/campaigns/campaign.ts";
import type { Measured } from "../app/measuring/measures-table.ts";
import { isRefusalCode } from "../core/codes.ts";
import { en } from "../core/explanations/en.ts";
import type { Step } from "./progress.ts";
import { aside, columns, count, paint } from "./terminal.ts";

const refusedOf = ({ refused }: CampaignProgress) => Object.values(refused).reduce((a, b) => a + b, 0);
const byFrequency = ({ refused }: CampaignProgress) => Object.entries(refused).sort(([, a], [, b]) => b - a);

/** @param waiting - whether nothing has moved for a while: then the mail server does not answer. */
export function progressStep(progress: CampaignProgress, waiting: boolean): Step {
  const { sent, heldBack, failed, uncertain, deferred, inFlight, audience } = progress;
  const refused = refusedOf(progress);
  const reasons = byFrequency(progress).map(([code, people]) => `${code} ${count(people)}`);
  const note = [
    ...(waiting ? ["the mail server does not answer, trying again"] : []),
    `sent ${count(sent)}`,
    `refused ${count(refused)}`,
    ...(heldBack > 0 ? [`held back ${count(heldBack)}`] : []),
    `failed ${count(failed)}`,
    ...(uncertain > 0 ? [`uncertain ${count(uncertain)}`] : []),
    ...(deferred > 0 ? [`put off ${count(deferred)}`] : []),
    ...(inFlight > 0 ? [`in flight ${count(inFlight)}`] : []),
    ...(reasons.length > 0 ? [`refused as ${reasons.join(", ")}`] : []),
  ].join(" · ");
  return { done: sent + refused + heldBack + failed + uncertain, total: audience, note };
}

/** What came back of the sent ones; nothing where nobody listens, or nothing has yet. */
function returnedRows({ bounced, complained, refusedUs }: CampaignProgress["returned"]): string[][] {
  const rows: [string, number, string][] = [
    ["  bounced", bounced, "of those sent: came back, the address or the mailbox being the reason"],
    ["  complained", complained, "of those sent: reported as unwanted; they are not written to again"],
    ["  refused us", refusedUs, "of those sent: came back for a reason of ours; see docs/operate/bounces.md"],
  ];
  return rows
    .filter(([, people]) => people > 0)
    .map(([title, people, words]) => [title, count(people), aside(words)]);
}

export function campaignTable(progress: CampaignProgress): string[] {
  const { sent, heldBack, failed, uncertain, deferred, inFlight, returned } = progress;
  const line = (title: string, people: number, words: string) => [
    title,
    paint("bold", count(people)),
    aside(words),
  ];
  return columns(
    [
      line(paint("green", "sent"), sent, "handed over to the mail server"),
      ...returnedRows(returned),
      line("refused", refusedOf(progress), "may not be written to; nothing was sent"),
      ...byFrequency(progress).map(([code, people]) => [
        `  ${code}`,
        count(people),
        isRefusalCode(code) ? aside(en[code].name) : "",
      ]),
      ...(heldBack > 0
        ? [line("held back", heldBack, "hear less often, or were asked lately; nothing was sent")]
        : []),
      line(failed > 0 ? paint("red", "failed") : "failed", failed, "the mail server did not take it"),
      line(
        uncertain > 0 ? paint("yellow", "uncertain") : "uncertain",
        uncertain,
        "cut off on the way; not sent again by itself",
      ),
      ...(deferred > 0
        ? [line(paint("yellow", "put off"), deferred, "by their mail server, for now; tried again")]
        : []),
      ...(inFlight > 0 ? [line("in flight", inFlight, "being handed over now")] : []),
    ],
    [1],
  );
}

/** Whether the account of a finished campaign closes; null: it is not finished. */
export function accountLine(progress: CampaignProgress): string | null {
  const { sent, heldBack, failed, uncertain, concerned } = progress;
  if (concerned === null) return null;
  const known = sent + refusedOf(progress) + heldBack + failed + uncertain;
  return known === concerned
    ? `in all ${count(concerned)}: everybody whom it concerned, nobody passed over`
    : paint(
        "red",
        `in all ${count(known)} of ${count(concerned)} whom it concerned; the others were passed over`,
      );
}

/** Opens and clicks of those who let themselves be measured; nothing where nobody does. */
export function measuredTable(measured: readonly Measured[]): string[] {
  if (measured.length === 0) return [];
  const rows = measured.map(({ link, people, times }) => [
    link === null ? "opened" : "  clicked",
    paint("bold", count(people)),
    aside(`${link ?? "of those who let themselves be measured"}, ${count(times)} times in all`),
  ]);
  return ["", ...columns(rows, [1])];
}
