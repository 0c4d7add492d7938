// What a controller has set up and published: the shape that forms, campaigns and decisions read.
import type { Language } from "../../core/languages.ts";
import type { Tightening } from "../../core/tightening.ts";
import type { Asset, Theme } from "./theme.ts";

/** A text in each language that the controller publishes in, keyed by BCP 47 language. */
export type Localised = Readonly<Record<string, string>>;

export interface Controller {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly registration: string;
  readonly country: string;
  /** Where a person writes about data protection: an address. */
  readonly privacyContact: string;
  readonly website?: string;
  /** Languages it publishes in; the first is spoken to whoever's language is unknown. */
  readonly languages: readonly Language[];
  /** How its public pages look. */
  readonly theme?: Theme;
  /** Who handles people's data for it, by contract (GDPR 28). */
  readonly processors?: Readonly<Record<string, Processor>>;
}

export interface Processor {
  readonly name: string;
  /** What it does for the controller. */
  readonly does: string;
  readonly country: string;
  /** The contract, as the controller files it, and the day from which it runs, YYYY-MM-DD. */
  readonly contract: string;
  readonly since: string;
  /** Host of the mail server that it runs, as in `LICET_SMTP_URL`. */
  readonly relay?: string;
  /** What makes the transfer lawful, where the country is outside the European Economic Area (GDPR 44 to 49). */
  readonly transfer?: string;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
  readonly replyTo?: string;
}

export interface PurposeDeclaration {
  readonly kind: "marketing" | "requestedInformation" | "service";
  readonly category?: string;
  readonly childDirected?: boolean;
  /** Days for which what proves its mail is kept after the last permission, in the place of the law's. */
  readonly proofDays?: number;
  readonly label: Localised;
  /** The sender whose name and address its mail bears. */
  readonly sender: string;
}

/** Who read a wording as counsel and found it good, and on which day, YYYY-MM-DD. */
export interface Approval {
  readonly by: string;
  readonly at: string;
}

/** The wording beside one box. */
export interface Clause {
  readonly purpose: string;
  readonly text: Localised;
  readonly approval?: Approval;
}

/**
 * Privacy information in two layers: what stands in the same view as the boxes, and the whole.
 *
 * Source: GDPR 13; law.md section 6.
 */
export interface Notice {
  /** Rows of the first layer, in order. */
  readonly first: readonly { readonly title: Localised; readonly text: Localised }[];
  /** The second layer, Markdown. */
  readonly second: Localised;
  /** Whether the first layer says that consent may be withdrawn at any time (GDPR 7(3), 13(2)(c)). */
  readonly withdrawalStated: boolean;
}

interface FormBase {
  readonly title: Localised;
  readonly intro?: Localised;
  readonly notice: string;
  /** Clause keys: one box each, in this order. Never ticked, never required. */
  readonly boxes: readonly string[];
  /** Countries offered in a select; absent: the country is not asked. */
  readonly countries?: readonly string[];
  /** Whether a box takes effect only after the confirmation mail is answered. */
  readonly doubleOptIn: boolean;
  /** How long the confirmation link works. Hours, at most 48. */
  readonly confirmationHours: number;
  /** Where it differs from the controller's. */
  readonly theme?: Theme;
  /** Where else than on our page it may be shown: origins (RFC 6454) of the controller's own pages. Absent: nowhere. */
  readonly embedding?: { readonly origins: readonly string[] };
}

export interface SignUpForm extends FormBase {
  readonly kind: "signUp";
}

/** A purchase. The soft opt-in notice has a refusal box of its own (Directive 2002/58/EC 13(2)). */
export interface OrderForm extends FormBase {
  readonly kind: "order";
  readonly products: readonly {
    readonly key: string;
    readonly category: string;
    readonly label: Localised;
    readonly price: string;
  }[];
  readonly softOptIn?: {
    readonly text: Localised;
    readonly refusal: Localised;
    readonly approval?: Approval;
  };
}

export interface InformationForm extends FormBase {
  readonly kind: "informationRequest";
  readonly topic: string;
  /** The purpose, of kind requestedInformation, that the answer is sent for. */
  readonly purpose: string;
  /** How many answers the person is promised, and for how long. */
  readonly responses: number;
  readonly days: number;
  /** The answer, Markdown with Liquid. */
  readonly answer: { readonly subject: Localised; readonly body: Localised };
}

export type DeclaredForm = SignUpForm | OrderForm | InformationForm;

/** A form as published: it says which version of each wording it shows, so a new wording is a new form. */
export type Form = DeclaredForm & {
  readonly pinned: { readonly notice: number; readonly clauses: Readonly<Record<string, number>> };
};

/** What is published, with the version and hash under which it is cited as evidence. */
export interface Published<Content> {
  readonly key: string;
  readonly version: number;
  /** `sha256:` and the hex digest of the canonical content. */
  readonly hash: string;
  readonly content: Content;
}

export interface PublicationContent {
  controller: Controller;
  sender: Sender;
  purpose: PurposeDeclaration;
  clause: Clause;
  notice: Notice;
  form: Form;
  /** Where the controller is stricter than the law. */
  tightening: Tightening;
}
export type PublicationKind = keyof PublicationContent;

/** Everything in force. */
export interface Setup {
  readonly controller: Published<Controller>;
  readonly senders: Readonly<Record<string, Published<Sender>>>;
  readonly purposes: Readonly<Record<string, Published<PurposeDeclaration>>>;
  readonly clauses: Readonly<Record<string, Published<Clause>>>;
  readonly notices: Readonly<Record<string, Published<Notice>>>;
  readonly forms: Readonly<Record<string, Published<Form>>>;
  readonly tightenings: Readonly<Record<string, Published<Tightening>>>;
  /** The exclusion lists that are loaded: by name, which copy. */
  readonly registers: Readonly<Record<string, string>>;
}

/** What a set-up file says should be in force, before it has versions. */
export interface DeclaredSetup {
  readonly controller: Controller;
  readonly senders: Readonly<Record<string, Sender>>;
  readonly purposes: Readonly<Record<string, PurposeDeclaration>>;
  readonly clauses: Readonly<Record<string, Clause>>;
  readonly notices: Readonly<Record<string, Notice>>;
  readonly forms: Readonly<Record<string, DeclaredForm>>;
  readonly tightenings: Readonly<Record<string, Tightening>>;
  /** Files that its themes show. */
  readonly assets?: readonly Asset[];
}
