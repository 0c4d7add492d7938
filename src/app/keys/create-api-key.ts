// Makes a key for another system; its secret is shown once and never stored.
import { CodedError } from "../../errors.ts";
import { hashApiKey, newApiKeySecret } from "../../ledger/api-key.ts";
import type { World } from "../ports.ts";
import type { ApiKey } from "./api-keys-table.ts";
import { isScope, scopes } from "./scopes.ts";

/**
 * Makes a key.
 *
 * @param request.name - who uses it, 1 to 60 letters, digits, spaces, dots, hyphens and underscores. The facts that
 * come in under the key cite it, so a name is never given twice.
 * @throws CodedError `api-key-malformed`
 */
export async function createApiKey(
  world: World,
  request: { readonly name: string; readonly scopes: readonly string[] },
): Promise<{ readonly key: ApiKey; readonly secret: string }> {
  const name = request.name.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name))
    throw new CodedError(
      "api-key-malformed",
      "a name has 1 to 60 letters, digits, spaces, dots, hyphens and underscores",
    );
  if (request.scopes.length === 0 || !request.scopes.every(isScope))
    throw new CodedError("api-key-malformed", `the scopes are ${Object.keys(scopes).join(", ")}`);
  if ((await world.store.apiKeys.list()).some((key) => key.name === name))
    throw new CodedError(
      "api-key-malformed",
      `the name \`${name}\` is taken, and facts on record cite a key by its name`,
    );

  const secret = newApiKeySecret();
  const key = {
    id: world.ids.next(),
    name,
    scopes: [...new Set(request.scopes)],
    createdAt: world.clock.now(),
  };
  await world.store.apiKeys.add({ ...key, hash: hashApiKey(secret) as Buffer });
  return { key: { ...key, lastUsedAt: null, revokedAt: null }, secret };
}
