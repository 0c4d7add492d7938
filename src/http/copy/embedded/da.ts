// What a page of the controller's own is told to say, in Danish.
import type { Embedded } from "./en.ts";

export const da: Embedded = {
  embedded: {
    retired:
      "Et af de formål, som du satte kryds ved, findes ikke længere. Det valg er ikke gemt, og der kommer ingen mail af det.",
  },
};
