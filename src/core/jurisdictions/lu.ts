/** Luxembourg: Law of 30 May 2005 art 11; CNPD. */
import type { Country } from "../cells.ts";
import { DERIVED, MEMORY, SOURCES } from "../sources.ts";

/** The row of Luxembourg. */
export const LU: Country = {
  code: "LU",
  name: "Luxembourg",
  cells: {
    authority: { value: "CNPD", citation: "", source: MEMORY, confidence: "medium", verified: false },
    provision: {
      value: "Law of 30 May 2005 art 11",
      citation: "Law 30 May 2005 art 11",
      source: MEMORY,
      confidence: "medium",
      verified: false,
      note: "must be checked",
    },
    natural: {
      value: "optIn",
      citation: "Law 30 May 2005 art 11",
      source: MEMORY,
      confidence: "medium",
      verified: false,
    },
    named: {
      value: "optIn",
      citation: "Law 30 May 2005 art 11",
      source: MEMORY,
      confidence: "low",
      verified: false,
      note: "the default of the directive may be opt-out; run as opt-in until checked",
    },
    generic: {
      value: "optIn",
      citation: "Law 30 May 2005 art 11",
      source: MEMORY,
      confidence: "low",
      verified: false,
      note: "the default of the directive may be opt-out; run as opt-in until checked",
    },
    soi: {
      value: "sale",
      citation: "Law 30 May 2005 art 11",
      source: MEMORY,
      confidence: "medium",
      verified: false,
    },
    soiContext: {
      value: "sale",
      citation: "Law 30 May 2005 art 11",
      source: MEMORY,
      confidence: "medium",
      verified: false,
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
    age: { value: 16, citation: "GDPR 8 (LU)", source: SOURCES[32], confidence: "high", verified: true },
    doi: { value: "recommended", citation: "", source: DERIVED, confidence: "medium", verified: false },
    registers: { value: [], citation: "", source: DERIVED, confidence: "medium", verified: false },
    decayDays: { value: null, citation: "", source: DERIVED, confidence: "medium", verified: false },
    connectionDays: {
      value: 30,
      citation: "GDPR 5(1)(e)",
      source: DERIVED,
      confidence: "medium",
      verified: false,
      note: "cautious product policy: corroboration, which no law asks for",
    },
    ack: { value: false, citation: "", source: DERIVED, confidence: "medium", verified: false },
    label: {
      value: "sender identity and address to stop",
      citation: "",
      source: DERIVED,
      confidence: "medium",
      verified: false,
    },
    maxFine: {
      value: "EUR 251-125,000 and criminal liability",
      citation: "",
      source: MEMORY,
      confidence: "medium",
      verified: false,
    },
  },
};
