// What the words of a server say of a letter that is given up, as a report or a provider hands them on.
import { type DeliveryStatus, readDeliveryStatus } from "./delivery-status.ts";

export interface Bounce {
  readonly says: DeliveryStatus["says"];
  /** Enhanced status code, or the reply code where there is none. */
  readonly status: string | null;
}

/**
 * Reads the words.
 *
 * @param reported - the status of the report itself, which often is only `5.0.0` where the words say more.
 */
export function bounceOf(words: string, reported: string | null): Bounce {
  const [, code] = /(?<![\d.])([45]\d\d)(?![\d.])/.exec(words) ?? [];
  const [, quoted] = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words) ?? [];
  const status = quoted ?? (reported === "5.0.0" || reported === "4.0.0" ? null : reported);
  const { says } = readDeliveryStatus({
    code: code === undefined ? null : Number(code),
    status,
    text: words,
  });
  return { says, status: status ?? reported ?? code ?? null };
}

/**
 * The same, beside the class that a provider puts it in: that counts where the words say nothing, and where it says that the
 * reason is ours.
 *
 * @param classed - `gone`: the mailbox is; `ours`: for a reason of ours; `soft`: neither.
 */
export function judge(words: string, reported: string | null, classed: "gone" | "ours" | "soft"): Bounce {
  const read = bounceOf(words, reported);
  if (classed === "ours") return { ...read, says: "about-us" };
  return read.says === "unknown" && classed === "gone" ? { ...read, says: "mailbox-gone" } : read;
}
