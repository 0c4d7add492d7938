// What a request that does not fit its schema is answered: every field that is wrong, and never what it held.
import type { Context } from "hono";
import type { z } from "zod";
import { shown } from "../../core/input.ts";
import { CodedError } from "../../errors.ts";
import { answerProblem, type FieldError, problemOf } from "../problem.ts";

type Checked = { target: string } & ({ success: true } | { success: false; error: z.ZodError });

/** The hook that every route calls after validation. */
export function refuseInvalid(result: Checked, c: Context): Response | undefined {
  if (result.success) return undefined;
  const code = result.target === "json" ? "body-malformed" : "query-malformed";
  return answerProblem(c, problemOf(new CodedError(code), result.error.issues.map(fieldError)));
}

function fieldError(issue: z.core.$ZodIssue): FieldError {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return { path, problem: `unknown field ${issue.keys.map(shown).join(", ")}` };
  return { path, problem: issue.message.charAt(0).toLowerCase() + issue.message.slice(1) };
}
