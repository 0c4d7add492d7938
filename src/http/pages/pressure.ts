// Whether one network, or everybody together, sends a form so often that mail for it must be paced.
import type { Context } from "hono";
import { formPace, networkPace, type Pace } from "../../app/consent/paces.ts";
import type { World } from "../../app/ports.ts";
import type { ClientAddress } from "../client.ts";
import { countAskers, type Limit, neighbourhood } from "../rate-limit.ts";

export interface PressureLimits {
  /** Of one network, over all forms. */
  readonly network: Limit;
  /** Of one form, from everywhere. */
  readonly form: Limit;
}

export interface Pressure {
  /** Counts one sending of a form. Answers the paces that its mail must keep: none, as long as nothing is above its limit. */
  count(c: Context, form: string): readonly Pace[];
  /** Whether the next sending would have to keep any. */
  isHigh(c: Context, form: string): boolean;
}

/**
 * Counts in the memory of this process, over one window: with several processes each counts for itself, and the paces that
 * follow are kept in the database by all of them together.
 *
 * Nobody is turned away. What is sent above a limit is put on record like anything else; only its mail takes its turn, unless
 * the browser has worked for it (`work.ts`).
 */
export function openPressure(
  { clock, secrets }: Pick<World, "clock" | "secrets">,
  limits: PressureLimits,
  addressOf: ClientAddress,
): Pressure {
  const networks = countAskers(limits.network.windowSeconds, clock);
  const forms = countAskers(limits.form.windowSeconds, clock);
  return {
    count(c, form) {
      const network = neighbourhood(addressOf(c));
      const paces: Pace[] = [];
      if (network !== null && networks.add(network) > limits.network.requests)
        paces.push(networkPace(network, secrets));
      if (forms.add(form) > limits.form.requests) paces.push(formPace(form, secrets));
      return paces;
    },

    isHigh(c, form) {
      const network = neighbourhood(addressOf(c));
      const busy = network !== null && networks.of(network) >= limits.network.requests;
      return busy || forms.of(form) >= limits.form.requests;
    },
  };
}
