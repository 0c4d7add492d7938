/** The published sub-path `licet/core`: the law as data, and the one function that decides by it. */
export { type Answer, answer, type DecidedAnswer, type InvalidAnswer, toAnswer } from "./answer.ts";
export {
  type Cell,
  type Confidence,
  type Country,
  type Dated,
  isUnsure,
  type Regime,
  type SoftOptIn,
  type Values,
} from "./cells.ts";
export {
  BASES,
  type Basis,
  CODES,
  isBasis,
  isRefusalCode,
  REFUSAL_CODES,
  type RefusalCode,
} from "./codes.ts";
export { decide, type Options } from "./decide.ts";
export type { Explanation, Explanations } from "./explanations/explanation.ts";
export { EXPLANATIONS, type ExplanationLanguage } from "./explanations/languages.ts";
export { FACT_TYPES, type Fact, type FactType, type ParsedFact, parseFact } from "./facts.ts";
export {
  type CalendarDay,
  days,
  formatInstant,
  type Instant,
  parseCalendarDay,
  parseInstant,
  wholeYears,
} from "./instant.ts";
export { type LawChange, lawChanges } from "./law-changes.ts";
export { type Position, parsePosition } from "./position.ts";
export {
  type Asked,
  type Message,
  type ParsedQuestion,
  PURPOSE_KINDS,
  type Purpose,
  type PurposeKind,
  parseQuestion,
  type Question,
  type Recipient,
  type RegisterEntry,
  type Registers,
} from "./question.ts";
export {
  COUNTRIES,
  cellOn,
  cellsOn,
  countryFor,
  NEWEST_RULES,
  type Row,
  RULE_SETS,
  rowFor,
  ruleSetOn,
} from "./rows.ts";
export { evolve, foldFacts, initialStanding, type Standing } from "./standing.ts";
export { parseSubjectId, type SubjectId } from "./subject-id.ts";
export { type Loosening, loosenings, type OwnCells, type Tightening } from "./tightening.ts";
export {
  isPermit,
  type Permit,
  type Refusal,
  type Tracking,
  type Verdict,
} from "./verdict.ts";
