// Under which name and key the log of this controller is signed.
import { CodedError } from "../../errors.ts";
import { claimedOrigin, type LogSigner, openSigner } from "../../ledger/checkpoint.ts";
import type { Tables, World } from "../ports.ts";

/**
 * The signer of the log. Its name is made from the public address and the controller's id, and is kept from the first
 * checkpoint on, whatever becomes of either.
 *
 * @throws CodedError `setup-missing` before anything is set up.
 */
export async function logSigner(
  world: Pick<World, "publicUrl" | "secrets">,
  { log, setup }: Pick<Tables, "log" | "setup">,
): Promise<LogSigner> {
  const { checkpoint } = await log.head();
  const origin = (checkpoint && claimedOrigin(checkpoint.note)) ?? (await firstOrigin(world, setup));
  return openSigner(origin, world.secrets.logKey);
}

async function firstOrigin({ publicUrl }: Pick<World, "publicUrl">, setup: Tables["setup"]): Promise<string> {
  const current = await setup.current();
  if (!current) throw new CodedError("setup-missing");
  return `${new URL(publicUrl).host}/licet/${encodeURIComponent(current.controller.content.id)}`;
}
