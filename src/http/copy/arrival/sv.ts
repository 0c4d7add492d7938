// The words for what arrives in a way that nobody expects, in Swedish.
import type { Arrival } from "./en.ts";

export const sv: Arrival = {
  arrival: {
    trap: "Lämna det här fältet tomt",
    tooLarge: "Det var för mycket på en gång",
    tooLargeText:
      "Det som skickades är större än alla våra formulär, så vi har inte läst det. Ingenting har registrerats. Gå tillbaka: det du skrev finns kanske kvar där.",
    nothing: "Ingenting har registrerats",
    boxesGone:
      "Sidan hade varit öppen ett tag, och under tiden har vi slutat med det du kryssade för här. Det har inte registrerats, och du får inget mejl på grund av det:",
    requestGone: "Det du bad om erbjuds inte längre. Ingenting har registrerats, och inget mejl kommer.",
  },
};
