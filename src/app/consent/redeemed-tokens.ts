// Whose act the token of an embedded form became.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";

export interface RedeemedTokens {
  /** Redeems a token for a person, or finds for whom it was redeemed before: the first one stands. */
  redeem(nonce: string, subject: SubjectId, at: Instant): Promise<SubjectId>;
}
