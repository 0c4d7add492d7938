/** The facts: everything that may be put on record about one person, each an immutable act in the past tense. */
import {
  count,
  expected,
  type Fields,
  flag,
  instant,
  name,
  object,
  Problem,
  type Reader,
  record,
  text,
  texts,
  word,
} from "./input.ts";
import type { Instant } from "./instant.ts";

/** What every fact has; `controller` is absent where the fact concerns the asking controller. */
type Recorded<Type extends string> = {
  readonly id: string;
  readonly type: Type;
  readonly at: Instant;
  readonly controller?: string;
};

/** One affirmative act on one box (GDPR 4(11), 7). */
export type ConsentGiven = Recorded<"consent.given"> & {
  readonly purpose: string;
  readonly category?: string;
  readonly channel?: string;
  readonly by?: "subject" | "third-party" | "guardian";
  readonly method?: string;
  readonly clause?: { readonly hash?: string; readonly version?: string };
  readonly form?: { readonly version?: string };
  readonly notice?: { readonly version?: string; readonly withdrawalStated?: boolean };
  readonly prechecked?: boolean;
  readonly bundledWithTerms?: boolean;
  readonly requiredForService?: boolean;
  readonly doubleOptIn?: boolean;
  readonly purposes?: readonly string[];
  readonly controllers?: readonly string[];
};

/** The second step of double opt-in; `of` is the id of the consent. */
export type ConsentConfirmed = Recorded<"consent.confirmed"> & {
  readonly of: string;
  readonly by?: "post" | "get";
  readonly expiresAt?: Instant;
};

/** GDPR 7(3): of one purpose, or of all (`"*"`). */
export type ConsentWithdrawn = Recorded<"consent.withdrawn"> & { readonly purpose: string };

/** GDPR 21(2): to one purpose, or to `"direct-marketing"` as a whole. */
export type ObjectionRaised = Recorded<"objection.raised"> & { readonly scope: string };

/** A spam complaint (RFC 5965). */
export type ComplaintReceived = Recorded<"complaint.received">;

/**
 * A sale, or negotiations for one: the context of a soft opt-in (Directive 2002/58 13(2)).
 *
 * `support.expressed` is its counterpart where the sender is a charity: the person showed interest in its purposes or
 * offered support for them (UK: PECR reg 22 as amended by the DUAA 2025). `charity` is the sender's number in the
 * register of charities; without it the fact opens nothing.
 */
export type Sale = TradeSale | SupportExpressed;

type TradeSale = Recorded<"sale.concluded" | "sale.negotiated"> & SaleContext;

type SupportExpressed = Recorded<"support.expressed"> & SaleContext & { readonly charity?: string };

type SaleContext = {
  readonly reference?: string;
  readonly category?: string;
  readonly addressFrom?: "customer" | "third-party" | "import";
  readonly optOutOffered?: boolean;
  readonly form?: { readonly version?: string };
  readonly refused?: boolean;
  readonly seller?: string;
  readonly freemium?: boolean;
  readonly paid?: boolean;
};

/** A sale that fell through before delivery; `of` is its id. */
export type SaleCancelled = Recorded<"sale.cancelled"> & { readonly of: string };

/** The person asked for something: `responses` answers until `until`, of which `answered` were sent. */
export type InformationRequested = Recorded<"information.requested"> & {
  readonly topic?: string;
  readonly until?: Instant;
  readonly responses?: number;
  readonly answered?: number;
};

/** A contract or an account began. */
export type ContractStarted = Recorded<"contract.started"> & { readonly contract: string };

/** A contract or an account ended. */
export type ContractEnded = Recorded<"contract.ended"> & { readonly contract: string };

/** A sign of life; an open is none, since mail programs fetch images by themselves. */
export type ActivityObserved = Recorded<"activity.observed"> & {
  readonly kind?: "click" | "purchase" | "login" | "reply" | "open";
};

/** A marketing message was handed over (the Irish limit counts from the last one). */
export type MarketingSent = Recorded<"marketing.sent">;

/** Where the address came from (GDPR 14(2)(f)). */
export type SourceDeclared = Recorded<"source.declared"> & {
  readonly kind?: "own-form" | "import" | "bought" | "scraped" | "referral" | "public-register";
};

/** A delivery failure; without a class it is a hard one. */
export type AddressBounced = Recorded<"address.bounced"> & { readonly class?: "hard" | "soft" };

/** The address works again. */
export type AddressRestored = Recorded<"address.restored">;

/** GDPR 18: processing is restricted. */
export type RestrictionApplied = Recorded<"restriction.applied">;

/** GDPR 18(3): the restriction is lifted. */
export type RestrictionLifted = Recorded<"restriction.lifted">;

/** GDPR 17: what was known about the person is erased. */
export type SubjectErased = Recorded<"subject.erased">;

/** GDPR 8: the holder of parental responsibility consented. */
export type GuardianConsented = Recorded<"guardian.consented"> & { readonly evidence?: string };

/** A merger, or a sale of the list; `noticed` if the person was told. */
export type ControllerChanged = Recorded<"controller.changed"> & { readonly noticed?: boolean };

/**
 * How often at most the person wishes to hear of a purpose; `any` takes an earlier wish back. It bars nothing in law: `decide`
 * does not read it, and the gate of a campaign does.
 */
export type FrequencyWished = Recorded<"frequency.wished"> & {
  readonly purpose: string;
  readonly atMost: "week" | "month" | "any";
};

/**
 * Whoever told a fact takes it back, as told by mistake; `of` is its id. It holds from its own instant on, and for facts that could
 * open something: what bars stays.
 */
export type FactRetracted = Recorded<"fact.retracted"> & { readonly of: string };

/** Which right a person exercises (GDPR 15 to 21). */
export const RIGHTS = Object.freeze([
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "other",
] as const);

/** How a request reached the controller. */
export const REQUESTED_VIA = Object.freeze([
  "page",
  "letter",
  "phone",
  "mail",
  "in-person",
  "other",
] as const);

/** Why processing is to be restricted: GDPR 18(1)(a), (b), (c) and (d), in this order. */
export const RESTRICTION_GROUNDS = Object.freeze(["accuracy", "unlawful", "claims", "objection"] as const);

/** How a request was answered; a refusal has its reasons with it (GDPR 12(4)). */
export const ANSWER_OUTCOMES = Object.freeze(["granted", "partly", "refused"] as const);

/** Somebody asked for a link at this address, gave it as their new one or as their guardian's; nobody has proved anything yet. */
export type LinkRequested = Recorded<"link.requested"> & {
  readonly page: "preferences" | "rights" | "address" | "guardian";
};

/** A person exercises a right: the case begins, and with it the month of GDPR 12(3). */
export type RightsRequested = Recorded<"rights.requested"> & {
  readonly right: (typeof RIGHTS)[number];
  readonly via?: (typeof REQUESTED_VIA)[number];
  readonly ground?: (typeof RESTRICTION_GROUNDS)[number];
};

/** The person was told that it takes up to two further months, and why (GDPR 12(3)); `of` is the id of the request. */
export type RightsExtended = Recorded<"rights.extended"> & { readonly of: string };

/** The request was answered, and the case ends; `of` is its id. */
export type RightsAnswered = Recorded<"rights.answered"> & {
  readonly of: string;
  readonly outcome: (typeof ANSWER_OUTCOMES)[number];
};

/** The law demands that the person is told something, such as a breach (GDPR 34): `statute` says which law. */
export type NoticeRequired = Recorded<"notice.required"> & { readonly statute: string };

/** One immutable recorded act. */
export type Fact =
  | ConsentGiven
  | ConsentConfirmed
  | ConsentWithdrawn
  | ObjectionRaised
  | ComplaintReceived
  | Sale
  | SaleCancelled
  | InformationRequested
  | ContractStarted
  | ContractEnded
  | ActivityObserved
  | MarketingSent
  | SourceDeclared
  | AddressBounced
  | AddressRestored
  | RestrictionApplied
  | RestrictionLifted
  | SubjectErased
  | GuardianConsented
  | ControllerChanged
  | FrequencyWished
  | FactRetracted
  | LinkRequested
  | NoticeRequired
  | RightsRequested
  | RightsExtended
  | RightsAnswered;

/** The name of a kind of fact. */
export type FactType = Fact["type"];

/** What a kind of fact carries besides what every fact has. */
type Carried<F extends Fact> = Fields<Omit<F, keyof Recorded<string>>>;

function carrying<F extends Fact>(carried: Carried<F>, ...keys: (keyof Carried<F>)[]): Reader<F> {
  const fields = { id: name, type: text, at: instant, controller: name, ...carried };
  return object<F>(fields as unknown as Fields<F>, ["id", "type", "at", ...keys] as never);
}

const version = object<{ readonly version?: string }>({ version: text }, []);

const saleFields = {
  reference: text,
  category: text,
  addressFrom: word("customer", "third-party", "import"),
  optOutOffered: flag,
  form: version,
  refused: flag,
  seller: text,
  freemium: flag,
  paid: flag,
};
const sale = carrying<TradeSale>(saleFields);

const readers: { readonly [Type in FactType]: Reader<Fact> } = {
  "consent.given": carrying<ConsentGiven>(
    {
      purpose: name,
      category: text,
      channel: text,
      by: word("subject", "third-party", "guardian"),
      method: text,
      clause: object<NonNullable<ConsentGiven["clause"]>>({ hash: text, version: text }, []),
      form: version,
      notice: object<NonNullable<ConsentGiven["notice"]>>({ version: text, withdrawalStated: flag }, []),
      prechecked: flag,
      bundledWithTerms: flag,
      requiredForService: flag,
      doubleOptIn: flag,
      purposes: texts,
      controllers: texts,
    },
    "purpose",
  ),
  "consent.confirmed": carrying<ConsentConfirmed>(
    { of: name, by: word("post", "get"), expiresAt: instant },
    "of",
  ),
  "consent.withdrawn": carrying<ConsentWithdrawn>({ purpose: name }, "purpose"),
  "objection.raised": carrying<ObjectionRaised>({ scope: name }, "scope"),
  "complaint.received": carrying<ComplaintReceived>({}),
  "sale.concluded": sale,
  "sale.negotiated": sale,
  "support.expressed": carrying<SupportExpressed>({ ...saleFields, charity: text }),
  "sale.cancelled": carrying<SaleCancelled>({ of: name }, "of"),
  "information.requested": carrying<InformationRequested>({
    topic: text,
    until: instant,
    responses: count,
    answered: count,
  }),
  "contract.started": carrying<ContractStarted>({ contract: name }, "contract"),
  "contract.ended": carrying<ContractEnded>({ contract: name }, "contract"),
  "activity.observed": carrying<ActivityObserved>({
    kind: word("click", "purchase", "login", "reply", "open"),
  }),
  "marketing.sent": carrying<MarketingSent>({}),
  "source.declared": carrying<SourceDeclared>({
    kind: word("own-form", "import", "bought", "scraped", "referral", "public-register"),
  }),
  "address.bounced": carrying<AddressBounced>({ class: word("hard", "soft") }),
  "address.restored": carrying<AddressRestored>({}),
  "restriction.applied": carrying<RestrictionApplied>({}),
  "restriction.lifted": carrying<RestrictionLifted>({}),
  "subject.erased": carrying<SubjectErased>({}),
  "guardian.consented": carrying<GuardianConsented>({ evidence: text }),
  "controller.changed": carrying<ControllerChanged>({ noticed: flag }),
  "frequency.wished": carrying<FrequencyWished>(
    { purpose: name, atMost: word("week", "month", "any") },
    "purpose",
    "atMost",
  ),
  "fact.retracted": carrying<FactRetracted>({ of: name }, "of"),
  "link.requested": carrying<LinkRequested>(
    { page: word("preferences", "rights", "address", "guardian") },
    "page",
  ),
  "notice.required": carrying<NoticeRequired>({ statute: name }, "statute"),
  "rights.requested": carrying<RightsRequested>(
    { right: word(...RIGHTS), via: word(...REQUESTED_VIA), ground: word(...RESTRICTION_GROUNDS) },
    "right",
  ),
  "rights.extended": carrying<RightsExtended>({ of: name }, "of"),
  "rights.answered": carrying<RightsAnswered>(
    { of: name, outcome: word(...ANSWER_OUTCOMES) },
    "of",
    "outcome",
  ),
};

/** Of each kind, the field that no rule reads and that tells more of the person than the act needs. */
const PERSONAL: { readonly [Type in FactType]?: string } = {
  "consent.given": "method",
  "sale.concluded": "reference",
  "sale.negotiated": "reference",
  "information.requested": "topic",
  "guardian.consented": "evidence",
};

/**
 * The fact without what is personal in it: what a standing is folded from, and what stays after an erasure.
 *
 * @example
 * bare({ id: "s1", type: "sale.concluded", at, reference: "ORDER-17" }); // { id: "s1", type: "sale.concluded", at }
 */
export function bare<F extends Fact>(fact: F): F {
  const field = PERSONAL[fact.type];
  if (field === undefined || !Object.hasOwn(fact, field)) return fact;
  const { [field as keyof F]: _personal, ...rest } = fact;
  return rest as unknown as F;
}

/** The names of all kinds of facts. */
export const FACT_TYPES: readonly FactType[] = Object.freeze(Object.keys(readers) as FactType[]);

/** A fact that was read, or what is wrong with the input and where. */
export type ParsedFact =
  | { readonly ok: true; readonly fact: Fact }
  | { readonly ok: false; readonly problem: string };

/** Reads one fact; its problem carries a path that grows on the way up. */
export const readFact: Reader<Fact> = (value) => {
  const from = record(value);
  if (from instanceof Problem) return from;
  const type = Object.hasOwn(from, "type") ? from.type : undefined;
  if (typeof type !== "string" || !Object.hasOwn(readers, type)) {
    return expected("a type of fact that the contract knows", type).under(".type");
  }
  return readers[type as FactType](value);
};

/**
 * Reads one fact.
 *
 * A known field of the wrong type is a problem, and so is a word outside the list that the contract gives for a field:
 * what cannot be understood must not be taken for absent, since absent often means "no defect". Fields that the
 * contract does not know are left behind.
 *
 * @param place - where the fact stands in the input, as in `facts[3]`; it opens the problem.
 * @example
 * parseFact({ id: "b1", type: "address.bounced", at: "yesterday" }, "facts[0]");
 * // { ok: false, problem: "`facts[0].at`: expected an RFC 3339 instant in UTC, got `yesterday`" }
 */
export function parseFact(value: unknown, place: string): ParsedFact {
  const fact = readFact(value);
  return fact instanceof Problem ? { ok: false, problem: fact.sentence(place) } : { ok: true, fact };
}
