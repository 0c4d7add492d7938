// By how much clocks may differ before what they say is not believed.

/** The clocks of two machines, and a transaction that waits, may differ by this much. */
export const clockToleranceMs = 5 * 60_000;
