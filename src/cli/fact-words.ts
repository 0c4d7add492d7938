// One fact on record as a sentence about the person.

import type { RecordedFact } from "../app/ports.ts";
import type { Fact } from "../core/facts.ts";

type Body = Readonly<Record<string, unknown>>;

const sentences: Readonly<Record<Fact["type"], (body: Body) => string>> = {
  "consent.given": (body) => `consented to ${quoted(body.purpose)}${by(body.by)}${through(body.method)}`,
  "consent.confirmed": (body) =>
    body.by === "get"
      ? "the confirmation link was opened, but no button pressed"
      : "confirmed it from the mailbox",
  "consent.withdrawn": (body) =>
    body.purpose === "*" ? "withdrew every consent" : `withdrew the consent to ${quoted(body.purpose)}`,
  "objection.raised": (body) =>
    body.scope === "direct-marketing" ? "objected to all advertising" : `objected to ${quoted(body.scope)}`,
  "complaint.received": () => "reported a mail as spam",
  "sale.concluded": (body) => `bought${of(body.category)}${numbered(body.reference)}${refusal(body)}`,
  "sale.negotiated": (body) =>
    `negotiated a purchase${of(body.category)}${numbered(body.reference)}${refusal(body)}`,
  "support.expressed": (body) => `showed interest in the charity, or supported it${refusal(body)}`,
  "sale.cancelled": () => "the purchase was cancelled",
  "information.requested": (body) =>
    `asked for information${body.topic ? ` about ${quoted(body.topic)}` : ""}`,
  "contract.started": (body) => `contract ${quoted(body.contract)} began`,
  "contract.ended": (body) => `contract ${quoted(body.contract)} ended`,
  "activity.observed": (body) => `gave a sign of life${body.kind ? `: ${String(body.kind)}` : ""}`,
  "marketing.sent": () => "was sent an advertising mail",
  "source.declared": (body) => `address came from: ${body.kind ? String(body.kind) : "not said"}`,
  "address.bounced": (body) =>
    body.class === "soft" ? "a mail bounced for a time" : "a mail bounced for good",
  "address.restored": () => "the address works again",
  "restriction.applied": () => "had the processing restricted",
  "restriction.lifted": () => "the restriction was lifted",
  "subject.erased": () => "was erased",
  "guardian.consented": () => "a guardian consented",
  "controller.changed": (body) =>
    `the controller changed hands${body.noticed === true ? ", and they were told" : ", and they were not told"}`,
  "frequency.wished": (body) =>
    body.atMost === "any"
      ? `wishes to hear of ${quoted(body.purpose)} as it comes`
      : `wishes to hear of ${quoted(body.purpose)} at most once a ${String(body.atMost)}`,
  "fact.retracted": (body) => `what ${quoted(body.of)} said was taken back as a mistake`,
  "link.requested": (body) =>
    body.page === "guardian"
      ? "was named as a child's parent or guardian"
      : `asked for a link to the page of their ${String(body.page)}`,
  "notice.required": (body) => `was to be told something by law (${String(body.statute)})`,
  "rights.requested": (body) => `exercised a right: ${String(body.right)}`,
  "rights.extended": () => "was told that the answer takes longer",
  "rights.answered": (body) => `was answered: ${String(body.outcome)}`,
};

/** What happened; for what was shown, in which version. */
export function factSentence({ type, body, shown }: RecordedFact): string {
  const sentence = sentences[type as Fact["type"]](body);
  if (shown !== null) return `${sentence} on form \`${shown.form.key}\` version ${shown.form.version}`;
  const versions = (["form", "clause", "notice"] as const)
    .map((what) => ({ what, version: versionOf(body[what]) }))
    .filter(({ version }) => version !== undefined)
    .map(({ what, version }) => `${what} ${version}`);
  return versions.length === 0 ? sentence : `${sentence}, ${versions.join(", ")}`;
}

function versionOf(cited: unknown): string | undefined {
  return (cited as { version?: string } | undefined)?.version;
}

const quoted = (value: unknown) => `\`${String(value)}\``;
const of = (category: unknown) => (typeof category === "string" ? ` ${category}` : "");
const numbered = (reference: unknown) => (typeof reference === "string" ? ` (${reference})` : "");
const through = (method: unknown) => (typeof method === "string" ? ` (${method})` : "");
const by = (who: unknown) =>
  who === "third-party" ? " through somebody else" : who === "guardian" ? " through a guardian" : "";

function refusal({ refused, optOutOffered }: Body): string {
  if (refused === true) return " and refused advertising";
  return optOutOffered === true ? " and did not refuse advertising" : "";
}
