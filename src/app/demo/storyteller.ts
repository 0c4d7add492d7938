// Tells one invented person's history in facts: what came by the shop's own forms is exactly what those forms record.

import { days, formatInstant, hours, type Instant } from "../../core/instant.ts";
import type { Language } from "../../core/languages.ts";
import { formFacts } from "../consent/form-facts.ts";
import { newFact } from "../consent/new-fact.ts";
import type { OpenForm } from "../consent/open-form.ts";
import { saleOf } from "../consent/order.ts";
import type { NewFact } from "../ports.ts";
import type { PurposeDeclaration } from "../setup/setup.ts";

/** What is the same in every history. */
export interface Scene {
  readonly now: Instant;
  readonly publicUrl: string;
  readonly forms: { readonly signUp: OpenForm; readonly order: OpenForm; readonly catalogue: OpenForm };
  readonly purposes: Readonly<Record<string, PurposeDeclaration>>;
}

export interface Storyteller {
  readonly facts: readonly NewFact[];
  /** A moment so many days ago, in the waking hours of one of those days. */
  ago(fromDays: number, toDays?: number): Instant;
  signsUp(at: Instant, ...boxes: readonly string[]): void;
  /** Orders, and says from the mailbox that it was theirs. */
  orders(
    at: Instant,
    product: string,
    choice?: { readonly boxes?: readonly string[]; readonly refuses?: boolean },
  ): void;
  asksForCatalogue(at: Instant): void;
  /** Answers the confirmation mail of the latest form, so many hours later. */
  confirms(afterHours: number, by?: "post" | "get"): void;
  /** Anything else that became known, in the contract's words; `source` says how. */
  tells(at: Instant, type: string, fields: Readonly<Record<string, unknown>>, source: string): void;
}

export function storyteller(scene: Scene, number: number, language: Language): Storyteller {
  const random = seeded(number);
  const facts: NewFact[] = [];
  let unconfirmed: readonly NewFact[] = [];

  function fills(
    open: OpenForm,
    at: Instant,
    ticked: readonly string[],
    product = "",
    refused = false,
  ): void {
    const cite = ({ key, version }: { key: string; version: number }) => ({ key, version });
    const token = {
      form: cite(open.form),
      notice: cite(open.notice),
      clauses: open.boxes.map(cite),
      controller: cite(open.controller),
      language,
      page: `${scene.publicUrl}/f/${open.form.key}`,
      issuedAt: (at - 90_000) as Instant,
      nonce: `demo-${String(number).padStart(4, "0")}-${String(facts.length).padStart(3, "0")}`,
    };
    const filled = { open, token, purposes: scene.purposes, ticked, product, country: "", refused, at };
    const told = formFacts(filled);
    unconfirmed = told.filter(({ fact }) => fact.type === "consent.given");
    facts.push(...told);
    for (const { fact, body, source, shown = null } of told) {
      const sale = fact.type === "contract.started" ? saleOf({ body, source, shown }) : null;
      if (sale) facts.push(sale);
    }
  }

  function tells(at: Instant, type: string, fields: Readonly<Record<string, unknown>>, source: string): void {
    const id = `demo-${number}-${facts.length}`;
    facts.push(newFact({ id, type, at: formatInstant(at), ...fields }, source));
  }

  return {
    facts,
    ago(fromDays, toDays = fromDays) {
      const midnight =
        Math.floor((scene.now - days(fromDays + random() * (toDays - fromDays))) / days(1)) * days(1);
      return Math.min(
        Math.floor((midnight + hours(7 + random() * 14)) / 1000) * 1000,
        scene.now - hours(1),
      ) as Instant;
    },
    signsUp: (at, ...boxes) => fills(scene.forms.signUp, at, boxes),
    orders: (at, product, { boxes = [], refuses = false } = {}) =>
      fills(scene.forms.order, at, boxes, product, refuses),
    asksForCatalogue: (at) => fills(scene.forms.catalogue, at, []),
    confirms(afterHours, by = "post") {
      for (const { fact } of unconfirmed) {
        const expiresAt = formatInstant((fact.at + hours(48)) as Instant);
        tells(
          (fact.at + hours(afterHours)) as Instant,
          "consent.confirmed",
          { of: fact.id, by, expiresAt },
          "page:confirmation",
        );
      }
    },
    tells,
  };
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
