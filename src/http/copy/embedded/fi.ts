// What a page of the controller's own is told to say, in Finnish.
import type { Embedded } from "./en.ts";

export const fi: Embedded = {
  embedded: {
    retired:
      "Yhtä valitsemistasi käyttötarkoituksista ei enää ole. Sitä valintaa ei tallennettu, eikä siitä seuraa sähköpostia.",
  },
};
