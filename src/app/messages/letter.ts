// One message: what it is about, then ready for the wire, and what became of handing it over.
import type { Language } from "../../core/languages.ts";
import type { RenderedMail } from "../../mail/template.ts";
import type { Localised } from "../setup/setup.ts";

/** What a mail is about, before its language is chosen. */
export interface Matter {
  /** Every text of the controller that stands in it. */
  readonly texts: readonly Localised[];
  write(language: Language): RenderedMail | Promise<RenderedMail>;
}

export interface Letter {
  /** RFC 5321 MAIL FROM: where bounces go. */
  readonly reversePath: string;
  /** RFC 5321 RCPT TO. */
  readonly forwardPath: string;
  /** RFC 5322 bytes with CRLF line ends. */
  readonly raw: Buffer;
  /** What goes after them and is the same in many letters, by whole lines: one buffer for all of these. */
  readonly rest?: Buffer;
  /** The same bytes as they go over the wire after DATA, with the final dot; absent: they are to be made so. */
  readonly wire?: Buffer;
  /** One person waits for it: it goes before whatever waits, and no limit on how many go to one provider holds it up. */
  readonly urgent?: true;
  /** What is asked of mail servers on reports (RFC 3461); passed on to a relay that understands it. */
  readonly notice?: {
    readonly envid: string | null;
    readonly ret: string | null;
    readonly notify: readonly string[] | null;
    readonly orcpt: string | null;
  };
}

/**
 * `uncertain`: the connection died after DATA and before its reply. `withheld`: at the last moment there was no permit.
 * `unreachable`: nothing of it has left. `wait`: for how long, in milliseconds, this holds of everybody, or of those who
 * have their mailbox at the same provider.
 * `reply` never holds an address.
 */
export type Handover =
  | { readonly kind: "sent"; readonly reply: string }
  | {
      readonly kind: "refused-by-relay";
      readonly permanent: boolean;
      readonly reply: string;
      /** Enhanced status code (RFC 3463). */
      readonly status: string | null;
      /** Refused before it was said to whom: nothing of it is about the recipient. */
      readonly ofUs?: true;
    }
  | { readonly kind: "withheld"; readonly reply: string }
  | {
      readonly kind: "unreachable";
      readonly reply: string;
      readonly wait?: { readonly ms: number; readonly whom: "everybody" | "provider" };
    }
  | { readonly kind: "uncertain"; readonly reply: string };
