// Approvals that are older than the words they stand beside: what is applied changes a wording and not its approval.
import type { Plan } from "../setup/plan.ts";
import type { LintFinding } from "./finding.ts";

/** Only a comparison with what is in force can tell, so this is no part of the lint of a file. */
export function outdatedApprovals({ changes, publish }: Plan): LintFinding[] {
  return changes.flatMap(({ kind, key, change, differences }) => {
    if (change !== "newVersion" || (kind !== "clause" && kind !== "form")) return [];
    const [content] = publish.filter(
      ({ kind: published, published: { key: its } }) => published === kind && its === key,
    );
    const place = kind === "clause" ? "" : "softOptIn.";
    const differs = (part: string) => differences.some(({ path }) => path.startsWith(`${place}${part}`));
    if (!isApproved(content?.published.content) || !differs("text.") || differs("approval")) return [];
    return [
      {
        rule: "approval-outdated",
        path: kind === "clause" ? ["clauses", key] : ["forms", key, "softOptIn"],
        problem: "has other words than those that were approved",
      },
    ];
  });
}

function isApproved(content: unknown): boolean {
  if (typeof content !== "object" || content === null) return false;
  return "approval" in content || ("softOptIn" in content && isApproved(content.softOptIn));
}
