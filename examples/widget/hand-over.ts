// What a shop's server says to Licet once an order is saved. Copy this file: it needs nothing but Node.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";

const {
  LICET_URL: licet = "http://127.0.0.1:4000",
  LICET_KEY: key = "",
  SHOP_FOLDER: folder = ".",
} = process.env;
const waiting = `${folder}/waiting.jsonl`;

/** As `POST /api/v1/submissions` takes it. */
export interface Submission {
  readonly token: string;
  readonly email: string;
  readonly boxes: readonly string[];
  readonly refused: boolean;
  readonly recipient?: { readonly country: string };
  readonly order?: { readonly reference: string; readonly category: string; readonly paid: boolean };
}

/** What the element added to the form; null: it was not shown, so there is nothing to hand over. */
export function readConsent(form: { get(name: string): unknown; getAll(name: string): unknown[] }) {
  const token = form.get("licet-token");
  if (typeof token !== "string" || token === "") return null;
  return { token, boxes: form.getAll("licet-box").map(String), refused: form.get("licet-refused") !== null };
}

/**
 * Hands it over, and answers the sentences that the person should see.
 *
 * An order never fails for it: while Licet cannot be reached it is kept, and handed over later. Sent twice, it is one act.
 */
export async function handOver(submission: Submission): Promise<readonly string[]> {
  try {
    return await send(submission);
  } catch {
    appendFileSync(waiting, `${JSON.stringify(submission)}\n`);
    return [];
  }
}

/** Tries again what waits; call it now and then. */
export async function handOverLater(): Promise<void> {
  if (!existsSync(waiting)) return;
  const submissions: Submission[] = readFileSync(waiting, "utf8")
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  writeFileSync(waiting, "");
  for (const submission of submissions) await handOver(submission);
}

/** @throws if it should be tried again: Licet was not reached, or asks to wait. */
async function send(submission: Submission): Promise<readonly string[]> {
  const answer = await fetch(`${licet}/api/v1/submissions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(submission),
    signal: AbortSignal.timeout(5_000),
  });
  if (answer.ok) return ((await answer.json()) as { message: string[] }).message;
  if (answer.status >= 500 || [401, 403, 429].includes(answer.status)) throw new Error("to be tried again");
  // What Licet will never take: a token that was changed, or that was another person's act.
  console.error(`licet refused: ${((await answer.json()) as { type: string }).type}`);
  return [];
}
