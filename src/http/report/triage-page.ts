// The report on a list as one HTML file: plots drawn as SVG, no script, nothing fetched from anywhere.
import { html, raw } from "hono/html";
import { GROUPS } from "../../app/imports/triage.ts";
import type { ByGroup, PurposeFigures } from "../../app/triage/figures.ts";
import { sumOf } from "../../app/triage/figures.ts";
import {
  deleteBy,
  groupTitles,
  nextSteps,
  type Step,
  type TriageReport,
  toDelete,
} from "../../app/triage/report.ts";
import type { Basis, RefusalCode } from "../../core/codes.ts";
import { EXPLANATIONS } from "../../core/explanations/languages.ts";
import { formatInstant } from "../../core/instant.ts";
import type { Html } from "../pages/layout.ts";
import { reportCss } from "./report-style.ts";

const count = (value: number) => value.toLocaleString("en");
const people = (value: number) => `${count(value)} ${value === 1 ? "person" : "people"}`;
const share = (value: number, all: number) => (all === 0 ? "" : `${((value * 100) / all).toFixed(1)} %`);
const day = (report: TriageReport) => formatInstant(report.at).slice(0, 10);

/** @returns a whole document. */
export async function triagePage(report: TriageReport): Promise<string> {
  const page = await html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Who may be written to: ${report.file}</title>
<style>${raw(reportCss)}</style></head><body><main>
<h1>Who may be written to</h1>
<p class="lead">${report.file} · ${count(report.rows)} rows · ${day(report)}</p>
<dl class="facts"><div><dt>Read as</dt><dd>${report.readAs}</dd></div><div><dt>Addresses came from</dt><dd>${report.source}</dd></div>
<div><dt>Rows that cannot be read</dt><dd>${count(report.refused)}</dd></div></dl>
${report.purposes.map((figures) => purposePart(report, figures))}
<footer><p>Each verdict is the one that is asked when a mail is sent: by the law of the person’s country, and refused where something is
unknown. A claim is no proof: “they all agreed” counts for nothing until the words that they saw are attached.</p>
<p class="mark">SHA-256 of the file ${report.hash}</p></footer>
</main></body></html>`;
  return String(page);
}

function purposePart(report: TriageReport, figures: PurposeFigures): Html {
  const { purpose, groups, reasons, countries, forms, ages, ending } = figures;
  return html`<section><h2>${purpose}</h2>
${wholeBar(figures)}
<table class="legend"><caption class="hidden">People by group</caption><tbody>${GROUPS.map(
    (group) => html`<tr><th scope="row"><span class="key ${group}"></span>${groupTitles[group]}</th>
<td class="number">${count(groups[group])}</td><td class="number soft">${share(groups[group], figures.people)}</td></tr>`,
  )}</tbody></table>
<h3>What to do next</h3>${steps(nextSteps(figures, report.at), "Nobody is left to be asked.")}
<h3>What has to go by ${formatInstant(deleteBy(report.at)).slice(0, 10)}</h3>${steps(toDelete(figures), "Nothing.")}
<h3>Why</h3><table class="why"><thead><tr><th scope="col">Reason</th><th scope="col" class="number">People</th><th scope="col">What would change it</th></tr></thead>
<tbody>${reasons.map(({ group, reason, people }) => {
    const words = EXPLANATIONS.en[reason as Basis | RefusalCode];
    return html`<tr><th scope="row"><span class="key ${group}"></span>${words.name}<code>${reason}</code></th>
<td class="number">${count(people)}</td><td>${words.remedy}</td></tr>`;
  })}</tbody></table>
<div class="plots">
${bars(
  "By country",
  countries.slice(0, 12).map(({ country, groups }) => [country ?? "unknown", groups] as const),
)}
${bars(
  "By age of the newest consent or purchase",
  ages.map(({ age, groups }) => [age, groups] as const),
)}
${
  forms.length > 1
    ? bars(
        "By form",
        forms.slice(0, 10).map(({ form, groups }) => [form ?? "not said", groups] as const),
      )
    : ""
}
${columns(ending.slice(0, 36))}
</div></section>`;
}

function steps(all: readonly Step[], none: string): Html {
  return all.length === 0
    ? html`<p class="soft">${none}</p>`
    : html`<ul class="steps">${all.map(
        (step) =>
          html`<li><strong>${count(step.people)}</strong><div><b>${step.title}</b><p>${step.text}</p></div></li>`,
      )}</ul>`;
}

const width = 640;
/** Between the parts of a bar, so that they can be told apart without their colours. */
const gap = 2;

/** The parts of a bar, each as long as its share of `most`. */
function parts(groups: ByGroup, y: number, height: number, left: number, room: number, most: number): Html[] {
  let x = left;
  return GROUPS.filter((group) => groups[group] > 0).map((group) => {
    const long = (groups[group] / Math.max(1, most)) * room;
    const part = html`<rect class="${group}" x="${x.toFixed(1)}" y="${y}" width="${Math.max(0.75, long - gap).toFixed(1)}" height="${height}" rx="2"><title>${groupTitles[group]}: ${count(groups[group])}</title></rect>`;
    x += long;
    return part;
  });
}

function wholeBar({ groups, people: all }: PurposeFigures): Html {
  const words = GROUPS.map((group) => `${groupTitles[group]}: ${count(groups[group])}`).join("; ");
  return html`<svg class="whole" viewBox="0 0 ${width} 34" preserveAspectRatio="none" role="img" aria-label="${people(all)}. ${words}">${parts(groups, 0, 34, 0, width, sumOf(groups))}</svg>`;
}

function bars(title: string, rows: readonly (readonly [string, ByGroup])[]): Html {
  const most = Math.max(1, ...rows.map(([, groups]) => sumOf(groups)));
  const [line, left, right] = [30, 130, 84];
  const room = width - left - right;
  return html`<figure><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${width} ${rows.length * line}" role="img" aria-label="${title}: ${rows.map(([name, groups]) => `${name} ${count(sumOf(groups))}`).join(", ")}">${rows.map(
    (
      [name, groups],
      nth,
    ) => html`<text x="${left - 12}" y="${nth * line + 20}" text-anchor="end">${shortened(name)}</text>
${parts(groups, nth * line + 6, 18, left, room, most)}
<text class="soft" x="${(left + (sumOf(groups) / most) * room + 8).toFixed(1)}" y="${nth * line + 20}">${count(sumOf(groups))}</text>`,
  )}</svg></figure>`;
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length > 16 ? `${characters.slice(0, 15).join("")}…` : name;
}

/** How many permissions end in which month; nothing where none has an end. */
function columns(months: PurposeFigures["ending"]): Html | string {
  if (months.length === 0) return "";
  const most = Math.max(...months.map(({ people }) => people));
  const high = 120;
  const step = Math.min(48, width / months.length);
  const every = Math.max(1, Math.ceil(64 / step));
  return html`<figure><figcaption>When permissions end</figcaption>
<svg viewBox="0 0 ${width} ${high + 40}" role="img" aria-label="When permissions end: ${months.map(({ month, people }) => `${month} ${count(people)}`).join(", ")}">${months.map(
    ({ month, people }, nth) => {
      const tall = Math.max(1, (people / most) * high);
      return html`<rect class="customer" x="${(nth * step).toFixed(1)}" y="${(high + 16 - tall).toFixed(1)}" width="${Math.max(1, step - 4).toFixed(1)}" height="${tall.toFixed(1)}" rx="2"><title>${month}: ${count(people)}</title></rect>
${nth % every === 0 ? html`<text class="soft" x="${(nth * step).toFixed(1)}" y="${high + 34}">${month}</text>` : ""}`;
    },
  )}<text class="soft" x="0" y="10">most: ${count(most)} in a month</text></svg></figure>`;
}
