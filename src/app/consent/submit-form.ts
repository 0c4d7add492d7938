// Takes what a person sent from a form: puts it on record under the wording that was shown, and asks for the mail it calls for.
import type { Instant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import { type Address, parseAddress } from "../../ledger/address.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { readFormToken } from "../../mail/tokens.ts";
import type { NewFact, World } from "../ports.ts";
import type { Clause, Form, Published } from "../setup/setup.ts";
import { askGuardian } from "./ask-guardian.ts";
import { askingFirst, askingKnown } from "./asking-first.ts";
import { type ChildsFields, type ChildsMistake, isForChildren, youthOf } from "./children.ts";
import { formFacts } from "./form-facts.ts";
import { formAsShown, type OpenForm } from "./open-form.ts";
import { orderReference } from "./order.ts";
import type { Pace } from "./paces.ts";
import { putForm } from "./put-form.ts";

/** What came from the browser, as text. */
export interface Submission extends ChildsFields {
  readonly form: string;
  readonly token: string;
  readonly product: string;
  readonly ticked: readonly string[];
  readonly refused: boolean;
  readonly connection: Connection | null;
  /** Which its mails keep with those of others, where too many come. */
  readonly paces?: readonly Pace[];
  /** Filled in by no person: answered like any other, and put on record by nobody. */
  readonly trapped?: boolean;
}

export type Mistake =
  | "address-missing"
  | "address-malformed"
  | "country-unknown"
  | "product-missing"
  | "nothing-asked"
  | ChildsMistake;

/** `unknownPage`: nothing says what was shown, since the token is not ours or did not arrive whole; the form is to be shown again. */
export type Submitted =
  | { readonly outcome: "unknownPage" }
  | {
      readonly outcome: "mistaken";
      readonly open: OpenForm;
      readonly language: Language;
      readonly mistakes: readonly Mistake[];
      /** The age of the law, where the person is below it: a parent or guardian has to agree. */
      readonly youngerThan: number | null;
    }
  | {
      readonly outcome: "accepted";
      readonly open: OpenForm;
      readonly language: Language;
      readonly ticked: boolean;
      readonly refused: boolean;
      readonly reference: string | null;
      readonly retired: Retired;
      /** Until when a parent or guardian may agree to what was ticked; null: none has to. */
      readonly guardianUntil: Instant | null;
    };

/** What the page still offered and the controller does no longer: it was not recorded, and the person is told so. */
export interface Retired {
  /** The boxes that were ticked for it. */
  readonly boxes: readonly Published<Clause>[];
  /** Whether it is the information that was asked for. */
  readonly request: boolean;
}

/**
 * Puts a filled-in form on record. The answer is the same whether or not the address is known.
 *
 * A form only ever adds: it lowers no confirmed consent and lifts no bar by itself. However long the page was open, what
 * counts is what it showed, which its token says; one page is one act, however often it is sent for one address.
 */
export async function submitForm(world: World, submission: Submission): Promise<Submitted> {
  const now = world.clock.now();
  const token = readFormToken(submission.token, world.secrets.tokenKey);
  if (!token || token.embedded || token.form.key !== submission.form) return { outcome: "unknownPage" };
  const [shown, setup] = await Promise.all([formAsShown(world, token), world.store.setup.current()]);
  if (!shown || !setup) return { outcome: "unknownPage" };

  const { language } = token;
  const typed = submission.country === "" ? undefined : submission.country;
  // What the page says follows from what was typed alone, so that nobody learns what is known of an address.
  const open = askingFirst(shown, setup, typed);
  const form = open.form.content;
  const address = parseAddress(submission.address);
  const chosen = open.boxes.filter(({ key }) => submission.ticked.includes(key));
  const young =
    isForChildren(open.boxes, setup) && chosen.length > 0 ? youthOf(setup, submission, now) : null;
  const mistakes = [...mistakesIn(submission, form, address, chosen), ...(young?.mistakes ?? [])];
  const youngerThan = young?.youngerThan ?? null;
  if (!address || mistakes.length > 0) return { outcome: "mistaken", open, language, mistakes, youngerThan };

  const purposes = Object.fromEntries(
    Object.entries(setup.purposes).map(([key, purpose]) => [key, purpose.content]),
  );
  const retired: Retired = {
    boxes: chosen.filter(({ content }) => !setup.purposes[content.purpose]),
    request: form.kind === "informationRequest" && !setup.purposes[form.purpose],
  };
  const ticked = chosen.filter((box) => !retired.boxes.includes(box)).map(({ key }) => key);
  const asking = await askingKnown(world, setup, open, address);
  const { birthDate } = submission;
  const facts = formFacts({
    open: asking,
    token,
    purposes,
    ticked: young?.guardian ? [] : ticked,
    ...(young && { birthDate }),
    product: submission.product,
    country: submission.country,
    refused: submission.refused,
    at: now,
  });
  const { country, connection, paces = [] } = submission;
  // The country chooses the law, and anybody may have typed it: where the mailbox is asked, it counts with the answer.
  const counts = (added: readonly NewFact[]) =>
    country !== "" &&
    !asking.form.content.doubleOptIn &&
    added.some(({ fact }) => fact.type === "consent.given");
  const recipientOf = (added: readonly NewFact[]) => (counts(added) ? { country } : undefined);
  const childs = young?.guardian && ticked.length > 0 ? { ...young, guardian: young.guardian } : null;
  const asked = { child: address, birthDate, country, boxes: ticked, token, paces };
  const waits = {
    address,
    recipientOf,
    connection,
    token,
    form: asking.form.content,
    setup,
    facts,
    now,
    paces,
  };
  const guardianUntil =
    childs && !submission.trapped
      ? await askGuardian(world, setup, { ...asked, guardian: childs.guardian })
      : null;
  if (!submission.trapped) await putForm(world, waits);
  return {
    outcome: "accepted",
    open,
    language,
    ticked: ticked.length > 0,
    guardianUntil,
    refused: form.kind === "order" && submission.refused,
    reference: form.kind === "order" ? orderReference(token) : null,
    retired,
  };
}

function mistakesIn(
  submission: Submission,
  form: Form,
  address: Address | null,
  chosen: readonly unknown[],
): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  if (form.kind === "order" && !form.products.some((product) => product.key === submission.product))
    mistakes.push("product-missing");
  if (submission.address.trim() === "") mistakes.push("address-missing");
  else if (!address) mistakes.push("address-malformed");
  if (submission.country !== "" && !form.countries?.includes(submission.country))
    mistakes.push("country-unknown");
  if (form.kind === "signUp" && chosen.length === 0) mistakes.push("nothing-asked");
  return mistakes;
}
