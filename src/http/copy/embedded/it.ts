// What a page of the controller's own is told to say, in Italian.
import type { Embedded } from "./en.ts";

export const it: Embedded = {
  embedded: {
    retired:
      "Una delle finalità che ha selezionato non esiste più. Questa scelta non è stata registrata e non ne deriverà alcuna email.",
  },
};
