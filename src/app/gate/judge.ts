// The question of the gate, about one person and one mail of other software.
import type { Instant } from "../../core/instant.ts";
import type { Refusal, Verdict } from "../../core/verdict.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { verdictFor } from "../verdicts/verdict-for.ts";
import type { Credential } from "./credential.ts";
import type { Passage, Reply } from "./passage.ts";

export function judge(
  setup: Setup,
  person: Person | undefined,
  { purpose, message, newestContract }: Pick<Passage, "purpose" | "message" | "newestContract">,
  at: Instant,
): Verdict {
  const asked = newestContract
    ? { ...message, contract: runningContract(person, setup.controller.content.id, at) }
    : message;
  return verdictFor(setup, person, purpose, asked, at);
}

/** What a mail says of itself that the gate has not seen yet: whatever speaks most for it. */
export function unseen(
  setup: Setup,
  { purposes }: Credential,
): Pick<Passage, "purpose" | "message" | "newestContract">[] {
  return purposes.map((purpose) => ({ purpose, ...declares(setup, purpose) }));
}

function declares(setup: Setup, purpose: string): Pick<Passage, "message" | "newestContract"> {
  return setup.purposes[purpose]?.content.kind === "service"
    ? { message: { blocks: ["service"] }, newestContract: true }
    : { message: {} };
}

/** The contract that began last of those that run. */
function runningContract(person: Person | undefined, controller: string, at: Instant): string | undefined {
  if (person === undefined) return undefined;
  const { contractStarts, contractEnds } = person.standing;
  return contractStarts.findLast(
    (start) =>
      start.at <= at &&
      (start.controller ?? controller) === controller &&
      !contractEnds.some((end) => end.contract === start.contract && end.at >= start.at && end.at <= at),
  )?.contract;
}

/** 550, with the code, a short reason, and where whoever runs the software reads more. */
export function refusalReply(world: World, { code, purpose }: Pick<Refusal, "code" | "purpose">): Reply {
  return {
    code: 550,
    text: `5.7.1 ${code}: not permitted for \`${purpose}\`; ${world.publicUrl}/law/${code}`,
  };
}

/** Nobody can say now: whoever sends comes again. */
export const unknownState: Reply = {
  code: 451,
  text: "4.3.0 whether this is permitted cannot be told now; try again later",
};

export function undeclared(purpose: string): Reply {
  return { code: 550, text: `5.7.1 the purpose \`${purpose}\` is not declared any more` };
}
