// The words for what arrives in a way that nobody expects, in Dutch.
import type { Arrival } from "./en.ts";

export const nl: Arrival = {
  arrival: {
    trap: "Laat dit veld leeg",
    tooLarge: "Dat was te veel ineens",
    tooLargeText:
      "Wat is verzonden, is groter dan al onze formulieren; we hebben het niet gelezen. Er is niets vastgelegd. Ga terug: misschien staat er nog wat u had ingevuld.",
    nothing: "Er is niets vastgelegd",
    boxesGone:
      "Deze pagina stond al een tijd open en intussen zijn we gestopt met wat u hier hebt aangevinkt. Het is niet vastgelegd en u krijgt er geen e-mail over:",
    requestGone:
      "Wat u hebt aangevraagd, wordt niet meer aangeboden. Er is niets vastgelegd en er komt geen e-mail.",
  },
};
