// What a page of the controller's own is told to say, in Dutch.
import type { Embedded } from "./en.ts";

export const nl: Embedded = {
  embedded: {
    retired:
      "Een van de doeleinden die u hebt aangevinkt, bestaat niet meer. Die keuze is niet vastgelegd en er komt geen e-mail van.",
  },
};
