// An order from a form: a contract at once, and once its mailbox has confirmed it the sale that opens the soft opt-in.
import { formatInstant, type Instant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import type { FormToken } from "../../mail/tokens.ts";
import type { NewFact, RecordedFact, World } from "../ports.ts";
import { textIn } from "../setup/in-language.ts";
import type { OrderForm } from "../setup/setup.ts";
import { newFact } from "./new-fact.ts";
import { type OpenForm, shownAs } from "./open-form.ts";

/** What was ordered, and by whose form. */
export interface Ordered {
  readonly open: OpenForm;
  readonly form: OrderForm;
  readonly token: FormToken;
  readonly product: string;
  readonly country: string;
  /** Whether the refusal box of the soft opt-in was ticked. */
  readonly refused: boolean;
  readonly at: Instant;
}

/** The number of an order, short enough to read out. */
export function orderReference(token: FormToken): string {
  return token.nonce.replaceAll("-", "").slice(-8).toUpperCase();
}

/**
 * What is on record from the press of the button. Nobody knows yet who pressed it: the contract lets Licet write about
 * this order and nothing else, and a refusal counts at once, in a fact of its own, whenever it is pressed.
 *
 * Source: Directive 2002/58/EC 13(2); Directive 2000/31/EC 11(1).
 */
export function orderFacts({
  open,
  form,
  token,
  product,
  country,
  refused,
  at,
}: Ordered): readonly NewFact[] {
  const category = form.products.find(({ key }) => key === product)?.category;
  const reference = orderReference(token);
  const sale = { reference, ...(category !== undefined && { category }), ...offered(open, form) };
  const put = (id: string, type: string, body: NewFact["body"]) =>
    newFact(
      { id: `${id}-${token.nonce}`, type, at: formatInstant(at), ...body },
      `form:${open.form.key}`,
      shownAs(open, token),
    );
  const asked = {
    contract: reference,
    product,
    ...(country !== "" && { country }),
    sale: { ...sale, refused },
  };
  const refusal = { ...sale, addressFrom: "customer", refused: true };
  return [
    put("order", "contract.started", asked),
    ...(refused ? [put("refusal", "sale.negotiated", refusal)] : []),
  ];
}

/** What was offered by whom when the address was taken. */
export function offered(open: OpenForm, form: OrderForm) {
  return {
    optOutOffered: form.softOptIn !== undefined,
    form: { version: String(open.form.version) },
    seller: open.controller.key,
  };
}

/** The id of the refusal that would belong to this order. */
export function refusalOf(order: string): string {
  return order.replace(/^order-/, "refusal-");
}

/** The sale that a confirmed order is; null: it came by no form, or what it was has been erased. */
export function saleOf({
  body,
  shown,
  source,
}: Pick<RecordedFact, "body" | "shown" | "source">): NewFact | null {
  if (typeof body.sale !== "object" || body.sale === null) return null;
  const sale = {
    id: String(body.id).replace(/^order-/, "sale-"),
    type: "sale.concluded",
    at: body.at,
    ...body.sale,
    addressFrom: "customer",
    freemium: false,
  };
  return newFact(sale, source, shown ?? undefined);
}

/** The thing ordered, as the form named it; null where the order came by no form. */
export async function orderedProduct(
  world: World,
  { body, shown }: RecordedFact,
): Promise<OrderForm["products"][number] | null> {
  const form = shown && (await world.store.setup.version("form", shown.form.key, shown.form.version));
  if (form?.content.kind !== "order") return null;
  return form.content.products.find(({ key }) => key === body.product) ?? null;
}

/** The number and the thing ordered. */
export function orderedWords(
  { body }: RecordedFact,
  product: OrderForm["products"][number] | null,
  language: Language,
): string {
  const number = String(body.contract);
  return product ? `${number}: ${textIn(product.label, language)}, ${product.price}` : number;
}
