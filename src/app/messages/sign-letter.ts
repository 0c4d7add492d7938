// Signs a letter by DKIM, with the keys of its sender's domain; without keys it goes as it is.
import { signDkim } from "../../mail/dkim.ts";
import { domainOf } from "../../mail/headers.ts";
import type { World } from "../ports.ts";
import type { Sender } from "../setup/setup.ts";
import type { Letter } from "./letter.ts";

export async function signLetter<Signed extends Letter>(
  { clock, dkimKeys }: World,
  letter: Signed,
  sender: Sender,
): Promise<Signed> {
  const at = clock.now();
  const keys = dkimKeys(domainOf(sender.address), at);
  return keys.length === 0 ? letter : { ...letter, raw: await signDkim(letter.raw, keys, at, letter.rest) };
}
