// Where an act on our pages came from, and the instant at which that is let go of.
import type { Instant } from "../../core/instant.ts";
import type { Connection } from "../../ledger/fact-seal.ts";

export interface HeldConnection {
  readonly from: Connection;
  readonly forgetAt: Instant;
}
