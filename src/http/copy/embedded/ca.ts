// What a page of the controller's own is told to say, in Catalan.
import type { Embedded } from "./en.ts";

export const ca: Embedded = {
  embedded: {
    retired:
      "Una de les finalitats que heu marcat ja no existeix. Aquesta opció no s’ha registrat i no comportarà cap correu.",
  },
};
