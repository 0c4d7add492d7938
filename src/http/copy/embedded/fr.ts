// Ce qu'une page du responsable affiche, en français.
import type { Embedded } from "./en.ts";

export const fr: Embedded = {
  embedded: {
    retired:
      "L’une des finalités que vous avez cochées n’existe plus. Ce choix n’a pas été enregistré et n’entraînera aucun courriel.",
  },
};
