// How a failure is told over HTTP: problem details (RFC 9457), the status chosen by the error's code alone.
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { CodedError, type ErrorCode, errorTable } from "../errors.ts";

/** The one translation of error codes; a code without a status does not compile. */
export const statusOf = {
  "address-malformed": 422,
  "api-key-malformed": 422,
  "api-key-missing": 401,
  "api-key-unknown": 401,
  "attachment-malformed": 422,
  "attachments-too-large": 413,
  "body-malformed": 400,
  "body-too-large": 413,
  "box-unknown": 422,
  "case-address-missing": 422,
  "case-address-other": 422,
  "case-answered": 409,
  "case-extended": 409,
  "case-extension-late": 409,
  "case-not-erased": 409,
  "case-reasons-missing": 422,
  "case-unknown": 404,
  "campaign-ended": 409,
  "campaign-unknown": 404,
  "cursor-unknown": 410,
  "checkpoint-malformed": 422,
  "checkpoint-missing": 404,
  "clause-immutable": 409,
  "clock-off": 500,
  "clock-wrong": 500,
  "database-newer": 500,
  "database-too-old": 500,
  "data-folder-unusable": 500,
  "database-unreachable": 503,
  "database-unsealed": 500,
  "credential-malformed": 422,
  "credential-unknown": 404,
  "dkim-key-unknown": 404,
  "gate-missing": 500,
  "dkim-keys-malformed": 500,
  "domain-malformed": 422,
  "log-behind": 503,
  "file-unwritable": 500,
  // Insufficient Storage, RFC 4918 11.5: a temporary condition.
  "disk-full": 507,
  "disk-failing": 503,
  "embedded-failed": 500,
  "embedded-root": 500,
  "embedded-locked": 500,
  "fact-conflict": 409,
  "fact-ahead": 422,
  "fact-malformed": 422,
  "mail-unreadable": 422,
  "file-unreadable": 500,
  "form-for-children": 409,
  "form-token-malformed": 422,
  "form-token-redeemed": 409,
  "form-unknown": 404,
  "dates-ambiguous": 422,
  "declaration-missing": 422,
  "evidence-missing": 422,
  "import-mismatched": 422,
  "import-repeated": 409,
  "hash-key-malformed": 422,
  "hook-unverified": 403,
  "import-undone": 409,
  "import-unknown": 404,
  "hold-unknown": 404,
  "legal-hold": 409,
  "line-malformed": 422,
  "mapping-malformed": 422,
  "mapping-missing": 422,
  "log-forked": 500,
  "master-key-malformed": 500,
  "master-key-missing": 500,
  "master-key-unavailable": 503,
  "media-type-unsupported": 415,
  "method-not-allowed": 405,
  "migration-refused": 500,
  "not-found": 404,
  "origin-refused": 403,
  "port-taken": 500,
  "purpose-not-marketing": 422,
  "purpose-not-service": 422,
  "message-refused": 403,
  "message-unknown": 404,
  "relay-missing": 500,
  "server-missing": 500,
  "idempotency-key-malformed": 400,
  "idempotency-key-reused": 422,
  "purpose-unknown": 422,
  "query-malformed": 400,
  "rate-limited": 429,
  "register-ahead": 422,
  "register-command-failed": 502,
  "register-empty": 422,
  "register-malformed": 422,
  "register-older": 409,
  "register-shrunk": 422,
  "register-stale": 422,
  "register-unknown": 422,
  "relay-refused": 502,
  "relay-unknown": 404,
  "row-malformed": 422,
  "scope-missing": 403,
  "relay-other": 409,
  "secret-changed": 500,
  "segment-malformed": 422,
  "relays-malformed": 500,
  "setting-malformed": 500,
  "setup-malformed": 422,
  "setup-missing": 409,
  "submission-malformed": 422,
  "subject-unknown": 404,
  "table-unreadable": 422,
  "template-malformed": 422,
  "timestamp-unanswered": 502,
  "token-expired": 410,
  "token-malformed": 400,
  "webhook-malformed": 422,
  "webhook-unknown": 404,
  "witness-unanswered": 502,
} as const satisfies Record<ErrorCode, ContentfulStatusCode>;

/** Members of a problem document; `errors` says which part of the request is meant. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** `path` leads to the field, as in `template.format`. */
export interface FieldError {
  readonly path: string;
  readonly problem: string;
}

/** An expected failure keeps its words; of an unexpected one nothing is told but that it happened. */
export function problemOf(error: unknown, errors?: readonly FieldError[]): Problem {
  const coded = codedErrorOf(error);
  if (coded === null)
    return { type: "about:blank", title: "the server failed; its log says more", status: 500 };
  return {
    type: `urn:licet:error:${coded.code}`,
    title: errorTable[coded.code].sentence,
    status: statusOf[coded.code],
    ...(coded.detail !== undefined && { detail: coded.detail }),
    ...(errors !== undefined && { errors }),
  };
}

/** Answers with a problem document; `more` are members of its own (RFC 9457 3.2). */
export function answerProblem(
  c: Context,
  problem: Problem,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  return c.body(JSON.stringify({ ...problem, ...more }), problem.status, {
    "Content-Type": "application/problem+json",
  });
}

/** Our own error, or what the framework says in its own way. */
export function codedErrorOf(error: unknown): CodedError | null {
  if (error instanceof CodedError) return error;
  if (!(error instanceof HTTPException)) return null;
  if (error.status === 415) return new CodedError("media-type-unsupported");
  return error.status === 400 ? new CodedError("body-malformed", "expected JSON") : null;
}
