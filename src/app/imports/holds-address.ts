// Whether something that outlives an erasure holds an address.

/** What stays on record when a person is erased must be no address, in whichever spelling. */
export function holdsAddress(value: unknown): boolean {
  return value !== undefined && /@|%40|\uFE6B|\uFF20/i.test(JSON.stringify(value));
}
