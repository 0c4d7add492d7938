// Ready wordings in Dutch. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const nl: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Ik kan deze toestemming op elk moment intrekken met de link in elke e-mail.",
  anyBox: "Ja, {controller} mag mij e-mails sturen over: {label}.",
  samples: {
    howOften: "hoogstens twee keer per maand",
    topic: "onze nieuwe schoenen en hoe u ze onderhoudt",
  },
  boxes: {
    newsletter: {
      label: "Nieuwsbrief",
      clause: "Ja, {controller} mag mij {howOften} de nieuwsbrief per e-mail sturen. Die gaat over: {topic}.",
      aim: "Om u onze nieuwsbrief per e-mail te sturen.",
    },
    offers: {
      label: "Aanbiedingen en kortingen",
      clause:
        "Ja, {controller} mag mij {howOften} aanbiedingen en kortingen per e-mail sturen. Ze gaan over: {topic}.",
      aim: "Om u aanbiedingen en kortingen per e-mail te sturen.",
    },
    events: {
      label: "Evenementen en uitnodigingen",
      clause: "Ja, {controller} mag mij {howOften} uitnodigingen voor eigen evenementen per e-mail sturen.",
      aim: "Om u per e-mail uit te nodigen voor onze evenementen.",
    },
    surveys: {
      label: "Enquêtes",
      clause:
        "Ja, {controller} mag mij {howOften} enquêtes per e-mail sturen, om te vragen wat ik van de producten en diensten vind.",
      aim: "Om u per e-mail in enquêtes te vragen wat u van onze producten en diensten vindt.",
    },
    "partner-offers": {
      label: "Aanbiedingen van onze partners",
      clause:
        "Ja, {controller} mag mij {howOften} aanbiedingen van andere bedrijven per e-mail sturen. Het zijn aanbiedingen van: {partners}. Mijn adres wordt niet aan deze bedrijven doorgegeven.",
      aim: "Om u per e-mail aanbiedingen te sturen van de bedrijven die naast het vakje staan. Wij geven uw adres niet aan hen door.",
    },
    "order-reminder": {
      label: "Herinnering aan een niet-afgeronde bestelling",
      clause:
        "Ja, als ik een bestelling heb begonnen en niet heb afgerond, mag {controller} mij daar één keer per e-mail aan herinneren.",
      aim: "Om u één keer per e-mail te herinneren aan een bestelling die u bent begonnen en niet hebt afgerond.",
    },
    "email-tracking": {
      label: "Meting van openen en klikken",
      clause:
        "Ja, {controller} mag vastleggen wanneer ik de e-mails open en welke links ik volg, om te weten wat mij interesseert. Als ik dit vakje leeg laat, krijg ik dezelfde e-mails zonder meting.",
      aim: "Om te meten welke e-mails u opent en welke links u volgt.",
    },
  },
  similarProducts: {
    label: "Producten die lijken op wat u kocht",
    text: "Als klant kunt u {howOften} e-mails van {controller} krijgen over onze eigen producten die lijken op wat u koopt. U kunt daar gratis bezwaar tegen maken, nu met dit vakje en later met de link in elke e-mail.",
    refusal: "Nee, ik wil geen e-mails over gelijksoortige producten.",
    aim: "Om u e-mails te sturen over onze eigen producten die lijken op wat u koopt, tenzij u bezwaar maakt.",
  },
  information: {
    label: "De informatie waar u om vroeg",
    aim: "Om u per e-mail de informatie te sturen waar u om vraagt: {topic}. Verder niets.",
  },
  rows: {
    controller: {
      title: "Verwerkingsverantwoordelijke",
      text: "{controller}, {address}. Contact over gegevensbescherming: {contact}.",
    },
    purpose: { title: "Doel" },
    basis: {
      title: "Rechtsgrond",
      consent: "Uw toestemming (art. 6 lid 1 onder a AVG). Geen toestemming geven heeft geen gevolgen.",
      customer:
        "Ons gerechtvaardigd belang om klanten te laten weten wat wij verkopen (art. 6 lid 1 onder f AVG) en de uitzondering voor bestaande klanten in de wet van uw land.",
      request: "Uw verzoek (art. 6 lid 1 onder b AVG).",
    },
    recipients: {
      title: "Ontvangers",
      text: "Alleen bedrijven die als verwerker voor ons werken: {recipients}. Wij verkopen uw gegevens niet.",
    },
    transfers: {
      title: "Doorgifte buiten Europa",
      text: "Uw gegevens verlaten de Europese Economische Ruimte niet.",
    },
    retention: {
      title: "Bewaartermijn",
      text: "Totdat u uw toestemming intrekt of bezwaar maakt. Als wij niets van u horen, stoppen wij na {months} maanden.",
    },
    rights: {
      title: "Uw rechten",
      text: "U kunt uw toestemming op elk moment intrekken of bezwaar maken tegen reclame, met de link in elke e-mail. U kunt uw gegevens inzien, laten verbeteren, wissen, beperken of meenemen: schrijf naar {contact}. U kunt een klacht indienen bij de toezichthouder: {authority}.",
    },
    more: {
      title: "Meer informatie",
      text: "De volledige privacyverklaring vindt u via de link naast deze tabel.",
    },
  },
};
