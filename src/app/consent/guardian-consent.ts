// A parent or guardian answers for a child: what the child ticked goes on record as ticked by them, and its mailbox is asked.
import type { SubjectId } from "../../core/subject-id.ts";
import { type Address, parseAddress } from "../../ledger/address.ts";
import type { Connection } from "../../ledger/fact-seal.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { World } from "../ports.ts";
import type { Clause, Published, Setup } from "../setup/setup.ts";
import { consentFacts, consentId } from "./form-facts.ts";
import { type GuardianToken, openGuardianToken } from "./guardian-token.ts";
import { formAsShown, type OpenForm } from "./open-form.ts";
import { putForm } from "./put-form.ts";
import { readRendered } from "./rendered.ts";

/** What a guardian's link stands for. */
export interface ChildsWish {
  readonly token: GuardianToken;
  readonly child: Address;
  readonly subject: SubjectId;
  readonly setup: Setup;
  readonly open: OpenForm;
  /** What the child ticked and the controller still offers. */
  readonly boxes: readonly Published<Clause>[];
  readonly state: "open" | "expired" | "consented";
}

/** Reads the link and changes nothing. Null: it is not one of ours, or there is nothing of the kind any more. */
export async function readChildsWish(world: World, text: string): Promise<ChildsWish | null> {
  const token = openGuardianToken(text, world.secrets);
  const child = token && parseAddress(token.child);
  if (!token || !child) return null;
  const subject = subjectIdOf(child, world.secrets);
  const [open, setup, known] = await Promise.all([
    formAsShown(world, token.form),
    world.store.setup.current(),
    world.store.people.factsWithIds(token.boxes.map((box) => ({ subject, id: consentId(token.form, box) }))),
  ]);
  if (!open || !setup) return null;
  const boxes = open.boxes.filter(
    ({ key, content }) => token.boxes.includes(key) && Object.hasOwn(setup.purposes, content.purpose),
  );
  const over = token.expiresAt < world.clock.now() || boxes.length === 0;
  const state = known.length > 0 ? "consented" : over ? "expired" : "open";
  return { token, child, subject, setup, open, boxes, state };
}

/**
 * Puts each box on record as ticked by the child's guardian, with what was declared; the child's mailbox is asked now.
 * Pressed twice, it is one consent.
 *
 * It proves that a mailbox other than the child's was read, and what was declared there; not who reads it. Anybody may name a
 * child's address and a mailbox of their own: `guardian.consented`, which counts for every purpose, waits for the child's.
 *
 * @param pageToken - of the page that the button stood on; without it nothing happens.
 *
 * Source: GDPR 8(1), 8(2); EDPB Guidelines 05/2020, 137 to 139.
 */
export async function consentForChild(
  world: World,
  { token, child, subject, setup, open: shown, boxes }: ChildsWish,
  pageToken: string,
  connection: Connection | null,
): Promise<boolean> {
  if (!readRendered(world, pageToken, subject)) return false;
  const now = world.clock.now();
  const { country, birthDate, form: formToken } = token;
  // Whoever declares for the child need not read the child's mailbox: it is asked, whatever the form says.
  const form = { ...shown.form.content, doubleOptIn: true };
  const open = { ...shown, form: { ...shown.form, content: form } };
  const evidence = `declared by whoever reads the mailbox ${token.guardian}, of age and the child's parent or guardian`;
  const purposes = Object.fromEntries(
    Object.entries(setup.purposes).map(([key, purpose]) => [key, purpose.content]),
  );
  const ticked = consentFacts(
    {
      open,
      token: formToken,
      purposes,
      ticked: boxes.map(({ key }) => key),
      country,
      birthDate,
      at: now,
      guardian: evidence,
    },
    "page:guardian",
  );
  await putForm(world, {
    address: child,
    // Country and date of birth count once the child's mailbox has answered.
    recipientOf: () => undefined,
    connection,
    token: formToken,
    form,
    setup,
    facts: ticked,
    now,
  });
  return true;
}
