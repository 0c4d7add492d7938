// What is said where nothing could be loaded, in every language that is spoken: then no server can say it.

interface Words {
  readonly sentence: string;
  readonly again: string;
}

const words: Readonly<Record<string, readonly [sentence: string, again: string]>> = {
  en: ["The choices about emails could not be loaded. You can go on without them.", "Try again"],
  fr: [
    "Les choix concernant les courriels n’ont pas pu être affichés. Vous pouvez continuer sans eux.",
    "Réessayer",
  ],
  es: [
    "No se han podido cargar las opciones sobre correos. Puede continuar sin ellas.",
    "Volver a intentarlo",
  ],
  de: [
    "Die Auswahl zu E-Mails konnte nicht geladen werden. Sie können ohne sie fortfahren.",
    "Erneut versuchen",
  ],
  it: ["Non è stato possibile caricare le scelte sulle email. Può continuare senza.", "Riprova"],
  pt: ["Não foi possível carregar as opções sobre emails. Pode continuar sem elas.", "Tentar de novo"],
  nl: ["De keuzes over e-mails konden niet worden geladen. U kunt zonder verdergaan.", "Opnieuw proberen"],
  pl: ["Nie udało się wczytać wyborów dotyczących e-maili. Można kontynuować bez nich.", "Spróbuj ponownie"],
  sv: ["Valen om e-post kunde inte hämtas. Du kan fortsätta utan dem.", "Försök igen"],
  da: ["Valgene om e-mails kunne ikke hentes. Du kan fortsætte uden dem.", "Prøv igen"],
  fi: ["Sähköpostivalintoja ei voitu ladata. Voit jatkaa ilman niitä.", "Yritä uudelleen"],
  ca: ["No s’han pogut carregar les opcions sobre correus. Podeu continuar sense.", "Torna-ho a provar"],
};

export function wordsIn(wished: string): Words & { readonly language: string } {
  const asked = wished.slice(0, 2).toLowerCase();
  const language = Object.hasOwn(words, asked) ? asked : "en";
  const [sentence, again] = words[language] as readonly [string, string];
  return { language, sentence, again };
}
