// The table of a simulation: purpose by purpose, who loses and who gains, by what they had and would have.
import type { Effect, Simulated } from "../app/subjects/simulate.ts";
import { columns, count, paint } from "./terminal.ts";

interface Counts {
  permittedBefore: number;
  permittedAfter: number;
  readonly effects: Record<Effect, number>;
  /** How often one word became another, for what changed. */
  readonly moves: Record<Effect, Map<string, number>>;
}

/** Counts answers as they come; what it holds does not grow with the people. */
export class Tally {
  readonly purposes: ReadonlyMap<string, Counts>;
  people = 0;
  #last: string | undefined;

  constructor(purposes: readonly string[]) {
    this.purposes = new Map(purposes.map((purpose) => [purpose, noCounts()]));
  }

  add({ person, purpose, effect, before, after }: Simulated): void {
    if (person.subject !== this.#last) this.people += 1;
    this.#last = person.subject;
    const counts = this.purposes.get(purpose)!;
    if (before.outcome === "permit") counts.permittedBefore += 1;
    if (after.outcome === "permit") counts.permittedAfter += 1;
    counts.effects[effect] += 1;
    if (effect === "none") return;
    const move = `${before.basis ?? before.code} → ${after.basis ?? after.code}`;
    counts.moves[effect].set(move, (counts.moves[effect].get(move) ?? 0) + 1);
  }
}

const titles: readonly (readonly [Exclude<Effect, "none">, string])[] = [
  ["loses", paint(["red", "bold"], "lose permission")],
  ["gains", paint(["green", "bold"], "gain permission")],
  ["basis", "permitted on another basis"],
  ["reason", "refused for another reason"],
];

export function simulationTable({ purposes, people }: Tally): string[] {
  const share = (value: number) => (people === 0 ? "" : `${((value * 100) / people).toFixed(1)} %`);
  const line = (title: string, value: number) => [title, count(value), share(value)];
  return [...purposes].flatMap(([purpose, { permittedBefore, permittedAfter, effects, moves }]) => {
    const rows = [
      line("permitted now", permittedBefore),
      line("permitted then", permittedAfter),
      ...titles
        .filter(([effect]) => effect === "loses" || effect === "gains" || effects[effect] > 0)
        .flatMap(([effect, title]) => [
          line(title, effects[effect]),
          ...mostFrequentFirst(moves[effect]).map(([move, value]) => line(`  ${move}`, value)),
        ]),
      line(paint("dim", "unchanged"), effects.none),
    ];
    return ["", paint("bold", purpose), ...columns(rows, [1, 2]).map((row) => `  ${row}`)];
  });
}

function noCounts(): Counts {
  return {
    permittedBefore: 0,
    permittedAfter: 0,
    effects: { loses: 0, gains: 0, basis: 0, reason: 0, none: 0 },
    moves: { loses: new Map(), gains: new Map(), basis: new Map(), reason: new Map(), none: new Map() },
  };
}

function mostFrequentFirst(moves: ReadonlyMap<string, number>): [string, number][] {
  return [...moves].sort(([, a], [, b]) => b - a);
}
