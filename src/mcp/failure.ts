// What a call that failed is answered: the code and what to do, never the inside of an unexpected failure.
import { CodedError, errorTable } from "../errors.ts";
import { wordsOfCode } from "./verdict-words.ts";

export interface Failure {
  readonly error: string;
  readonly problem: string;
  readonly detail?: string;
  /** Whether trying again can help. */
  readonly retry: boolean;
  /** Of what the law does not permit: the code, why, and what a human may do about it. */
  readonly refusal?: { readonly code: string; readonly why: string; readonly remedy: string };
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof CodedError))
    return { error: "failed", problem: "the server failed; its log says more", retry: false };
  const { code, detail, retry } = error;
  const refused = code === "message-refused" ? (detail?.replaceAll("`", "") ?? "") : "";
  const words = wordsOfCode(refused);
  return {
    error: code,
    problem: errorTable[code].sentence,
    ...(detail !== undefined && { detail }),
    retry,
    ...(words && { refusal: { code: refused, why: words.operator, remedy: words.remedy } }),
  };
}
