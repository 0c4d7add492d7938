// The answer to MAIL FROM: reports go there, so it must be a mailbox of the controller's own.
import { parseAddress } from "../../ledger/address.ts";
import { isOwnMailbox } from "../../mail/shared-domains.ts";
import type { World } from "../ports.ts";
import type { Credential } from "./credential.ts";
import { unknownState } from "./judge.ts";
import { setupLately } from "./look-up.ts";
import { ownMailboxes, sendersOf } from "./own-mailboxes.ts";
import type { Reply } from "./passage.ts";

/**
 * By the set-up of at most a second ago; whoever that does not let in is asked by that of now.
 *
 * @param reversePath - empty: nobody wants reports.
 */
export async function askSender(
  world: World,
  credential: Credential,
  reversePath: string,
): Promise<Reply | null> {
  const lately = setupLately(world);
  if (lately && refusalOf(reversePath, sendersOf(lately, credential)) === null) return null;
  const setup = await world.store.setup.current();
  return setup ? refusalOf(reversePath, sendersOf(setup, credential)) : unknownState;
}

function refusalOf(reversePath: string, senders: readonly string[]): Reply | null {
  if (reversePath === "") return null;
  const address = parseAddress(reversePath);
  if (address !== null && senders.some((sender) => isOwnMailbox(address.typed, sender))) return null;
  return {
    code: 553,
    text: `5.7.1 MAIL FROM must be an address ${[...new Set(senders.map(ownMailboxes))].join(" or ") || "of a declared sender"}`,
  };
}
