// What somebody can do about a reason for which people get nothing, where it lies with the sender and not with them.
const remedies: Readonly<Record<string, string>> = {
  "register-stale": "register-stale: `licet registers` says which exclusion lists to load",
};

/** @param codes - the reasons that there were. */
export function remediesFor(codes: Iterable<string>): string[] {
  return [...codes].flatMap((code) => (Object.hasOwn(remedies, code) ? (remedies[code] ?? []) : []));
}
