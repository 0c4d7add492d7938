// The tokens that anybody can come by, from pages that were shown and mails that were sent, and how they can be spoiled.
import { randomBytes } from "node:crypto";
import { type FormToken, signFormToken } from "../../../src/mail/tokens.ts";

/** What it is for: `page` is of a page about one person, or of one that asks for an address; the last six are links in mails. */
export type Kind =
  | "form"
  | "embedded"
  | "page"
  | "confirmation"
  | "address"
  | "rights"
  | "preferences"
  | "guardian"
  | "wayOut";

export interface Known {
  readonly text: string;
  readonly kind: Kind;
  /** Key of the form, or whose page or mailbox it was; empty: nobody's. */
  readonly of: string;
  readonly at: number;
}

export const spoilings = ["whole", "cut", "altered", "foreign", "none"] as const;
export type Spoiling = (typeof spoilings)[number];

/** `kind`: of somebody else, or of another form, as may be. `owner`: for something else, as may be. */
export const fittings = ["both", "kind", "owner", "neither"] as const;
export type Fitting = (typeof fittings)[number];

export interface Choice {
  readonly pick: number;
  readonly fits: Fitting;
  readonly kinds: readonly Kind[];
  /** Undefined: anybody's. */
  readonly of: string | undefined;
  readonly spoiling: Spoiling;
}

const notTokens = ["", "null", "A".repeat(64), "%00", "constructor"];

/** The newest ones come first, as they do in a browser. */
export function chooseToken(known: ReadonlyMap<string, Known>, choice: Choice): string {
  const { pick, fits, kinds, of, spoiling } = choice;
  const byKind = fits === "both" || fits === "kind";
  const byOwner = (fits === "both" || fits === "owner") && of !== undefined;
  const fitting = [...known.values()].filter(
    (token) => (!byKind || kinds.includes(token.kind)) && (!byOwner || token.of === of),
  );
  const chosen = fitting.toReversed()[pick % Math.max(1, fitting.length)]?.text;
  if (chosen === undefined || spoiling === "none") return notTokens[pick % notTokens.length] ?? "";
  return spoil(chosen, spoiling, pick);
}

function spoil(text: string, spoiling: Spoiling, pick: number): string {
  if (spoiling === "cut") return text.slice(0, pick % text.length);
  const bytes = Buffer.from(text, "base64url");
  if (spoiling === "altered") {
    const at = pick % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes.toString("base64url");
  }
  // All that it says is right, and another key has signed it.
  if (spoiling === "foreign")
    return signFormToken(saidBy<FormToken>(text) ?? ({} as FormToken), randomBytes(32));
  return text;
}

/** What a token of JSON says, whoever has signed it. */
export function saidBy<Token>(text: string): Token | null {
  try {
    return JSON.parse(Buffer.from(text, "base64url").subarray(32).toString()) as Token;
  } catch {
    return null;
  }
}
