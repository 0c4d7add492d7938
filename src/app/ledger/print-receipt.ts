// Puts a receipt on paper, in the language of the person.

import { parseInstant } from "../../core/instant.ts";
import { LANGUAGES } from "../../core/languages.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import type { Receipt } from "../../ledger/receipt.ts";
import { renderPdf } from "../../paper/render.ts";
import type { World } from "../ports.ts";
import { inLanguage } from "../setup/in-language.ts";
import { receiptDocument } from "./receipt-document.ts";

/**
 * A PDF of the receipt.
 *
 * @param wish - the language that the reader asks for, BCP 47; absent: the person's own, else that of what was shown.
 */
export async function printReceipt(world: World, receipt: Receipt, wish?: string): Promise<Uint8Array> {
  const { subject, language, issuedAt } = receipt.statement;
  const person = (await world.store.people.find([subject as SubjectId])).get(subject as SubjectId);
  const spoken = inLanguage(LANGUAGES, wish, person?.language, language);
  return renderPdf(receiptDocument(receipt, spoken), { createdAt: parseInstant(issuedAt) ?? 0 });
}
