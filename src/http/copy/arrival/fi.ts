// The words for what arrives in a way that nobody expects, in Finnish.
import type { Arrival } from "./en.ts";

export const fi: Arrival = {
  arrival: {
    trap: "Jätä tämä kenttä tyhjäksi",
    tooLarge: "Se oli liikaa kerralla",
    tooLargeText:
      "Lähetys on suurempi kuin mikään lomakkeistamme, joten emme lukeneet sitä. Mitään ei kirjattu. Palaa takaisin: kirjoittamasi saattaa olla siellä vielä tallella.",
    nothing: "Mitään ei kirjattu",
    boxesGone:
      "Sivu oli ollut auki jonkin aikaa, ja sillä välin olemme luopuneet siitä, minkä täällä valitsit. Sitä ei kirjattu, eikä sen takia tule viestiä:",
    requestGone: "Pyytämääsi ei enää tarjota. Mitään ei kirjattu, eikä viestiä tule.",
  },
};
