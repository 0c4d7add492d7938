// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Danish.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("da", { one: "én gang", other: "# gange" });

export const da: Forms = {
  whole: "Alt om dine oplysninger",
  form: {
    email: "E-mailadresse",
    country: "Land",
    countryHint: "Frivilligt. Det afgør kun, hvilken lov der beskytter dig bedst.",
    noCountry: "Det vil jeg helst ikke sige",
    products: "Hvad ønsker du?",
    boxes: "Må vi skrive til dig?",
    boxesHint: "Du vælger selv. Intet er krydset af på forhånd, og intet afhænger af det.",
    confirmHint:
      "Hvis du sætter et kryds, sender vi dig én e-mail for at være sikre på, at det var dig. Intet begynder, før du trykker på knappen i den.",
    softOptIn: "Lignende produkter",
    refusalKept: "Du krydsede af, at du ikke vil have disse e-mails. Det har vi gemt.",
    notice: "Det vigtigste om databeskyttelse",
    signUp: "Tilmeld mig",
    order: "Ordre med betalingspligt",
    informationRequest: "Send det til mig",
    unavailable: "Denne formular er lukket",
    unavailableText: "Der er ingen formular på denne adresse, eller den bruges ikke længere.",
  },
  mistakes: {
    title: "Der mangler noget",
    prefix: "Se efter: ",
    "address-missing": "Skriv din e-mailadresse.",
    "address-malformed": "Dette ligner ikke en e-mailadresse. Et eksempel: navn@example.org.",
    "country-unknown": "Vælg et land på listen, eller lad feltet stå åbent.",
    "product-missing": "Vælg, hvad du vil bestille.",
    "nothing-asked": "Sæt mindst ét kryds. Ellers er der intet at tilmelde sig.",
    tickAgain:
      "For at beskytte dig sætter vi aldrig et kryds for dig. Hvis du havde sat nogle, så sæt dem igen.",
    unknownPage:
      "Siden kom ikke hel frem, så intet er gemt. Her er den igen med det, du havde skrevet. Se den igennem, og send den en gang til.",
  },
  thanks: {
    signUp: "Tak",
    order: "Tak for din ordre",
    informationRequest: "Det er på vej",
    look: "Se nu i din indbakke",
    mailbox:
      "Vi sender en e-mail med en knap til at bekræfte. Intet begynder, før du trykker på den. Den kommer som regel med det samme; efter flere forespørgsler kan det tage op til en dag, for vi skriver kun til én adresse nogle få gange om dagen. Kommer der ingen, kan adressen være skrevet forkert.",
    orderMail: "Vi sender dig en e-mail om denne ordre med en knap til at sige, at den er din.",
    orderOpens: "Så længe du ikke trykker på den, giver ordren ikke lov til reklame til denne adresse.",
    refused: "Du ønsker ikke e-mails om lignende produkter. Det er nu gemt.",
    recorded: "Dit valg er gemt. Hver reklamemail har et link til at stoppe.",
    reference: (reference) => `Dit ordrenummer er ${reference}.`,
    answer:
      "Vi sender det, du bad om, til din indbakke og intet andet. Har du bedt om det flere gange, kan det tage en dag.",
    kept: "Du satte intet kryds, så vi skriver kun til dig om denne ordre.",
  },
  confirm: {
    title: "Var det dig?",
    lead: (when) => `Den ${when} skrev nogen din adresse i vores formular og satte kryds ved:`,
    leadOrder: (when) => `Den ${when} afgav nogen denne ordre med din adresse:`,
    country: (name) => `Angivet land: ${name}.`,
    told: "Og dette stod ved siden af ordren; feltet til at gøre indsigelse blev ikke krydset af:",
    refused: "Feltet mod e-mails om lignende produkter blev krydset af. Det gælder stadig.",
    several: (count) =>
      `Din adresse blev brugt ${times(count)}. Hver gang har sin egen knap: tryk kun på det, der kom fra dig.`,
    expiredOrder:
      "Der er gået for lang tid, så intet blev bekræftet. Det ændrer ikke ordren; den giver blot ikke lov til reklame.",
    button: "Ja, det var mig",
    otherwise: "Hvis det ikke var dig, så luk denne side. Der bliver ikke sendt reklame.",
    until: (when) => `Knappen virker til den ${when}.`,
    done: "Bekræftet",
    doneText: "Tak. Dette er nu gemt:",
    doneLater: "Hver reklamemail har et link til at stoppe, og det virker med det samme.",
    barred:
      "Efter at du havde udfyldt formularen, bad du os stoppe, og det gælder stadig. Hvis du har ombestemt dig, så udfyld formularen igen.",
    expired: "Denne knap er udløbet",
    expiredText:
      "Der er gået for lang tid, siden du udfyldte formularen, så intet blev bekræftet. Du kan udfylde den igen; det tager kun et øjeblik.",
    again: "Udfyld formularen igen",
  },
  notice: {
    title: "Databeskyttelse",
    version: (version) => `Udgave ${version}`,
    second: "I sin helhed",
  },
};
