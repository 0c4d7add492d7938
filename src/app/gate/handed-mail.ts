// A mail as other software hands it to the gate.
import type { Address } from "../../ledger/address.ts";
import type { RecipientNotice } from "./gate-table.ts";

/** A mail as it was handed over, to recipients each of whom was let in. */
export interface HandedMail {
  /** Empty: it takes no reports. */
  readonly reversePath: string;
  readonly recipients: readonly ({ readonly address: Address } & RecipientNotice)[];
  readonly envid: string | null;
  readonly ret: string | null;
  /** How the software named itself, and by which protocol it came (RFC 3848). */
  readonly from: { readonly helo: string; readonly protocol: string };
  readonly raw: Buffer;
}
