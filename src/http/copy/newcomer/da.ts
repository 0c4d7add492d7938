// The words of the first page and the built-in mailbox, for who tries Licet out, in Danish.
import type { Newcomer } from "./en.ts";

export const da: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Sat op for ${controller}`,
    title: "Er det tilladt?",
    lead: "Licet spørger, før en e-mail sendes: for denne person, til dette formål, i dette øjeblik. Uden et gemt bevis er svaret nej.",
    forms: "Hvor folk siger ja",
    formsText: "Hver formular gemmer præcis de ord, der blev vist.",
    kinds: { signUp: "Tilmelding", order: "Ordre", informationRequest: "Oplysninger" },
    mailbox: "Hvor posten lander",
    mailboxText:
      "Der er ikke sat nogen mailserver op, så en indbygget postkasse fanger alt. Intet forlader denne maskine.",
    openMailbox: "Åbn postkassen",
    commands: "Hvor du bestemmer",
    commandsText: "I en terminal ved siden af denne server:",
    audience: "hvem der må skrives til, hvem ikke, og hvorfor",
    explain: "en persons hele historie, med artiklerne",
    send: "spørg for hver person, send, hvor det er tilladt, gem beviset",
  },
  mailbox: {
    search: "Sendt til",
    show: "Vis",
    nobody: "Intet er sendt til denne adresse.",
    title: "Postkasse",
    lead: "Hver e-mail, som denne maskine ville have sendt.",
    empty: "Intet endnu. Udfyld en formular, eller send en kampagne.",
    older: "Ældre",
    newest: "Nyeste",
    all: "Alle e-mails",
    to: "Til",
    from: "Fra",
    received: "Modtaget",
    headers: "Brevhoveder",
    text: "Ren tekst",
    html: "Som et mailprogram viser den",
    oneClick: "Afmeld",
    oneClickText:
      "Et mailprogram viser denne knap ud fra felterne List-Unsubscribe og List-Unsubscribe-Post.",
    noSubject: "(intet emne)",
  },
};
