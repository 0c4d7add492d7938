// The words for what arrives in a way that nobody expects, in Catalan.
import type { Arrival } from "./en.ts";

export const ca: Arrival = {
  arrival: {
    trap: "Deixi aquest camp buit",
    tooLarge: "Era massa d’una sola vegada",
    tooLargeText:
      "El que s’ha enviat és més gran que qualsevol dels nostres formularis i no ho hem llegit. No s’ha registrat res. Torni enrere: potser encara hi ha el que havia escrit.",
    nothing: "No s’ha registrat res",
    boxesGone:
      "Tenia aquesta pàgina oberta des de feia temps i, mentrestant, hem deixat d’oferir el que ha marcat aquí. No s’ha registrat i no rebrà cap correu per això:",
    requestGone: "El que va demanar ja no s’ofereix. No s’ha registrat res i no arribarà cap correu.",
  },
};
