// The histories of the demo: how many people have lived each, where they live, and what the newsletter comes to.
import type { Storyteller } from "./storyteller.ts";

export interface History {
  readonly people: number;
  /** Taken in turn. */
  readonly countries: readonly string[];
  /** What `decide` answers about the newsletter; a test holds every one. */
  readonly comesTo: string;
  readonly tell: (person: Storyteller) => void;
  /** In years, where it is known. */
  readonly age?: number;
  /** What else is known of the recipient. */
  readonly recipient?: Readonly<Record<string, unknown>>;
}

const anywhere = ["ES", "FR", "ES", "DE", "ES", "FR", "PT", "ES", "FR", "IT", "ES", "GB", "BE"];
const home = ["ES"];
const homeAndFrance = ["ES", "FR", "ES"];
const customersWithoutRegister = ["FR", "DE", "FR", "BE", "IT", "FR"];

/** What another system knew of a consent, when it was kept well. */
const keptWell = {
  purpose: "newsletter",
  channel: "email",
  by: "subject",
  method: "web-form",
  clause: { hash: "sha256:of-the-old-shop", version: "1" },
  form: { version: "old-shop-3" },
  notice: { version: "2", withdrawalStated: true },
  purposes: ["newsletter"],
  controllers: ["lunaria"],
};

export const histories: readonly History[] = [
  {
    people: 78,
    countries: anywhere,
    comesTo: "consent",
    tell(person) {
      person.signsUp(person.ago(3, 640), "newsletter");
      person.confirms(0.4);
    },
  },
  {
    people: 24,
    countries: anywhere,
    comesTo: "consent",
    tell(person) {
      person.signsUp(person.ago(40, 500), "newsletter", "email-tracking");
      person.confirms(2.5);
      person.tells(person.ago(2, 35), "activity.observed", { kind: "click" }, "file");
    },
  },
  {
    people: 22,
    countries: anywhere,
    comesTo: "consent",
    tell(person) {
      person.orders(person.ago(4, 420), "boots", { boxes: ["newsletter"] });
      person.confirms(11);
    },
  },
  {
    // Years ago, and still a customer.
    people: 12,
    countries: homeAndFrance,
    comesTo: "consent",
    tell(person) {
      person.signsUp(person.ago(1250, 1700), "newsletter");
      person.confirms(1);
      person.tells(person.ago(20, 700), "activity.observed", { kind: "purchase" }, "file");
    },
  },
  {
    // Left, thought better of it, and signed up anew.
    people: 8,
    countries: anywhere,
    comesTo: "consent",
    tell(person) {
      person.signsUp(person.ago(400, 600), "newsletter");
      person.confirms(5);
      person.tells(person.ago(200, 300), "consent.withdrawn", { purpose: "newsletter" }, "one-click");
      person.signsUp(person.ago(10, 150), "newsletter");
      person.confirms(0.2);
    },
  },
  {
    // The mailbox was full of years, and works again.
    people: 6,
    countries: homeAndFrance,
    comesTo: "consent",
    tell(person) {
      person.signsUp(person.ago(200, 400), "newsletter");
      person.confirms(3);
      person.tells(person.ago(60, 90), "address.bounced", { class: "hard" }, "relay");
      person.tells(person.ago(5, 50), "address.restored", {}, "file");
    },
  },
  {
    people: 32,
    countries: customersWithoutRegister,
    comesTo: "soft-opt-in",
    tell: (person) => person.orders(person.ago(6, 600), "sandals"),
  },
  {
    // In Spain the Robinson list is asked first, and none is loaded.
    people: 34,
    countries: home,
    comesTo: "register-stale",
    tell: (person) => person.orders(person.ago(3, 500), "espadrilles"),
  },
  {
    people: 18,
    countries: homeAndFrance,
    comesTo: "refused-at-collection",
    tell: (person) => person.orders(person.ago(3, 500), "boots", { refuses: true }),
  },
  {
    // Bought wax, so mail about shoes is not about something similar.
    people: 14,
    countries: customersWithoutRegister,
    comesTo: "not-similar",
    tell: (person) => person.orders(person.ago(3, 400), "wax"),
  },
  {
    people: 28,
    countries: anywhere,
    comesTo: "doi-unconfirmed",
    tell: (person) => person.signsUp(person.ago(1, 29), "newsletter"),
  },
  {
    people: 6,
    countries: anywhere,
    comesTo: "doi-expired",
    tell(person) {
      person.signsUp(person.ago(20, 200), "newsletter");
      person.confirms(120);
    },
  },
  {
    // Only a mail scanner followed the link.
    people: 5,
    countries: anywhere,
    comesTo: "doi-bot",
    tell(person) {
      person.signsUp(person.ago(20, 200), "newsletter");
      person.confirms(0.001, "get");
    },
  },
  {
    people: 26,
    countries: anywhere,
    comesTo: "withdrawn",
    tell(person) {
      person.signsUp(person.ago(120, 600), "newsletter");
      person.confirms(1.5);
      person.tells(person.ago(2, 110), "consent.withdrawn", { purpose: "newsletter" }, "one-click");
    },
  },
  {
    people: 6,
    countries: customersWithoutRegister,
    comesTo: "objected",
    tell(person) {
      person.orders(person.ago(150, 400), "sandals");
      person.tells(
        person.ago(20, 140),
        "objection.raised",
        { scope: "direct-marketing" },
        "page:preferences",
      );
    },
  },
  {
    // A purchase after an objection lifts nothing.
    people: 4,
    countries: customersWithoutRegister,
    comesTo: "objected",
    tell(person) {
      person.orders(person.ago(300, 400), "sandals");
      person.tells(
        person.ago(100, 250),
        "objection.raised",
        { scope: "direct-marketing" },
        "page:preferences",
      );
      person.orders(person.ago(5, 80), "boots");
    },
  },
  {
    people: 6,
    countries: anywhere,
    comesTo: "complaint-as-objection",
    tell(person) {
      person.signsUp(person.ago(100, 300), "newsletter");
      person.confirms(7);
      person.tells(person.ago(5, 90), "complaint.received", {}, "relay");
    },
  },
  {
    people: 12,
    countries: anywhere,
    comesTo: "address-invalid",
    tell(person) {
      person.signsUp(person.ago(200, 600), "newsletter");
      person.confirms(0.3);
      person.tells(person.ago(10, 190), "address.bounced", { class: "hard" }, "relay");
    },
  },
  {
    people: 22,
    countries: anywhere,
    comesTo: "third-party-source",
    tell: (person) => person.tells(person.ago(75), "source.declared", { kind: "bought" }, "file"),
  },
  {
    people: 6,
    countries: anywhere,
    comesTo: "erased",
    tell(person) {
      person.signsUp(person.ago(200, 500), "newsletter");
      person.confirms(0.6);
      person.tells(person.ago(3, 150), "subject.erased", {}, "file");
    },
  },
  {
    // Opens are no sign of life: mail programs fetch pictures by themselves.
    people: 8,
    countries: homeAndFrance,
    comesTo: "consent-decayed",
    tell(person) {
      person.signsUp(person.ago(1200, 1600), "newsletter");
      person.confirms(9);
      person.tells(person.ago(30, 300), "activity.observed", { kind: "open" }, "file");
    },
  },
  {
    people: 5,
    countries: home,
    comesTo: "under-age",
    age: 13,
    tell(person) {
      person.signsUp(person.ago(10, 60), "newsletter");
      person.confirms(0.5);
    },
  },
  {
    // The old shop ticked the box for them.
    people: 8,
    countries: anywhere,
    comesTo: "not-affirmative",
    tell: (person) =>
      person.tells(person.ago(500, 640), "consent.given", { ...keptWell, prechecked: true }, "file"),
  },
  {
    // A column of a spreadsheet that says yes, and nobody knows to what.
    people: 8,
    countries: anywhere,
    comesTo: "no-proof",
    tell: (person) =>
      person.tells(
        person.ago(600),
        "consent.given",
        { purpose: "newsletter", channel: "email", method: "spreadsheet" },
        "file",
      ),
  },
  {
    people: 8,
    countries: anywhere,
    comesTo: "no-basis",
    tell: (person) => person.asksForCatalogue(person.ago(1, 25)),
  },
  {
    people: 2,
    countries: home,
    comesTo: "restricted",
    tell(person) {
      person.signsUp(person.ago(100, 300), "newsletter");
      person.confirms(4);
      person.tells(person.ago(8, 60), "restriction.applied", {}, "file");
    },
  },
  {
    // French companies may be written to before they ask, but only after a balancing test.
    people: 4,
    countries: ["FR"],
    comesTo: "no-lia",
    recipient: { kind: "legal", address: "generic", legalPersonProof: "RCS Lyon 000 000 000" },
    tell: (person) => person.tells(person.ago(100), "source.declared", { kind: "public-register" }, "file"),
  },
  {
    // An account is no purchase.
    people: 4,
    countries: home,
    comesTo: "free-account-not-sale",
    tell: (person) =>
      person.tells(
        person.ago(30, 300),
        "sale.concluded",
        {
          category: "shoes",
          addressFrom: "customer",
          optOutOffered: true,
          form: { version: "1" },
          seller: "lunaria",
          freemium: true,
        },
        "file",
      ),
  },
  {
    people: 4,
    countries: ["FR"],
    comesTo: "soft-expired",
    tell: (person) => person.orders(person.ago(1200, 1500), "sandals"),
  },
];
