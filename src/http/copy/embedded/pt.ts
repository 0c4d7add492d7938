// What a page of the controller's own is told to say, in Portuguese.
import type { Embedded } from "./en.ts";

export const pt: Embedded = {
  embedded: {
    retired:
      "Uma das finalidades que assinalou já não existe. Essa escolha não foi registada e dela não resultará nenhum email.",
  },
};
