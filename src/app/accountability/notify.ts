// Tells everybody whom a breach concerns, as the law demands (GDPR 34): no objection to advertising stands in its way.
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import { canonicalHash } from "../../ledger/canonical.ts";
import type { TemplateSource } from "../../mail/template.ts";
import { checkMessage, type MessageRequest, sendMessage } from "../messages/send-message.ts";
import type { World } from "../ports.ts";
import { affected, type Breach } from "./affected.ts";

export interface Notice {
  /** The law that demands it, such as `GDPR 34`. */
  readonly statute: string;
  readonly template: TemplateSource;
}

export interface Notified {
  /** Filed now, or by an earlier run. */
  readonly filed: number;
  /** Of whom no address is kept: they are told in public (GDPR 34(3)(c)). */
  readonly unknown: number;
  /** Who cannot be written to at all, by refusal code. */
  readonly refused: Readonly<Record<string, number>>;
}

/**
 * Files one notice for each of them. Run again, it goes on where it was stopped: the same words under the same law go to nobody
 * twice.
 *
 * @param onProgress - hears after each person how far it is.
 * @param signal - ends it after the person at hand.
 * @param dryRun - only counts them.
 * @throws CodedError `setup-missing`, `template-malformed`, `import-unknown`, `relay-unknown`.
 */
export async function notify(
  world: World,
  breach: Breach,
  notice: Notice,
  options: { onProgress?: (so: Notified) => void; signal?: AbortSignal; dryRun?: boolean } = {},
): Promise<Notified> {
  const words = canonicalHash(notice);
  // Who is put on record by this very run is concerned by no breach.
  const until = { ...breach, to: breach.to ?? world.clock.now() };
  let [filed, unknown] = [0, 0];
  const refused: Record<string, number> = {};
  for await (const person of affected(world, until)) {
    if (options.signal?.aborted) break;
    const address = person.address === null ? null : parseAddress(person.address);
    if (address === null) unknown += 1;
    else
      try {
        const request: MessageRequest = {
          address,
          reason: { kind: "legalNotice", statute: notice.statute },
          blocks: ["service"],
          template: notice.template,
          values: {},
        };
        const origin = { by: "notice", key: `${words} ${person.subject}`, source: "notice" };
        await (options.dryRun ? checkMessage(world, request) : sendMessage(world, request, origin));
        filed += 1;
      } catch (error) {
        if (!(error instanceof CodedError) || error.code !== "message-refused") throw error;
        const code = error.detail?.replaceAll("`", "") ?? "";
        refused[code] = (refused[code] ?? 0) + 1;
      }
    options.onProgress?.({ filed, unknown, refused });
  }
  return { filed, unknown, refused };
}
