// What a page of the controller's own is told to say, in Polish.
import type { Embedded } from "./en.ts";

export const pl: Embedded = {
  embedded: {
    retired:
      "Jeden z zaznaczonych celów już nie istnieje. Ten wybór nie został zapisany i nie spowoduje wysłania żadnego e-maila.",
  },
};
