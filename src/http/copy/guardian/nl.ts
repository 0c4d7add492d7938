// The words for children and for the parent or guardian who decides with them, in Dutch.
import type { GuardianWords } from "./en.ts";

export const nl: GuardianWords = {
  guardian: {
    birthDate: "Geboortedatum",
    birthHint:
      "Dit is ook voor kinderen gemaakt. De wet wil weten of een ouder akkoord moet gaan; de datum dient nergens anders voor.",
    mistakes: {
      "birth-missing": "Vul de geboortedatum in.",
      "birth-malformed": "Dit kan geen geboortedatum zijn. Schrijf jaar, maand en dag, zoals 2014-03-31.",
      "guardian-missing": "Vul het e-mailadres van een ouder of voogd in.",
      "guardian-malformed":
        "Het adres van de ouder of voogd lijkt geen e-mailadres. Een voorbeeld: naam@example.org.",
      "guardian-same": "Het adres van de ouder of voogd moet een ander zijn dan dat van het kind.",
    },
    young: (age: number) => `Jonger dan ${age}: een ouder moet akkoord gaan`,
    youngText:
      "De wet laat aanmelden alleen samen met een ouder of voogd toe. Vul het e-mailadres van een van hen in, dan vragen we het daar. Tot er akkoord is bewaren we niets van wat is ingevuld en sturen we het kind niets.",
    field: "E-mailadres van een ouder of voogd",
    asked: "We hebben het een ouder gevraagd",
    askedText: (until: string) =>
      `Er is een bericht met een link onderweg naar de ouder of voogd. Gaat niemand vóór ${until} akkoord, dan gebeurt er niets en bewaren we niets van wat is ingevuld.`,
    title: "Mag dit kind zich aanmelden?",
    lead: "Een kind wil e-mail van ons krijgen en is te jong om dat alleen te beslissen. De e-mail zou naar dit adres gaan:",
    words: "Het kind vinkte aan:",
    born: (day: string) => `Opgegeven geboortedatum: ${day}.`,
    statement:
      "Drukt u op de knop, dan verklaart u dat u meerderjarig bent, dat u ouder of voogd van dit kind bent en dat u akkoord gaat.",
    button: "Ja, ik ga akkoord",
    otherwise:
      "Gaat u niet akkoord, sluit dan deze pagina. Het kind krijgt dan niets en we bewaren niets van wat is ingevuld.",
    done: "Uw akkoord is vastgelegd",
    doneText:
      "U kunt het altijd intrekken: in elke reclamemail staat een link om te stoppen, en u kunt schrijven naar ons contact voor gegevensbescherming.",
    doneMail:
      "De mailbox van het kind krijgt nu één bericht met een knop. Er begint niets voordat daarop is gedrukt.",
    expired: "Deze link is verlopen",
    expiredText:
      "Er is niets vastgelegd en we hebben niets bewaard van wat is ingevuld. Het kind kan het formulier opnieuw invullen.",
  },
};
