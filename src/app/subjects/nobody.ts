// Somebody of whom nothing is on record.
import type { Position } from "../../core/position.ts";
import { initialStanding } from "../../core/standing.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Person } from "../ports.ts";

/** @param registers - what the exclusion lists say of the address that is told of them. */
export function nobody(subject: SubjectId, registers: Person["registers"]): Person {
  return {
    registers,
    subject,
    address: null,
    language: null,
    recipient: {},
    standing: initialStanding,
    position: 0 as Position,
  };
}
