/** The bases and refusal codes explained in English. */
import type { OperatorExplanations } from "./explanation.ts";

const COLLECT = "Collect consent at the next contact; asking for it by email is advertising too.";
const COMPLETE =
  "Put the missing evidence on record if it exists; else collect consent at the next contact, not by email.";
const ANEW = "Let the person fill in the form again: a new confirmation mail follows. Send no reminder.";

/** English. */
export const en = {
  "legal-obligation": {
    name: "Legal obligation",
    operator: "The message names a law that obliges you to tell this person.",
    remedy: "Send only what that law asks for, without advertising.",
  },
  rights: {
    name: "Exercise of a right",
    operator: "The message answers a right that the person exercised.",
    remedy: "Answer what was asked, in time and without advertising.",
  },
  contract: {
    name: "Contract",
    operator: "The message belongs to a running contract or account of this person.",
    remedy: "Send only what that contract needs; one promotional block makes it advertising.",
  },
  "double-opt-in": {
    name: "Confirmation of a sign-up",
    operator: "A form was filled in for this address within the last 48 hours and is not confirmed yet.",
    remedy: "Send this one mail, neutral, and no reminder.",
  },
  "requested-information": {
    name: "Requested information",
    operator: "The person asked for this, and what was promised is not used up.",
    remedy: "Send what was asked for, and stop when the promise is kept.",
  },
  consent: {
    name: "Consent",
    operator: "The person consented to this purpose, and the proof is on record.",
    remedy: "Keep the proof, and stop as soon as the consent is withdrawn.",
  },
  "soft-opt-in": {
    name: "Existing customer (soft opt-in)",
    operator: "A customer, offered a way out when the address was collected, gets similar offers.",
    remedy: "Advertise only your own similar products, with a free way out in every message.",
  },
  "corporate-opt-out": {
    name: "Company that may object",
    operator: "A proven company, in a country whose row lets it be written to until it objects.",
    remedy: "Say where the address came from and how to object; stop at the first objection.",
  },
  "input-invalid": {
    name: "Question not understood",
    operator: "Something in the question is missing or cannot be read; its place is named.",
    remedy: "Correct what is named and ask again; until then nothing is sent.",
  },
  "address-invalid": {
    name: "Address does not work",
    operator: "A message to this address bounced for good, and it has not been restored since.",
    remedy: "Have the person give a working address at the next contact.",
  },
  erased: {
    name: "Erased",
    operator: "The person was erased and has not come back in a way that this message may rely on.",
    remedy: "Do not write first; it opens again when the person comes back of their own accord.",
  },
  restricted: {
    name: "Processing restricted",
    operator: "The processing of this person's data is restricted, and that has not been lifted.",
    remedy: "Settle what restricted it, and tell the person before you lift it (GDPR 18(3)).",
  },
  objected: {
    name: "Objection",
    operator: "The person objected to this advertising and has not given a valid consent since.",
    remedy: "Respect it for good; only a later consent, given of their own accord, lifts it.",
  },
  "complaint-as-objection": {
    name: "Spam complaint",
    operator: "The person reported a message as spam and has not given a valid consent since.",
    remedy: "Respect it as an objection; only a later consent, given of their own accord, lifts it.",
  },
  withdrawn: {
    name: "Consent withdrawn",
    operator: "The person told you to stop and has not given a valid consent since.",
    remedy: "Do not write to win them back; leave the sign-up where they can find it.",
  },
  "under-age": {
    name: "Too young, or age unknown",
    operator: "The person may be below the age for consent here, and no guardian consented in time.",
    remedy: "Record a guardian's consent with its evidence before the person consents; else do not write.",
  },
  "exclusion-register": {
    name: "On an exclusion list",
    operator: "An exclusion list that binds here names the person, and no consent to you goes before it.",
    remedy: "Leave them out; a consent to you, collected at the next contact, would go before the list.",
  },
  "register-stale": {
    name: "Exclusion list not consulted",
    operator: "An exclusion list that binds here was not read within the last 24 hours.",
    remedy:
      "Consult the list anew, or collect consent at the next contact: the list does not bind whoever consented.",
  },
  "third-party-source": {
    name: "Address from a third party",
    operator: "The address was bought, scraped or passed on, and no valid consent to you is on record.",
    remedy: "Leave the address out; only a consent that the person gives to you opens it.",
  },
  "repermission-no-basis": {
    name: "Asking for permission without one",
    operator: "The message asks for permission: that is advertising too, and nothing permits it.",
    remedy: "Ask at the next contact, on your site or in person, and not by email.",
  },
  "message-noncompliant": {
    name: "Message lacks what it must carry",
    operator: "The message lacks who sends it, a postal address, a way out, or its mark as advertising.",
    remedy: "Add what is missing, then ask again.",
  },
  "promo-in-service": {
    name: "Advertising in a message that is none",
    operator: "A service, information, notice or rights message holds a promotional block.",
    remedy: "Take the block out, or send it as marketing to those who may get that.",
  },
  "ads-in-neutral-mail": {
    name: "Advertising in a neutral mail",
    operator: "A confirmation or an acknowledgement holds a promotional block.",
    remedy: "Take the block out; the logo and the legal information may stay.",
  },
  "no-legal-duty": {
    name: "No legal duty named",
    operator: "The message is meant to fulfil a legal duty and names no law.",
    remedy: "Name the law that obliges you, or ask for the kind of message that it really is.",
  },
  "no-case": {
    name: "Nothing to answer",
    operator: "No open rights case, and no recent withdrawal or objection, is there to be answered.",
    remedy: "Name the open case, or do not send.",
  },
  "not-necessary": {
    name: "No contract that needs it",
    operator: "The message names no contract that is running.",
    remedy: "Name the running contract; if it has ended, do not send under it.",
  },
  "doi-limit": {
    name: "No confirmation mail now",
    operator: "The request is over 48 hours old, confirmed, barred since, or too soon after another.",
    remedy: "Send no reminder; a new request by the person may start anew.",
  },
  "beyond-request": {
    name: "More than was asked for",
    operator: "The person did not ask for this, or the promised answers or their time are used up.",
    remedy: "Stop here; a new request by the person opens it again.",
  },
  "third-party-consent": {
    name: "Somebody else consented",
    operator: "Somebody else gave the consent, or a guardian did without evidence on record.",
    remedy: "Collect it from the person at the next contact, or from a guardian with evidence; not by email.",
  },
  "legacy-consent": {
    name: "Consent older than the GDPR",
    operator: "The consent is from before 25 May 2018, and its evidence is below today's standard.",
    remedy: COMPLETE,
  },
  "no-proof": {
    name: "Consent without proof",
    operator: "A consent is on record, but not the words or the form that were shown.",
    remedy: COMPLETE,
  },
  "not-affirmative": {
    name: "No active choice",
    operator: "The box was ticked beforehand, or the consent was part of the terms.",
    remedy: "Collect consent at the next contact, with an empty box of its own; not by email.",
  },
  conditional: {
    name: "Consent was demanded",
    operator: "The consent was required to get something else, and is presumed not to be free.",
    remedy: "Offer the service without it, and leave the choice open at the next contact.",
  },
  "not-specific": {
    name: "One box for several purposes",
    operator: "One box covered several purposes at once.",
    remedy: "Collect consent at the next contact, one box for each purpose; not by email.",
  },
  "controller-not-named": {
    name: "Consent that names others",
    operator: "The consent names other controllers and not this one.",
    remedy: "Collect a consent that names you at the next contact; not by email.",
  },
  "scope-mismatch": {
    name: "Outside what was consented to",
    operator: "The consent is for another channel or another category than this message.",
    remedy: "Keep to what was consented to, or collect a consent to this at the next contact.",
  },
  "not-informed": {
    name: "Not informed",
    operator: "No notice is on record with the consent, or it did not say that consent may be withdrawn.",
    remedy: "Collect consent at the next contact, with the notice in the same view; not by email.",
  },
  "controller-changed": {
    name: "Controller changed",
    operator: "The controller changed after the consent, and the person was not told.",
    remedy:
      "Give the notice that the law asks for and record it, or collect consent anew; ask counsel which.",
  },
  "doi-unconfirmed": {
    name: "Not confirmed from the mailbox",
    operator: "The form or the country's row asks for a confirmation from the mailbox; none is on record.",
    remedy: ANEW,
  },
  "doi-expired": {
    name: "Confirmed too late",
    operator: "The confirmation came after its link had expired.",
    remedy: ANEW,
  },
  "doi-bot": {
    name: "Confirmed by a program",
    operator: "The link was opened, as mail scanners do, and nobody pressed the button.",
    remedy: ANEW,
  },
  "consent-decayed": {
    name: "Consent lapsed",
    operator: "There was too long no sign of life after the consent; opens are none.",
    remedy: "Do not write to win them back; collect consent at the next contact.",
  },
  "no-sale-context": {
    name: "No sale that counts",
    operator: "The country's row knows no soft opt-in, or no sale on record that opens it.",
    remedy: COLLECT,
  },
  "free-account-not-sale": {
    name: "Free account",
    operator: "A free account does not count as a sale in this country's row.",
    remedy: COLLECT,
  },
  "not-from-customer": {
    name: "Address not from the customer",
    operator: "It is not on record that the customer gave the address at the sale.",
    remedy: COLLECT,
  },
  "no-optout-at-collection": {
    name: "No way out offered at the sale",
    operator: "It is not proved that a way out was offered when the address was collected.",
    remedy:
      "Offer it at the next sale. Until then only consent helps; asking for it by email is advertising.",
  },
  "refused-at-collection": {
    name: "Refused at a sale",
    operator: "The person refused advertising at a sale.",
    remedy: "Respect it; only a consent given of their own accord opens it.",
  },
  "not-same-person": {
    name: "Bought from another company",
    operator: "The seller was another legal person; a company of the same group is another one too.",
    remedy: COLLECT,
  },
  "not-similar": {
    name: "Not similar to what was bought",
    operator: "What was bought is of another category than what is advertised.",
    remedy: "Advertise only what is similar, or collect consent at the next contact.",
  },
  "soft-expired": {
    name: "Sale too long ago",
    operator: "The time for which this country's row relies on a sale has run out.",
    remedy: COLLECT,
  },
  "not-corporate": {
    name: "Not a company that may be written to",
    operator: "No proof of a legal person is on record, or its country asks for consent all the same.",
    remedy: "Record the entry in the company register if there is one; else collect consent, not by email.",
  },
  "role-mismatch": {
    name: "No link to the person's job",
    operator: "No reason is on record why the message concerns what the person does at work.",
    remedy: "Record the reason if there is a true one; else collect consent at the next contact.",
  },
  "no-lia": {
    name: "No balancing of interests",
    operator: "No balancing of your interest against the recipient's is on record.",
    remedy: "Carry out and record the balancing test first; its result may be no.",
  },
  "no-art14": {
    name: "Source not told",
    operator: "The message does not tell where the address came from and how to object.",
    remedy: "Put the source and the right to object into the message, then ask again.",
  },
  "no-basis": {
    name: "Nothing permits it",
    operator: "Nothing on record permits this message.",
    remedy: "Collect consent at the next contact; asking by email is itself unlawful.",
  },
} as const satisfies OperatorExplanations;
