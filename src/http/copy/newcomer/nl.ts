// The words of the first page and the built-in mailbox, for who tries Licet out, in Dutch.
import type { Newcomer } from "./en.ts";

export const nl: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Ingesteld voor ${controller}`,
    title: "Mag het?",
    lead: "Licet vraagt het voordat een e-mail vertrekt: voor deze persoon, voor dit doel, op dit moment. Zonder vastgelegd bewijs is het antwoord nee.",
    forms: "Waar mensen ja zeggen",
    formsText: "Elk formulier bewaart precies de woorden die zijn getoond.",
    kinds: { signUp: "Aanmelding", order: "Bestelling", informationRequest: "Informatie" },
    mailbox: "Waar de e-mail aankomt",
    mailboxText:
      "Er is geen mailserver ingesteld, dus een ingebouwde postbus vangt alles op. Niets verlaat deze machine.",
    openMailbox: "Postbus openen",
    commands: "Waar u beslist",
    commandsText: "In een terminal, naast deze server:",
    audience: "aan wie mag worden geschreven, aan wie niet, en waarom",
    explain: "het hele verhaal van één persoon, met de artikelen",
    send: "voor elke persoon vragen, verzenden waar het mag, het bewijs bewaren",
  },
  mailbox: {
    search: "Verzonden aan",
    show: "Tonen",
    nobody: "Aan dit adres is niets verzonden.",
    title: "Postbus",
    lead: "Elke e-mail die deze machine zou hebben verzonden.",
    empty: "Nog niets. Vul een formulier in of verzend een campagne.",
    older: "Ouder",
    newest: "Nieuwste",
    all: "Alle e-mails",
    to: "Aan",
    from: "Van",
    received: "Ontvangen",
    headers: "Kopregels",
    text: "Platte tekst",
    html: "Zoals een mailprogramma het toont",
    oneClick: "Afmelden",
    oneClickText:
      "Een mailprogramma toont deze knop op grond van de kopregels List-Unsubscribe en List-Unsubscribe-Post.",
    noSubject: "(geen onderwerp)",
  },
};
