// The words for what arrives in a way that nobody expects, in German.
import type { Arrival } from "./en.ts";

export const de: Arrival = {
  arrival: {
    trap: "Lassen Sie dieses Feld leer",
    tooLarge: "Das war zu viel auf einmal",
    tooLargeText:
      "Was gesendet wurde, ist größer als jedes unserer Formulare; wir haben es nicht gelesen. Es wurde nichts festgehalten. Gehen Sie zurück: Was Sie eingegeben hatten, steht dort vielleicht noch.",
    nothing: "Es wurde nichts festgehalten",
    boxesGone:
      "Diese Seite war eine Weile geöffnet, und inzwischen haben wir aufgegeben, was Sie hier angekreuzt haben. Es wurde nicht festgehalten, und es kommt deswegen keine E-Mail:",
    requestGone:
      "Was Sie angefordert haben, wird nicht mehr angeboten. Es wurde nichts festgehalten, und es kommt keine E-Mail.",
  },
};
