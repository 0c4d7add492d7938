// The answer to MAIL FROM: reports go there, so it must be a mailbox of the controller's own.
import { parseAddress } from "../../ledger/address.ts";
import { isOwnMailbox } from "../../mail/shared-domains.ts";
import type { World } from "../ports.ts";
import type { Credential } from "./credential.ts";
import { unknownState } from "./judge.ts";
import { ownMailboxes, sendersOf } from "./own-mailboxes.ts";
import type { Reply } from "./passage.ts";

/** @param reversePath - empty: nobody wants reports. */
export async function askSender(
  world: World,
  credential: Credential,
  reversePath: string,
): Promise<Reply | null> {
  const setup = await world.store.setup.current();
  if (!setup) return unknownState;
  if (reversePath === "") return null;
  const senders = sendersOf(setup, credential);
  const address = parseAddress(reversePath);
  if (address !== null && senders.some((sender) => isOwnMailbox(address.typed, sender))) return null;
  return {
    code: 553,
    text: `5.7.1 MAIL FROM must be an address ${[...new Set(senders.map(ownMailboxes))].join(" or ") || "of a declared sender"}`,
  };
}
