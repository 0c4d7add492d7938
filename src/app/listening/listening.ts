// What letters bear so that it is known of which one something comes back.
import { type NamedLetter, signLetterToken } from "../../mail/letter-token.ts";

/** How this installation listens. */
export interface Listening {
  /** Where reports go; the token of each letter stands between the two parts. Null: to the sender, where nobody listens. */
  readonly bounceAddress: { readonly local: string; readonly domain: string } | null;
}

/** `LOCAL+TOKEN@DOMAIN`, the address to which what comes back of one letter goes. */
export function reportAddress(
  { local, domain }: NonNullable<Listening["bounceAddress"]>,
  letter: NamedLetter,
  key: Buffer,
): string {
  return `${local}+${signLetterToken(letter, "report", key)}@${domain}`;
}
