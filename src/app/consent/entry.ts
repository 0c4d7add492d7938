// What is told about one person at once, and what becomes of it.
import type { Position } from "../../core/position.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { CodedError } from "../../errors.ts";
import type { Address } from "../../ledger/address.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { type Secrets, subjectIdOf } from "../../ledger/secrets.ts";
import type { NewFact } from "../ports.ts";
import type { MailToFile } from "./file-mails.ts";

type Json = Readonly<Record<string, unknown>>;

type Who =
  /** `id`: the key of that address, where it has been derived already. */
  | { readonly address: Address; readonly id?: SubjectId }
  /** `create`: also somebody of whom nothing was on record, who then is by key alone. */
  | { readonly subject: SubjectId; readonly create?: true };

/** The key under which they are on record, or will be. */
export function subjectOf(who: Who, secrets: Secrets): SubjectId {
  return "subject" in who ? who.subject : (who.id ?? subjectIdOf(who.address, secrets));
}

/** What is told about one person at once. */
export interface Entry {
  /** By address, or a person who is on record already. */
  readonly who: Who;
  readonly language?: string;
  /** What is known of the recipient, in the contract's vocabulary. */
  readonly recipient?: Json;
  /** `fill`: only what is unknown yet, since anybody can post a form. `replace` (the default): all that is stated. */
  readonly describes?: "fill" | "replace";
  readonly facts: readonly NewFact[];
  /** Where it came from, if it was done on one of our pages. */
  readonly connection?: Connection | null;
  readonly mails?: readonly Omit<MailToFile, "subject">[];
  /** What it stops calls for no mail that says so: another one does, or it is a known stop in a new place. */
  readonly acknowledged?: true;
  /**
   * Of what a button was pressed for, however often and at whatever moments: facts whose ids are on record are left as they
   * are, whatever they say, and all else that is told with the others is what this answers. Where none is new, nothing is.
   */
  readonly ifNew?: (added: readonly NewFact[]) => Omit<Entry, "who" | "facts" | "ifNew" | "clash">;
  /** With `ifNew`: why what is on record under the id of a fact stands against all of this; null: it does not. */
  readonly clash?: (fact: NewFact, known: Known) => CodedError | null;
}

export type Recorded =
  | {
      readonly ok: true;
      readonly subject: SubjectId;
      readonly position: Position;
      /** Facts added, and facts that were on record already. */
      readonly added: number;
      readonly known: number;
    }
  | { readonly ok: false; readonly error: CodedError };

/** A fact that is on record; not `whole`: what was personal in it is erased. */
export interface Known {
  readonly body: Json;
  readonly whole: boolean;
}
