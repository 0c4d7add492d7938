/** A place in the ledger: the index of a fact in the append-only sequence, counted from 0. */

declare const brand: unique symbol;

/** The index of one ledger entry, a whole number from 0. */
export type Position = number & { readonly [brand]: true };

/** Reads a ledger index; a negative, fractional or unsafe number is `null`. */
export function parsePosition(value: number): Position | null {
  return Number.isSafeInteger(value) && value >= 0 ? (value as Position) : null;
}
