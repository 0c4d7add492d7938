// Which mailboxes are the controller's own, by the senders that it declared: in their name alone a tool may write.
import { domainOf } from "../../mail/headers.ts";
import { isSharedDomain } from "../../mail/shared-domains.ts";
import type { Setup } from "../setup/setup.ts";
import type { Credential } from "./credential.ts";

export function senderAddress(setup: Setup, purpose: string): string | null {
  const sender = setup.purposes[purpose]?.content.sender;
  return (sender !== undefined && setup.senders[sender]?.content.address) || null;
}

/** The addresses that a credential's purposes write from. */
export function sendersOf(setup: Setup, { purposes }: Pick<Credential, "purposes">): readonly string[] {
  const addresses = purposes.map((purpose) => senderAddress(setup, purpose));
  return [...new Set(addresses.filter((address) => address !== null))];
}

/** Which mailboxes are the controller's, by the address of its sender, which is not named. */
export function ownMailboxes(sender: string): string {
  const domain = domainOf(sender);
  return isSharedDomain(domain)
    ? `that is the very one of the purpose's sender, since anybody may have one of ${domain}`
    : `of ${domain}`;
}

/** The domains of a credential's senders under which anybody may have a mailbox. */
export function sharedDomains(setup: Setup, credential: Pick<Credential, "purposes">): readonly string[] {
  return [...new Set(sendersOf(setup, credential).map(domainOf))].filter(isSharedDomain);
}
