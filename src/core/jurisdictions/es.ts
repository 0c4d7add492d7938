/** Spain: LSSI 34/2002 art 19-22, LOPDGDD art 7 and 23; AEPD. */
import type { Country } from "../cells.ts";
import { DERIVED, MEMORY, SOURCES } from "../sources.ts";

/** The row of Spain. */
export const ES: Country = {
  code: "ES",
  name: "Spain",
  cells: {
    authority: { value: "AEPD", citation: "", source: SOURCES[10], confidence: "high", verified: true },
    provision: {
      value: "LSSI 34/2002 art 19-22; LOPDGDD art 7, 11, 19, 23, 32",
      citation: "LSSI 19-22",
      source: SOURCES[10],
      confidence: "high",
      verified: true,
    },
    natural: {
      value: "optIn",
      citation: "LSSI 21.1",
      source: SOURCES[10],
      confidence: "high",
      verified: true,
    },
    named: {
      value: "optIn",
      citation: "LSSI 21.1",
      source: SOURCES[11],
      confidence: "high",
      verified: true,
      note: "LOPDGDD 19 (business contacts) is a basis of the GDPR only (from memory, medium)",
    },
    generic: {
      value: "optIn",
      citation: "LSSI 21.1",
      source: SOURCES[11],
      confidence: "high",
      verified: true,
    },
    soi: {
      value: "contract",
      citation: "LSSI 21.2",
      source: SOURCES[10],
      confidence: "high",
      verified: true,
      note: "similar to what was contracted; each email must carry a valid electronic opt-out address (read, medium)",
    },
    soiContext: {
      value: "relaci\u00f3n contractual previa",
      citation: "LSSI 21.2",
      source: SOURCES[10],
      confidence: "high",
      verified: true,
    },
    soiMaxDays: { value: null, citation: "", source: DERIVED, confidence: "medium", verified: false },
    freeAccountIsSale: {
      value: false,
      citation: "CJEU C-654/23",
      source: MEMORY,
      confidence: "medium",
      verified: false,
      note: "off until counsel confirms that the national wording covers free accounts",
    },
    age: {
      value: 14,
      citation: "LOPDGDD 7",
      source: SOURCES[32],
      confidence: "high",
      verified: true,
      note: "bill 121/000052 would make it 16; not confirmed as enacted [27]",
    },
    doi: { value: "recommended", citation: "", source: DERIVED, confidence: "medium", verified: false },
    registers: {
      value: ["ROBINSON_ES"],
      citation: "LOPDGDD 23.4",
      source: SOURCES[28],
      confidence: "high",
      verified: true,
      note: "the duty is read; that it reaches customers under LSSI 21.2 is from memory (medium); an entry takes full effect after about two months",
    },
    decayDays: { value: null, citation: "", source: DERIVED, confidence: "medium", verified: false },
    ack: { value: false, citation: "", source: DERIVED, confidence: "medium", verified: false },
    label: {
      value: "identifiable as advertising, sender named; simple free revocation",
      citation: "LSSI 20",
      source: SOURCES[10],
      confidence: "medium",
      verified: true,
      note: "the prefix `publi` is no longer required",
    },
    maxFine: {
      value: "LSSI: mass or persistent breach EUR 30,001-150,000, minor up to 30,000; GDPR 20M or 4 %",
      citation: "LSSI 38-39",
      source: SOURCES[11],
      confidence: "high",
      verified: true,
    },
  },
};
