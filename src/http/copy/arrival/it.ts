// The words for what arrives in a way that nobody expects, in Italian.
import type { Arrival } from "./en.ts";

export const it: Arrival = {
  arrival: {
    trap: "Lasci vuoto questo campo",
    tooLarge: "Era troppo in una volta sola",
    tooLargeText:
      "Ciò che è stato inviato è più grande di qualsiasi nostro modulo e non l’abbiamo letto. Non è stato registrato nulla. Torni indietro: forse c’è ancora quello che aveva scritto.",
    nothing: "Non è stato registrato nulla",
    boxesGone:
      "Questa pagina era aperta da un po’ e nel frattempo abbiamo rinunciato a ciò che Lei ha selezionato qui. Non è stato registrato e per questo non riceverà alcuna e-mail:",
    requestGone:
      "Ciò che ha chiesto non è più disponibile. Non è stato registrato nulla e non arriverà alcuna e-mail.",
  },
};
