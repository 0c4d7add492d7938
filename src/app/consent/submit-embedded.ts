// Takes what a person did in a form inside the controller's own page, from that page's server, with the order if there is one.
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import { parseRecipient } from "../../core/question.ts";
import { CodedError } from "../../errors.ts";
import { type Address, parseAddress } from "../../ledger/address.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { type FormToken, readFormToken } from "../../mail/tokens.ts";
import { holdsAddress } from "../imports/holds-address.ts";
import { unsound } from "../imports/sound-json.ts";
import type { NewFact, World } from "../ports.ts";
import { askingFirst, askingKnown } from "./asking-first.ts";
import { isForChildren } from "./children.ts";
import type { Known } from "./entry.ts";
import { consentFacts, requestFacts } from "./form-facts.ts";
import { newFact } from "./new-fact.ts";
import { formAsShown, type OpenForm, shownAs } from "./open-form.ts";
import { offered } from "./order.ts";
import { putForm } from "./put-form.ts";

/** What the server of the page knows of the purchase: its word is taken, as it is for facts that it tells. */
export interface PlacedOrder {
  /** The number of the order there. */
  readonly reference: string;
  readonly category?: string;
  readonly product?: string;
  readonly paid?: boolean;
  readonly freemium?: boolean;
}

export interface EmbeddedSubmission {
  readonly token: string;
  readonly address: string;
  /** Clause keys of the boxes that the person ticked. */
  readonly ticked: readonly string[];
  readonly refused: boolean;
  /** In the contract's vocabulary. */
  readonly recipient?: Readonly<Record<string, unknown>>;
  readonly order?: PlacedOrder;
  readonly connection: Connection | null;
  /** Who tells it: `api:KEY NAME`. */
  readonly source: string;
}

/** What became of one box. `waiting`: on record, and in force once the mailbox has answered. */
export type BoxOutcome = "recorded" | "waiting" | "retired" | "notTicked";

export interface TakenIn {
  readonly open: OpenForm;
  readonly language: Language;
  readonly boxes: readonly {
    readonly key: string;
    readonly purpose: string;
    readonly outcome: BoxOutcome;
  }[];
  readonly refused: boolean;
  readonly order: PlacedOrder | null;
}

/**
 * Puts it on record under the wording that was shown, however long ago: the same facts as from a hosted form, and the
 * sale as the page's server tells it. The same token again is the same act.
 *
 * @throws CodedError `form-token-malformed`, `form-token-redeemed`, `address-malformed`, `box-unknown`, `form-for-children`, `submission-malformed`
 * or `setup-missing`
 */
export async function submitEmbedded(world: World, submission: EmbeddedSubmission): Promise<TakenIn> {
  const now = world.clock.now();
  const { order, recipient, connection, source } = submission;
  const token = readFormToken(submission.token, world.secrets.tokenKey);
  if (!token?.embedded) throw new CodedError("form-token-malformed");
  const [shown, setup] = await Promise.all([formAsShown(world, token), world.store.setup.current()]);
  if (!setup) throw new CodedError("setup-missing");
  if (!shown) throw new CodedError("form-token-malformed");
  const address = parseAddress(submission.address);
  if (address === null) throw new CodedError("address-malformed", "`email`");
  const fault = faultIn(submission, shown);
  if (fault) throw fault;
  const ofChildren = shown.boxes.filter(({ key }) => submission.ticked.includes(key));
  // The page was open before its purpose was one for children.
  if (isForChildren(ofChildren, setup)) throw new CodedError("form-for-children");
  const country = typeof recipient?.country === "string" ? recipient.country : undefined;
  const open = await askingKnown(world, setup, askingFirst(shown, setup, country), address);
  const form = open.form.content;

  const retired = open.boxes.filter(({ content }) => !Object.hasOwn(setup.purposes, content.purpose));
  const ticked = submission.ticked.filter((key) => !retired.some((box) => box.key === key));
  const refused = form.kind === "order" && submission.refused;
  const purposes = Object.fromEntries(
    Object.entries(setup.purposes).map(([key, purpose]) => [key, purpose.content]),
  );
  const filled = { open, token, purposes, ticked, country: country ?? "", refused, at: now };
  const facts = [
    ...saleFacts(filled, order, source),
    ...requestFacts(filled, source),
    ...consentFacts(filled, source),
  ];
  if (facts.length > 0) {
    await redeem(world, token, address, now);
    await putForm(world, {
      address,
      recipientOf: () => recipient,
      connection,
      token,
      form,
      setup,
      facts,
      now,
      clash: otherOrder,
    });
  }
  const outcomeOf = (key: string): BoxOutcome => {
    if (!submission.ticked.includes(key)) return "notTicked";
    if (!ticked.includes(key)) return "retired";
    return form.doubleOptIn ? "waiting" : "recorded";
  };
  return {
    open,
    language: token.language,
    boxes: open.boxes.map(({ key, content }) => ({
      key,
      purpose: content.purpose,
      outcome: outcomeOf(key),
    })),
    refused,
    order: order ?? null,
  };
}

/** What does not belong to the form, or cannot be kept. */
function faultIn(submission: EmbeddedSubmission, { form, boxes }: OpenForm): CodedError | null {
  const { order, recipient, refused } = submission;
  const strange = submission.ticked.find((key) => !boxes.some((box) => box.key === key));
  if (strange !== undefined) return new CodedError("box-unknown", `the form \`${form.key}\` has other boxes`);
  if (order && form.content.kind !== "order")
    return malformed(`\`order\`: the form \`${form.key}\` is no order form`);
  if (refused && (form.content.kind !== "order" || !form.content.softOptIn))
    return malformed(`\`refused\`: the form \`${form.key}\` has no such box`);
  const unfit = unsound([order ?? null, recipient ?? null]);
  if (unfit !== null) return malformed(unfit);
  if (holdsAddress(order?.category)) return malformed("`order.category`: expected no address");
  if (recipient === undefined) return null;
  const read = parseRecipient(recipient, "recipient");
  if (!read.ok) return malformed(read.problem);
  return holdsAddress(read.recipient.country) ? malformed("`recipient.country`: expected no address") : null;
}

const malformed = (detail: string) => new CodedError("submission-malformed", detail);

/**
 * One page is one person's act, and one order. Redeemed before anything is recorded: after a crash in between, the same
 * submission completes it.
 */
async function redeem(world: World, token: FormToken, address: Address, now: Instant): Promise<void> {
  const subject = subjectIdOf(address, world.secrets);
  if ((await world.store.redeemedTokens.redeem(token.nonce, subject, now)) !== subject)
    throw new CodedError("form-token-redeemed", "for another address");
}

/** Of two orders with one token the first on record stands, also where both came at the same moment. */
function otherOrder({ fact, body }: NewFact, known: Known): CodedError | null {
  const differs = fact.type === "sale.concluded" && known.whole && known.body.reference !== body.reference;
  return differs ? new CodedError("form-token-redeemed", "for another order") : null;
}

const saleId = (token: FormToken) => `sale-${token.nonce}`;

/**
 * The sale, and a refusal in a fact of its own, which counts whether or not anything was bought.
 *
 * Source: Directive 2002/58/EC 13(2).
 */
function saleFacts(
  { open, token, refused, at }: { open: OpenForm; token: FormToken; refused: boolean; at: Instant },
  order: PlacedOrder | undefined,
  source: string,
): readonly NewFact[] {
  const form = open.form.content;
  if (form.kind !== "order") return [];
  const sale = { at: formatInstant(at), addressFrom: "customer", refused, ...offered(open, form) };
  const put = (body: NewFact["body"]) => newFact(body, source, shownAs(open, token));
  return [
    ...(order
      ? [put({ id: saleId(token), type: "sale.concluded", freemium: false, ...order, ...sale })]
      : []),
    ...(refused ? [put({ id: `refusal-${token.nonce}`, type: "sale.negotiated", ...sale })] : []),
  ];
}
