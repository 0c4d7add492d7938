/** What can be said of a basis or a refusal code to the person it is about. */
import type { Basis, RefusalCode } from "../codes.ts";

/** One plain and polite sentence for every basis and code, from the controller; a language that lacks one does not compile. */
export type RecipientWords = Readonly<Record<Basis | RefusalCode, string>>;
