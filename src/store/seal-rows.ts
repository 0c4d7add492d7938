// What is personal of people and their facts, sealed as it stands in rows.
import { hash } from "node:crypto";
import type { FactToAppend, Person } from "../app/ports.ts";
import { canonicalJson } from "../ledger/canonical.ts";
import { sealConnection, sealFact } from "../ledger/fact-seal.ts";
import { newPersonKey, type PersonKey, seal } from "../ledger/vault.ts";

/** @param key - the person's; null: what the fact says is sealed under one that nobody keeps. */
export function sealedFact(
  { subject, id, address, personal, connection, lasting }: FactToAppend,
  key: PersonKey | null,
) {
  const own = lasting ? key : null;
  const apart = own && connection && sealConnection(own, id, connection.from);
  return {
    sealed:
      address === null && personal === null
        ? null
        : // What must not last is sealed under a key that nobody keeps: the ledger shows that something was told.
          sealFact(own ?? newPersonKey(subject), id, {
            ...(address !== null && { address }),
            ...(personal !== null && { body: personal }),
          }),
    connection: apart,
    connectionHash: apart && hash("sha256", apart, "buffer"),
    connectionUntil: apart && (connection?.forgetAt ?? null),
  };
}

/** Without a key nothing personal can be kept. */
export function sealedPerson({ address, recipient }: Person, key: PersonKey | null) {
  const { birthDate, legalPersonProof, ...known } = recipient;
  const personal =
    birthDate === undefined && legalPersonProof === undefined ? null : { birthDate, legalPersonProof };
  return {
    address: key && address !== null ? seal(key, "address", address) : null,
    recipient: known,
    recipientSealed: key && personal && seal(key, "recipient", canonicalJson(personal)),
  };
}
