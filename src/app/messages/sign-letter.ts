// Signs a letter by DKIM, with the keys of its sender's domain; without keys it goes as it is.
import { dkimSignatures } from "../../mail/dkim.ts";
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
  if (keys.length === 0) return letter;
  const signatures = await dkimSignatures(letter.raw, keys, at, letter.rest);
  if (letter.wire === undefined) return { ...letter, raw: Buffer.concat([signatures, letter.raw]) };
  const wire = Buffer.concat([signatures, letter.wire]);
  return { ...letter, wire, raw: wire.subarray(0, signatures.length + letter.raw.length) };
}
