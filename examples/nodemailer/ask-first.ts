// Asks Licet before each mail that nodemailer sends: what is not permitted does not go. To be copied; it needs nothing else.
import type { SendMailOptions, Transporter } from "nodemailer";

export interface Licet {
  /** Where it answers, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** A key with the scope `permits:ask`. */
  readonly key: string;
}

/** What stands under `licet` in a mail, beside `to` and `subject`. */
export interface Sending {
  /** A purpose that is declared in licet.yaml. */
  readonly purpose: string;
  /** What calls for it: `{ contract: "ORDER-17" }`, `{ statute: "GDPR 34" }`, …, and what `blocks` it holds. */
  readonly message?: object;
}

export interface Answer {
  readonly email: string;
  readonly id: string | null;
  readonly outcome: "permit" | "refusal";
  readonly code: string | null;
}

/** Somebody may not be written to, so the mail went to nobody; `answers` says who and why. */
export class NotPermitted extends Error {
  override readonly name = "NotPermitted";
  readonly answers: readonly Answer[];

  constructor(answers: readonly Answer[]) {
    const codes = new Set(answers.flatMap(({ code }) => code ?? []));
    super(`not permitted: ${[...codes].join(", ")}`);
    this.answers = answers;
  }
}

/**
 * Adds the question to a transport: each of its mails then says under `licet` what it is for, and bears the permit's id.
 *
 * @example
 * const transport = askFirst(nodemailer.createTransport("smtp://127.0.0.1:25"), { url, key });
 * await transport.sendMail({ to, subject, text, licet: { purpose: "newsletter" } });
 */
export function askFirst<Info>(transport: Transporter<Info>, licet: Licet): AskingTransport<Info> {
  transport.use("stream", (mail, done) => {
    const { licet: sending } = mail.data as SendMailOptions & { licet?: Sending };
    const ask = async () => {
      if (sending === undefined) throw new Error("a mail has to say under `licet` what it is for");
      const emails = [mail.message.getEnvelope().to].flat().filter((to) => typeof to === "string");
      const answers = await answersOf(licet, sending, emails);
      const refused = answers.filter(({ outcome }) => outcome !== "permit");
      if (refused.length > 0 || answers.length !== emails.length) throw new NotPermitted(refused);
      mail.message.setHeader("X-Licet-Permit", answers.map(({ id }) => id).join(", "));
    };
    // No answer is no permit.
    ask().then(() => done(), done);
  });
  return transport as AskingTransport<Info>;
}

export interface AskingTransport<Info> {
  sendMail(mail: SendMailOptions & { readonly licet: Sending }): Promise<Info>;
}

async function answersOf(
  { url, key }: Licet,
  sending: Sending,
  emails: string[],
): Promise<readonly Answer[]> {
  const response = await fetch(`${url}/api/v1/permits`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ ...sending, people: emails.map((email) => ({ email })) }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`Licet did not answer (${response.status})`);
  return ((await response.json()) as { answers: Answer[] }).answers;
}
