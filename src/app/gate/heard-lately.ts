// A wish to hear of a purpose less often binds advertising, whoever sends it (record 21).
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { wishedAtMost } from "../subjects/decide-permissions.ts";
import type { GivenVerdict } from "../verdicts/verdicts-table.ts";
import type { Passage, Reply } from "./passage.ts";

/** The code of whoever may have the mail, and wishes to hear of its purpose less often. */
export const heldBack = "held-back";

/** Which of these people have heard of the purpose too lately for their wish; nobody, where it advertises nothing. */
export async function whoHeardLately(
  world: World,
  setup: Setup,
  people: readonly (Person | undefined)[],
  purpose: Passage["purpose"],
  at: Instant,
): Promise<ReadonlySet<SubjectId>> {
  if (setup.purposes[purpose]?.content.kind !== "marketing") return new Set();
  const wishing = people.flatMap((person) => {
    const atMost = person && wishedAtMost(person, purpose, setup.controller.content.id, at);
    return atMost ? [{ subject: person.subject, atMost }] : [];
  });
  return world.store.gate.heardLately(wishing, purpose, at);
}

export function heldBackReply({ publicUrl }: World, purpose: string): Reply {
  return {
    code: 550,
    text: `5.7.1 ${heldBack}: they wish to hear of \`${purpose}\` less often than this; ${publicUrl}/law/${heldBack}`,
  };
}

/** A refusal that rests on no fact about the person. */
export function bareRefusal(code: "message-noncompliant" | typeof heldBack): GivenVerdict["verdict"] {
  return { outcome: "refusal", code, basis: null, evidence: [], validUntil: null, tracking: "none" };
}
