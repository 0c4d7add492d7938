// The words for what arrives in a way that nobody expects, in Portuguese.
import type { Arrival } from "./en.ts";

export const pt: Arrival = {
  arrival: {
    trap: "Deixe este campo vazio",
    tooLarge: "Era demasiado de uma só vez",
    tooLargeText:
      "O que foi enviado é maior do que qualquer dos nossos formulários e não o lemos. Nada ficou registado. Volte atrás: talvez ainda lá esteja o que tinha escrito.",
    nothing: "Nada ficou registado",
    boxesGone:
      "Esta página estava aberta há algum tempo e, entretanto, deixámos de oferecer o que assinalou aqui. Não ficou registado e não receberá nenhum e-mail por isso:",
    requestGone: "O que pediu já não está disponível. Nada ficou registado e não receberá nenhum e-mail.",
  },
};
