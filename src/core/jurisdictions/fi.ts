/** Finland: Act 917/2014 s.200-204; Tietosuojavaltuutettu. */
import type { Country } from "../cells.ts";
import { DERIVED, MEMORY, SOURCES } from "../sources.ts";

/** The row of Finland. */
export const FI: Country = {
  code: "FI",
  name: "Finland",
  cells: {
    authority: {
      value: "Tietosuojavaltuutettu",
      citation: "",
      source: SOURCES[25],
      confidence: "medium",
      verified: true,
    },
    provision: {
      value: "Act 917/2014 s.200-204",
      citation: "Act 917/2014 s.200",
      source: SOURCES[25],
      confidence: "medium",
      verified: true,
    },
    natural: {
      value: "optIn",
      citation: "Act 917/2014 s.200",
      source: SOURCES[25],
      confidence: "medium",
      verified: true,
    },
    named: {
      value: "roleOptOut",
      citation: "Act 917/2014 s.202",
      source: SOURCES[25],
      confidence: "medium",
      verified: true,
      note: "a work address is a natural person's unless the marketing targets the duties; guidance under the predecessor Act",
    },
    generic: {
      value: "optOut",
      citation: "Act 917/2014 s.202",
      source: SOURCES[25],
      confidence: "medium",
      verified: true,
    },
    soi: {
      value: "sale",
      citation: "Act 917/2014 s.200(3)",
      source: SOURCES[25],
      confidence: "medium",
      verified: true,
    },
    soiContext: {
      value: "sale",
      citation: "Act 917/2014 s.200(3)",
      source: SOURCES[25],
      confidence: "medium",
      verified: true,
    },
    soiMaxDays: { value: null, citation: "", source: DERIVED, confidence: "medium", verified: false },
    freeAccountIsSale: {
      value: true,
      citation: "CJEU C-654/23",
      source: SOURCES[1],
      confidence: "medium",
      verified: true,
      note: "a free account counts if a paid tier is advertised with it; narrower readings are possible",
    },
    age: { value: 13, citation: "GDPR 8 (FI)", source: SOURCES[32], confidence: "high", verified: true },
    doi: { value: "recommended", citation: "", source: DERIVED, confidence: "medium", verified: false },
    registers: {
      value: [],
      citation: "",
      source: DERIVED,
      confidence: "medium",
      verified: false,
      note: "none statutory",
    },
    decayDays: { value: null, citation: "", source: DERIVED, confidence: "medium", verified: false },
    ack: { value: false, citation: "", source: DERIVED, confidence: "medium", verified: false },
    label: {
      value: "recognisable as marketing on receipt",
      citation: "Act 917/2014 s.203",
      source: MEMORY,
      confidence: "medium",
      verified: false,
    },
    maxFine: {
      value: "GDPR for the data part; criminal fine",
      citation: "",
      source: MEMORY,
      confidence: "low",
      verified: false,
      note: "sanctions must be checked",
    },
  },
};
