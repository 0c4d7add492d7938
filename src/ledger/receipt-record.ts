// The consent record of a receipt, made from its evidence alone, so that whoever checks a receipt can make it again.
// Source: ISO/IEC TS 27560:2023 (header, processing, parties, events); terms of W3C DPV.
import type { Basis } from "../core/codes.ts";
import type { Evidence, Statement } from "./receipt-parts.ts";

/** The fields of the standard; what each means is in the context. */
export type ConsentRecord = Readonly<Record<string, unknown>>;

type Json = Readonly<Record<string, unknown>>;

/** An entry of the log that is a fact, as far as the record reads it. */
export interface LoggedFact {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly position: number;
  readonly subject: string;
  readonly source: string;
  readonly body: Json;
  readonly shown: Json | null;
  readonly sealed: string | null;
  readonly recordedAt: string;
  readonly writtenAt: string;
}

const bases = {
  consent: "eu-gdpr:A6-1-a",
  contract: "eu-gdpr:A6-1-b",
  "double-opt-in": "eu-gdpr:A6-1-b",
  "requested-information": "eu-gdpr:A6-1-b",
  "legal-obligation": "eu-gdpr:A6-1-c",
  "corporate-opt-out": "eu-gdpr:A6-1-f",
  rights: "licet:basis:rights",
  "soft-opt-in": "licet:basis:soft-opt-in",
} as const satisfies Record<Basis, string>;

const purposeTypes: Readonly<Record<string, string>> = {
  marketing: "dpv:DirectMarketing",
  requestedInformation: "dpv:RequestedServiceProvision",
  service: "dpv:ServiceProvision",
};

/** The same statement and evidence give the same record, field for field. */
export function recordOf(statement: Statement, evidence: Evidence): ConsentRecord {
  const { subject, purpose, controller, language, verdict } = statement;
  const principal = `urn:uuid:${subject}`;
  const facts = evidence.facts.map(({ entry }) => JSON.parse(entry) as LoggedFact);
  const published = (kind: string, key: string, version: number) =>
    evidence.publications.find(
      (found) => found.kind === kind && found.key === key && found.version === version,
    );
  const declared = published("purpose", purpose.key, purpose.version)?.content as Json | undefined;
  const named = published("controller", controller.key, controller.version)?.content as Json | undefined;
  const notice = evidence.publications.findLast(({ kind }) => kind === "notice");
  const noticeId = notice && `licet:notice:${notice.key}:${notice.version}`;
  const party = `licet:controller:${controller.key}`;
  const inNotice = noticeId === undefined ? null : { stated_in: noticeId };
  const consented = facts.some(({ type }) => type.startsWith("consent."));
  return {
    "@type": consented ? "dpv:ConsentRecord" : "dpv:DataProcessingRecord",
    schema_version: "dpv-27560:record-eu-gdpr",
    record_id: `${subject}:${purpose.key}`,
    receipt_id: statement.id,
    issued: statement.issuedAt,
    pii_principal_id: principal,
    pii_processing: [
      {
        privacy_notice:
          notice === undefined || noticeId === undefined
            ? null
            : { "@id": noticeId, "@type": "dpv:PrivacyNotice", version: notice.version, hash: notice.hash },
        language,
        purpose: {
          "@type": "dpv:Purpose",
          purpose_type: purposeTypes[String(declared?.kind)] ?? "dpv:Purpose",
          label: declared?.label ?? null,
        },
        lawful_basis: verdict.basis === null ? null : (bases[verdict.basis as Basis] ?? null),
        pii_information: [{ "@type": "dpv:PersonalData", pii_type: "pd:EmailAddress" }],
        pii_controllers: [party],
        collection_method: [...new Set(facts.map(({ source }) => source))],
        processing_method: ["dpv:Collect", "dpv:Store", "dpv:Use"],
        storage_locations: inNotice,
        retention_period: inNotice,
        jurisdiction: verdict.jurisdiction,
        recipient_third_parties: inNotice,
        withdrawal_method:
          "the link in every mail, one click (RFC 8058); the page of choices; the contact below",
        privacy_rights: ["eu-gdpr:A7-3", "eu-gdpr:A15", "eu-gdpr:A17", "eu-gdpr:A21"],
      },
    ],
    party_identification: [
      {
        party_id: party,
        party_name: named?.name ?? null,
        party_address: named?.address ?? null,
        party_contact: named?.privacyContact ?? null,
        country: named?.country ?? null,
        party_type: "dpv:DataController",
      },
    ],
    events: facts.map((fact) => ({
      fact: fact.id,
      event_time: fact.at,
      validity_duration: verdict.evidence.includes(fact.id)
        ? (verdict.validUntil ?? "until withdrawn")
        : null,
      entity_id: actorOf(fact, principal, party),
      event_type: `licet:fact:${fact.type}`,
      event_state: stateOf(fact),
      indication_method: fact.source,
    })),
  };
}

/** What is told by another system is what the controller says the person did. */
function actorOf({ source }: LoggedFact, principal: string, party: string): string {
  return /^(form:|page:|one-click)/.test(source) ? principal : party;
}

function stateOf({ type, body }: LoggedFact): string | null {
  if (type === "consent.given")
    return body.doubleOptIn === true ? "dpv:ConsentRequested" : "dpv:ConsentGiven";
  if (type === "consent.confirmed") return body.by === "get" ? "dpv:ConsentRequested" : "dpv:ConsentGiven";
  return type === "consent.withdrawn" ? "dpv:ConsentWithdrawn" : null;
}
