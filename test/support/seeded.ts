// Chance that can be had again.

/** Whole numbers from 0 to below a limit, the same ones for the same seed. Marsaglia, Xorshift RNGs, 2003. */
export function seeded(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
