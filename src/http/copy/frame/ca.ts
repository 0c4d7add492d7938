// The words of what stands around every page, and what it says when it cannot be shown, in Catalan.
import type { Frame } from "./en.ts";

export const ca: Frame = {
  name: "Català",
  language: "Llengua",
  privacyContact: "Protecció de dades",
  registration: "Inscripció registral",
  laws: {
    GDPR: "RGPD",
    ePD: "Directiva sobre la privacitat electrònica",
    ECD: "Directiva sobre el comerç electrònic",
    CJEU: "TJUE",
  },
  problem: {
    malformed: "Aquest enllaç no és complet",
    malformedText:
      "En falta una part o s’ha modificat pel camí. Torni a obrir-lo des del correu. No s’ha fet res.",
    notFound: "Aquí no hi ha res",
    notFoundText: "Potser l’adreça està mal escrita o la pàgina ja no existeix.",
    busy: "Massa alhora",
    busyText:
      "Han arribat moltes peticions des de la seva xarxa. Esperi un minut i torni-ho a provar. No s’ha perdut res del que havíem confirmat.",
    failed: "Alguna cosa ha fallat per part nostra",
    failedText: "No és culpa seva. Torni-ho a provar d’aquí a un moment.",
    unsaved: "Ara mateix no podem desar res",
    unsavedText:
      "No és culpa seva. El que ha enviat no està confirmat: torni-ho a enviar d’aquí a un moment. Enviar-ho dues vegades no fa cap mal.",
    missing: "Encara no hi ha res configurat",
    missingText:
      "Qui porta aquest servidor declara qui escriu, per a què i amb quines paraules al fitxer licet.yaml, i executa:",
  },
};
