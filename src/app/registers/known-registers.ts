// The official exclusion lists: whose they are, how one gets them, and in which formats they come.
import type { RegisterFormat } from "./read-register.ts";

export interface KnownRegister {
  readonly title: string;
  /** Where it comes from. */
  readonly from: string;
  /** What its keeper hands out. */
  readonly format: RegisterFormat;
  /** A first copy with fewer entries is rather no copy at all. */
  readonly least?: number;
}

/** By the names that the rows of the law give them. */
export const knownRegisters: Readonly<Record<string, KnownRegister>> = {
  ROBINSON_ES: {
    title: "Lista Robinson",
    from: "ask for your people's addresses at listarobinson.es, with `licet registers ask`",
    format: "robinson-answer",
  },
  ECG_AT: {
    title: "ECG-Liste",
    from: "the file `ecg-liste.hash` of RTR, rtr.at",
    format: "ecg-hashes",
    least: 1000,
  },
  DGC_PT_LEGAL: {
    title: "Lista da DGC",
    from: "the list of the Direção-Geral do Consumidor, consumidor.gov.pt",
    format: "addresses",
  },
};

/** One that the controller heeds of its own accord. */
const ownRegister: KnownRegister = {
  title: "a list of your own",
  from: "wherever you keep it",
  format: "addresses",
};

export function registerNamed(name: string): KnownRegister {
  return Object.hasOwn(knownRegisters, name) ? (knownRegisters[name] ?? ownRegister) : ownRegister;
}
