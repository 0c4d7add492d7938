/** Netherlands: Telecommunicatiewet art 11.7; ACM. */
import type { Country } from "../cells.ts";
import { DERIVED, MEMORY, SOURCES } from "../sources.ts";

/** The row of Netherlands. */
export const NL: Country = {
  code: "NL",
  name: "Netherlands",
  cells: {
    authority: { value: "ACM", citation: "", source: SOURCES[18], confidence: "high", verified: true },
    provision: {
      value: "Tw art 11.7 (Stb 2021, 103)",
      citation: "Tw 11.7",
      source: SOURCES[18],
      confidence: "high",
      verified: true,
    },
    natural: {
      value: "optIn",
      citation: "Tw 11.7",
      source: SOURCES[18],
      confidence: "high",
      verified: true,
      note: "covers idealistic and charitable mail too",
    },
    named: {
      value: "optIn",
      citation: "Tw 11.7",
      source: SOURCES[18],
      confidence: "high",
      verified: true,
      note: "since 1 October 2009",
    },
    generic: {
      value: "publishedForPurpose",
      citation: "Tw 11.7",
      source: MEMORY,
      confidence: "medium",
      verified: false,
      note: "an address that the legal person published for that purpose; the exception must be checked",
    },
    soi: {
      value: "sale",
      citation: "Tw 11.7",
      source: MEMORY,
      confidence: "high",
      verified: false,
      note: "paragraph number uncertain",
    },
    soiContext: {
      value: "verkoop van zijn product of dienst",
      citation: "Tw 11.7",
      source: MEMORY,
      confidence: "high",
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
    age: { value: 16, citation: "GDPR 8 (NL)", source: SOURCES[32], confidence: "high", verified: true },
    doi: { value: "recommended", citation: "", source: DERIVED, confidence: "medium", verified: false },
    registers: { value: [], citation: "", source: DERIVED, confidence: "medium", verified: false },
    decayDays: { value: null, citation: "", source: DERIVED, confidence: "medium", verified: false },
    ack: { value: false, citation: "", source: DERIVED, confidence: "medium", verified: false },
    label: {
      value: "real sender and valid address to stop",
      citation: "Tw 11.7",
      source: SOURCES[18],
      confidence: "high",
      verified: true,
    },
    maxFine: {
      value: "ACM about EUR 1.03M or a share of turnover",
      citation: "",
      source: MEMORY,
      confidence: "low",
      verified: false,
      note: "cap must be checked",
    },
  },
};
