// How an installation hears what comes back of its letters.
import type { Provider } from "../../mail/provider-marks.ts";

/** How this installation listens. */
export interface Listening {
  /** Where reports go; the token of each letter stands between the two parts. Null: to the sender. */
  readonly bounceAddress: { readonly local: string; readonly domain: string } | null;
  /** Whether mail to that address is read, so that somebody may leave by mail. */
  readonly byMail: boolean;
  /** Whose calls are taken. */
  readonly providers: readonly Provider[];
}

/** Where letters lead and what comes back of them goes: the same whichever process hands them over. */
export interface Bearings {
  readonly publicUrl: string;
  readonly listening: Listening;
}
