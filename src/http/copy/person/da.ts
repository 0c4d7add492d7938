// The words of what a person may do on the page of their choices, and of links that have ended, in Danish.
import type { PersonWords } from "./en.ts";

export const da: PersonWords = {
  own: {
    joining: "Når du trykker på knappen, siger du:",
    askFirst: "Vi sender dig så én e-mail med en knap. Intet begynder, før du trykker på den.",
    joined: "Færdig. Det gælder fra nu af.",
    asked:
      "Se nu i din indbakke: vi sender en e-mail med en knap, og intet begynder, før du trykker på den. Den kommer som regel med det samme; efter flere forespørgsler kan det tage op til en dag.",
    measured: "Måling",
    measuredText:
      "Det er adskilt fra resten: uden den får du de samme e-mails, og vi registrerer ikke, hvad du åbner.",
    paused: (day: string) => `Du er blevet spurgt og sagde ikke ja. Vi spørger ikke igen før ${day}.`,
    renew: "Ja, fortsæt",
    lapses: (day: string) => `Det slutter den ${day}, medmindre du siger det igen.`,
    rights: "Den ene rettighed uden den anden",
    withdraw: "Træk alle samtykker tilbage",
    withdrawText:
      "Det, du engang sagde ja til, ophører (GDPR 7(3)). Det, der hviler på andet, som et køb, fortsætter, til du gør indsigelse.",
    object: "Gør indsigelse mod al reklame",
    objectText:
      "Vi bruger ikke længere dine oplysninger til reklame, uanset hvad der tillod det (GDPR 21(2)), før du selv beder om det.",
    language: "Sproget, vi taler til dig på",
    keep: "Gem",
    often: "Hvor ofte?",
    keepNamed: (purpose) => `Gem, hvor ofte du får »${purpose}«`,
    frequencies: {
      any: "Efterhånden som det kommer",
      week: "Højst én gang om ugen",
      month: "Højst én gang om måneden",
    },
    outdated:
      "Siden stod åben for længe eller kom ikke hel frem, så intet blev ændret. Her er den igen: vælg en gang til.",
  },
  seen: {
    form: "Formularen, som den var",
    ticked: "Krydset af:",
    notTicked: "Ikke krydset af:",
    uses: "E-mails, der hvilede på det",
    uncertain: "måske: forbindelsen blev afbrudt",
  },
  gone: {
    title: "Dette link er ophørt",
    text: "Det, vi vidste om dig, er slettet, og dermed det, denne side ville vise. Vi har kun beholdt det, der forhindrer mere reklame.",
  },
  link: {
    title: "Dine valg",
    lead: "Skriv din adresse, så sender vi et link til dens indbakke: dér ser og ændrer du, hvad vi sender dig.",
    button: "Send mig linket",
    sent: "Se nu i din indbakke",
    sentText:
      "Hvis vi kender denne adresse, er en e-mail med et link på vej. Vi siger det samme til alle, så ingen får at vide, hvis adresse vi kender. Efter flere forespørgsler kan det tage op til en dag.",
  },
  address: {
    title: "Din adresse",
    text: "Angiv en ny adresse, så spørger vi dens indbakke. Det, du har valgt, gælder dér, så snart den har svaret; hertil skriver vi så ikke mere.",
    field: "Ny e-mailadresse",
    button: "Spørg den indbakke",
    fresh:
      "For at skifte adresse skal du bede om et nyt link til denne indbakke: en videresendt e-mail må ikke være nok.",
    freshLink: "Bed om et link",
    asked: "Vi har skrevet til den nye adresse. Intet ændres, før du trykker på knappen dér.",
    same: "Det er den adresse, vi allerede skriver til.",
    often: "Du har angivet flere adresser i dag. Prøv igen i morgen.",
    confirm: "Er det din nye adresse?",
    confirmText:
      "Nogen har angivet denne adresse som sin nye. Hvis du trykker på knappen, gælder det, personen har valgt, her, både samtykker og afslag, og den gamle adresse får ikke flere e-mails.",
    yes: "Ja, det er min",
    done: "Flyttet",
    doneText: "Det, du har valgt, gælder her fra nu af. Det, som kun et køb tillod, følger ikke med.",
    expired: "Denne knap er udløbet",
    expiredText:
      "Der er gået for lang tid, så intet blev flyttet. Du kan angive adressen igen på siden med dine valg.",
  },
};
