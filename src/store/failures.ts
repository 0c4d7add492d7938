// What a failure of PostgreSQL means to whoever waits for an answer: that it is away, or its disk is full or failing.
import { CodedError, type ErrorCode } from "../errors.ts";

/** What ails the machine that PostgreSQL runs on, where this process can tell; null if nothing does. */
export type Diagnosis = () => CodedError | null;

/** SQLSTATE, appendix A of PostgreSQL's manual. */
const states: Readonly<Record<string, ErrorCode>> = {
  "53100": "disk-full",
  "58030": "disk-failing",
  "57P01": "database-unreachable",
  "57P02": "database-unreachable",
  "57P03": "database-unreachable",
};

/** Of Node. */
const sockets = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** Of `pg`, which gives these no code. */
const lost =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * The coded error that a failure of the driver stands for; any other failure comes back as it is.
 *
 * Of a transaction that is cut off while it commits nobody knows whether it did; told again under the same ids, its facts
 * are on record once.
 */
export function expected(error: unknown, diagnose: Diagnosis): unknown {
  if (!(error instanceof Error) || error instanceof CodedError) return error;
  const { code = "" } = error as { code?: string };
  const away = code.startsWith("08") || sockets.has(code) || lost.test(error.message);
  const found = states[code] ?? (away ? "database-unreachable" : undefined);
  if (found === undefined) return error;
  // A full disk ends the whole server where it cannot go on writing its WAL.
  const ailment = found === "database-unreachable" ? diagnose() : null;
  return ailment ?? new CodedError(found, undefined, { cause: error });
}

/** The same for whatever `work` fails with. */
export async function expecting<Result>(work: Promise<Result>, diagnose: Diagnosis): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw expected(error, diagnose);
  }
}
