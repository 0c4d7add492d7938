/** What can be said of a basis or a refusal code to those who are not lawyers. */
import type { Basis, RefusalCode } from "../codes.ts";

/** One basis or code in the words of one language, for whoever sends. */
export type OperatorWords = {
  /** A few words, as in a heading or a table. */
  readonly name: string;
  /** What is on record, or what is missing. */
  readonly operator: string;
  /** What may lawfully be done about a refusal, or what a permit still asks for. */
  readonly remedy: string;
};

/** Every basis and every code; a language that lacks one does not compile. */
export type OperatorExplanations = Readonly<Record<Basis | RefusalCode, OperatorWords>>;

/** The same, with what the person is told. */
export type Explanation = OperatorWords & {
  /** To the person, from the controller: plain and polite. */
  readonly recipient: string;
};

/** Every basis and every code. */
export type Explanations = Readonly<Record<Basis | RefusalCode, Explanation>>;
