// Wraps every person's key anew under another master key, while everything else goes on.
import type { SubjectId } from "../../core/subject-id.ts";
import type { World } from "../ports.ts";

const atOnce = 1000;

/** `seen` of `keys` were looked at. */
export interface Rewrapped {
  readonly seen: number;
  readonly keys: number;
  readonly rewrapped: number;
}

/**
 * From the first moment new people get keys under the new master key; then the others follow, a batch a transaction.
 * Cut off, it is simply run again.
 *
 * @param keyId - of the master key that all shall be under.
 */
export async function rewrapKeys(
  world: World,
  keyId: string,
  onProgress: (progress: Rewrapped) => void = () => {},
): Promise<Rewrapped> {
  await world.store.transaction((tables) => tables.vault.wrapUnder(keyId));
  let progress: Rewrapped = { seen: 0, keys: await world.store.vault.count(), rewrapped: 0 };
  let after: SubjectId | null = null;
  for (;;) {
    const batch: Awaited<ReturnType<typeof world.store.vault.rewrap>> = await world.store.transaction(
      (tables) => tables.vault.rewrap(after, atOnce),
    );
    if (batch === null) return progress;
    after = batch.last;
    progress = {
      ...progress,
      seen: progress.seen + batch.seen,
      rewrapped: progress.rewrapped + batch.rewrapped,
    };
    onProgress(progress);
  }
}
