// The answer to MAIL FROM: reports go there, so it must be a mailbox of the controller's own.
import { parseAddress } from "../../ledger/address.ts";
import { domainOf } from "../../mail/headers.ts";
import type { World } from "../ports.ts";
import { senderAddress } from "./accept-mail.ts";
import type { Credential } from "./credential.ts";
import { unknownState } from "./judge.ts";
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
  const domains = [
    ...new Set(
      credential.purposes.flatMap((purpose) => {
        const address = senderAddress(setup, purpose);
        return address === null ? [] : [domainOf(address)];
      }),
    ),
  ];
  const domain = parseAddress(reversePath)?.domain;
  if (domain !== undefined && domains.includes(domain)) return null;
  return {
    code: 553,
    text: `5.7.1 MAIL FROM must be an address of ${domains.join(" or ") || "a declared sender"}`,
  };
}
