// A form whose boxes take effect only once the mailbox has answered: because it says so, because the law of a country does, or because it asks how old somebody is.
import type { Address } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { World } from "../ports.ts";
import { lawFor } from "../setup/law-for.ts";
import type { Setup } from "../setup/setup.ts";
import { isForChildren } from "./children.ts";
import type { OpenForm } from "./open-form.ts";

/**
 * The form with `doubleOptIn` wherever one of these laws demands it, whatever the form itself says: a consent that can never
 * be good is not to be collected. So has every form for children: a date of birth that anybody may have typed must not
 * make somebody else too young for what they receive.
 *
 * @param country - as typed or known; where it is neither, the strict default counts.
 *
 * Source: the cell `doi` of each row of law, with the controller's own rules.
 */
export function askingFirst(
  open: OpenForm,
  setup: Pick<Setup, "tightenings" | "purposes">,
  country: string | undefined,
): OpenForm {
  const { form } = open;
  const demanded = lawFor(setup, country).doubleOptInRequired || isForChildren(open.boxes, setup);
  if (form.content.doubleOptIn || !demanded) return open;
  return { ...open, form: { ...form, content: { ...form.content, doubleOptIn: true } } };
}

/** The same by the country that is on record of whoever has this address; of a stranger nothing is. */
export async function askingKnown(
  world: World,
  setup: Pick<Setup, "tightenings" | "purposes">,
  open: OpenForm,
  address: Address,
): Promise<OpenForm> {
  if (open.form.content.doubleOptIn) return open;
  const subject = subjectIdOf(address, world.secrets);
  const known = (await world.store.people.find([subject])).get(subject)?.recipient.country;
  return known === undefined ? open : askingFirst(open, setup, known);
}
