// The words for what arrives in a way that nobody expects, in French.
import type { Arrival } from "./en.ts";

export const fr: Arrival = {
  arrival: {
    trap: "Laissez ce champ vide",
    tooLarge: "C’était trop à la fois",
    tooLargeText:
      "Ce qui a été envoyé dépasse la taille de tous nos formulaires, et nous ne l’avons pas lu. Rien n’a été enregistré. Revenez en arrière : ce que vous aviez saisi s’y trouve peut-être encore.",
    nothing: "Rien n’a été enregistré",
    boxesGone:
      "Cette page était ouverte depuis un moment, et nous avons entre-temps renoncé à ce que vous y avez coché. Cela n’a pas été enregistré et ne vous vaudra aucun courriel :",
    requestGone:
      "Ce que vous avez demandé n’est plus proposé. Rien n’a été enregistré, et aucun courriel ne viendra.",
  },
};
