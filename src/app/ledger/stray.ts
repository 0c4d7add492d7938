// What an audit finds beside the log: something outside of it that should be in it, or gone while others speak of it.
import type { SubjectId } from "../../core/subject-id.ts";

/** With whichever place it has: `position` of a fact, `index` of the first leaf below a tile hash, or of the last before a checkpoint. */
export interface Stray {
  readonly kind:
    | "fact-outside"
    | "fact-dropped"
    | "delivery-outside"
    | "tile-outside"
    | "attestation-outside"
    | "words-changed"
    | "connection-changed"
    | "connection-missing"
    | "person-missing";
  readonly position: number | null;
  readonly subject: SubjectId | null;
  readonly campaign: string | null;
  readonly words: string | null;
  readonly index: number | null;
}
