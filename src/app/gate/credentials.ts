// Makes, checks and changes what other software shows to hand its mail to the gate.
import type { Instant } from "../../core/instant.ts";
import { TRACKING_KEY } from "../../core/tracking.ts";
import { CodedError } from "../../errors.ts";
import { hashApiKey, newApiKeySecret } from "../../ledger/api-key.ts";
import type { World } from "../ports.ts";
import type { Credential } from "./credential.ts";
import { sharedDomains } from "./own-mailboxes.ts";

export type CredentialRequest = Pick<
  Credential,
  "name" | "purpose" | "purposes" | "contract" | "followers" | "observeUntil" | "perMinute"
>;

/** To watch is to let pass what the law refuses, so it ends by itself. Days. */
const mostObservedDays = 60;

/**
 * @param request.name - 1 to 60 letters, digits, dots, hyphens and underscores; never given twice.
 * @returns the password too, which is shown once and never stored; and the domains of its senders under which anybody may have a
 *   mailbox, so that its mail must be in the name of the sender's very address.
 * @throws CodedError `setup-missing`, `purpose-unknown`, `credential-malformed`.
 */
export async function createCredential(
  world: World,
  request: CredentialRequest,
): Promise<{
  readonly credential: Credential;
  readonly password: string;
  readonly sharedDomains: readonly string[];
}> {
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(request.name))
    throw new CodedError(
      "credential-malformed",
      "a name has 1 to 60 letters, digits, dots, hyphens and underscores",
    );
  if (await world.store.gate.credential(request.name))
    throw new CodedError(
      "credential-malformed",
      `the name \`${request.name}\` is taken, and verdicts on record cite it`,
    );
  const purposes = [...new Set([request.purpose, ...request.purposes])];
  for (const key of purposes) {
    const kind = Object.hasOwn(setup.purposes, key) && setup.purposes[key]?.content.kind;
    if ((kind !== "marketing" && kind !== "service") || key === TRACKING_KEY)
      throw new CodedError(
        "purpose-unknown",
        `\`${key}\`; those of kind marketing and service are ${Object.entries(setup.purposes)
          .filter(([one, { content }]) => content.kind !== "requestedInformation" && one !== TRACKING_KEY)
          .map(([one]) => `\`${one}\``)
          .join(", ")}`,
      );
  }
  checkObserving(world, request.observeUntil);
  const password = newApiKeySecret();
  const credential: Credential = {
    ...request,
    id: world.ids.next(),
    purposes,
    createdAt: world.clock.now(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await world.store.gate.addCredential({ ...credential, hash: hashApiKey(password) as Buffer });
  return { credential, password, sharedDomains: sharedDomains(setup, credential) };
}

/**
 * Lets it watch until a day, or refuse from now on where that is null.
 *
 * @throws CodedError `credential-unknown`, `credential-malformed`.
 */
export async function observeUntil(world: World, name: string, until: Instant | null): Promise<void> {
  checkObserving(world, until);
  const credential = await world.store.gate.credential(name);
  if (!credential || !(await world.store.gate.observeUntil(credential.id, until)))
    throw new CodedError("credential-unknown", `\`${name}\``);
}

function checkObserving(world: World, until: Instant | null): void {
  const now = world.clock.now();
  if (until !== null && (until <= now || until > now + mostObservedDays * 86_400_000))
    throw new CodedError(
      "credential-malformed",
      `it may observe until a day that is to come, at most ${mostObservedDays} days from now`,
    );
}

/** @throws CodedError `credential-unknown`. */
export async function revokeCredential(world: World, name: string): Promise<void> {
  const credential = await world.store.gate.credential(name);
  if (!credential || !(await world.store.gate.revokeCredential(credential.id, world.clock.now())))
    throw new CodedError("credential-unknown", `\`${name}\``);
}

/** Last use is noted at most this often. Milliseconds. */
const touchEveryMs = 60_000;

/** Null where the name is unknown, the password another's, or the credential revoked. */
export async function signIn(world: World, name: string, password: string): Promise<Credential | null> {
  const hash = hashApiKey(password);
  const found = hash && (await world.store.gate.credential(name));
  if (!found || found.revokedAt !== null || !found.hash.equals(hash)) return null;
  const { hash: _, ...credential } = found;
  await touch(world, credential);
  return credential;
}

/** Notes that it is in use. */
export async function touch(world: World, { id, lastUsedAt }: Credential): Promise<void> {
  const now = world.clock.now();
  if (lastUsedAt === null || now - lastUsedAt >= touchEveryMs)
    await world.store.gate.touchCredential(id, now);
}

/** What was changed of a credential binds within so long. Milliseconds. */
const goodForMs = 1000;
/** One that is asked for all the while is looked up again when it is so old, so that nobody waits for it. Milliseconds. */
const renewAfterMs = 500;

interface Known {
  readonly credential: Credential | null;
  readonly at: Instant;
}

interface KnownByName {
  readonly kept: Map<string, Known>;
  readonly asked: Map<string, Promise<Known>>;
}

const known = new WeakMap<World, KnownByName>();

/** As it was at most a second ago; null: it was revoked, or is unknown. */
export async function asItIs(world: World, { name }: Pick<Credential, "name">): Promise<Credential | null> {
  const { kept, asked }: KnownByName = known.get(world) ?? { kept: new Map(), asked: new Map() };
  known.set(world, { kept, asked });
  const look = () => {
    const looking = asked.get(name) ?? lookUp(world, name).finally(() => asked.delete(name));
    asked.set(name, looking);
    return looking.then((found) => {
      if (found.credential) kept.set(name, found);
      else kept.delete(name);
      return found;
    });
  };
  const now = world.clock.now();
  const seen = kept.get(name);
  const age = seen ? now - seen.at : goodForMs;
  // Where that fails, the question that comes when a second is over fails.
  if (age < goodForMs && age >= renewAfterMs) void look().catch(() => {});
  const { credential } = seen && age < goodForMs ? seen : await look();
  return credential && observing(credential, now);
}

async function lookUp(world: World, name: string): Promise<Known> {
  const at = world.clock.now();
  const found = await world.store.gate.credential(name);
  if (!found || found.revokedAt !== null) return { credential: null, at };
  const { hash: _, ...credential } = found;
  return { credential, at };
}

/** A day that has passed binds without anybody's doing. */
function observing(credential: Credential, at: Instant): Credential {
  const { observeUntil: until } = credential;
  return { ...credential, observeUntil: until !== null && until > at ? until : null };
}
