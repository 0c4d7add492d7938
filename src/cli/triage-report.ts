// Writes the report on a list, in the form that the name of the file says.
import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import type { TriageReport } from "../app/triage/report.ts";
import { CodedError } from "../errors.ts";
import { UsageError } from "./failure.ts";

const makers = {
  ".html": async (report: TriageReport) => (await import("../http/report/triage-page.ts")).triagePage(report),
  ".pdf": async (report: TriageReport) => {
    const { reportDocument } = await import("../app/triage/report-paper.ts");
    const { renderPdf } = await import("../paper/render.ts");
    return renderPdf(reportDocument(report), { createdAt: report.at });
  },
  ".json": async (report: TriageReport) => {
    const { reportAsJson } = await import("../app/triage/report.ts");
    return `${JSON.stringify(reportAsJson(report), null, 2)}\n`;
  },
} as const satisfies Record<string, (report: TriageReport) => Promise<string | Uint8Array>>;

export type ReportKinds = ReadonlyMap<string, keyof typeof makers>;

/** Known before the work begins, so that a mistyped name costs nothing. */
export function reportKinds(files: readonly string[]): ReportKinds {
  return new Map(
    files.map((file) => {
      const kind = extname(file).toLowerCase();
      if (!Object.hasOwn(makers, kind))
        throw new UsageError(`\`${file}\`: a report ends with ${Object.keys(makers).join(", ")}`);
      return [file, kind as keyof typeof makers] as const;
    }),
  );
}

export async function saveReports(kinds: ReportKinds, report: TriageReport): Promise<void> {
  for (const [file, kind] of kinds) {
    const content = await makers[kind](report);
    await writeFile(file, content, { mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
      throw new CodedError("file-unwritable", `\`${file}\` (${cause.code})`, { cause });
    });
  }
}
