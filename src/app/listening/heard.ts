// What a mail or a call that reached us says of a letter of ours, and of which one.
import type { DeliveryStatus } from "../../mail/delivery-status.ts";
import type { NamedLetter } from "../../mail/letter-token.ts";
import type { WayOutToken } from "../../mail/tokens.ts";

/**
 * `bounce`: the letter will not arrive, and why. `complaint`: it was reported as unwanted. `leaving`: the person wishes no more
 * of what it was for. `passing`: a machine wrote, and nothing follows from it, as of a delay, a receipt or an absence. `reply`: a
 * person wrote. `noise`: none of these.
 */
export type Heard =
  | {
      readonly kind: "bounce";
      readonly says: DeliveryStatus["says"];
      /** Enhanced status code (RFC 3463), or the reply code of SMTP where there is none. */
      readonly status: string | null;
      readonly letter: ReportedLetter | null;
    }
  | { readonly kind: "complaint" | "leaving"; readonly letter: ReportedLetter | null }
  | { readonly kind: "passing" | "reply" | "noise" };

/** Named by its own token, or by the way out that it bore. */
export type ReportedLetter = NamedLetter | WayOutToken;

/** A mail that was delivered to us. */
export interface ArrivedMail {
  /** RFC 5321 MAIL FROM; empty: a report, which nobody may answer. Null: unknown, as in a mailbox. */
  readonly reversePath: string | null;
  /** RFC 5321 RCPT TO; in a mailbox, what its headers say. */
  readonly forwardPaths: readonly string[];
  readonly raw: Buffer;
}
