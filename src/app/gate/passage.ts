// A mail that other software handed to the gate, on its way to one person.
import type { Instant } from "../../core/instant.ts";
import type { Message } from "../../core/question.ts";

/** What it is asked for by, again at the moment of sending. */
export interface Passage {
  /** The name of the credential. */
  readonly credential: string;
  readonly purpose: string;
  /** What it declares of itself. */
  readonly message: Message;
  /** Which contract it serves is asked anew: the newest that runs. */
  readonly newestContract?: true;
  /** How large the mail is; absent: as good as nothing. */
  readonly octets?: number;
  /** Until then it goes on whatever the answer is, as long as the credential observes. */
  readonly observeUntil?: Instant;
  /** It follows its reader, who permitted that when it was taken. */
  readonly follows?: true;
}

/** A reply of SMTP (RFC 5321 4.2): `text` begins with an enhanced status code (RFC 3463) and holds no address. */
export interface Reply {
  readonly code: number;
  readonly text: string;
}
