// The words for what arrives in a way that nobody expects, in Danish.
import type { Arrival } from "./en.ts";

export const da: Arrival = {
  arrival: {
    trap: "Lad dette felt stå tomt",
    tooLarge: "Det var for meget på én gang",
    tooLargeText:
      "Det, der blev sendt, er større end alle vores formularer, så vi har ikke læst det. Intet er registreret. Gå tilbage: det, du skrev, står der måske endnu.",
    nothing: "Intet er registreret",
    boxesGone:
      "Siden havde været åben et stykke tid, og imens er vi holdt op med det, du satte kryds ved her. Det er ikke registreret, og du får ingen mail på grund af det:",
    requestGone: "Det, du bad om, tilbydes ikke længere. Intet er registreret, og der kommer ingen mail.",
  },
};
