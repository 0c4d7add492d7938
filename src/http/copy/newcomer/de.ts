// The words of the first page and the built-in mailbox, for who tries Licet out, in German.
import type { Newcomer } from "./en.ts";

export const de: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Eingerichtet für ${controller}`,
    title: "Ist es erlaubt?",
    lead: "Licet fragt das vor jeder E-Mail: für diese Person, für diesen Zweck, in diesem Moment. Liegt kein Nachweis vor, ist die Antwort Nein.",
    forms: "Wo Menschen Ja sagen",
    formsText: "Jedes Formular bewahrt genau die Worte auf, die gezeigt wurden.",
    kinds: { signUp: "Anmeldung", order: "Bestellung", informationRequest: "Auskunft" },
    mailbox: "Wo die E-Mails ankommen",
    mailboxText:
      "Es ist kein Mailserver eingerichtet, deshalb fängt ein eingebautes Postfach alles auf. Nichts verlässt diesen Rechner.",
    openMailbox: "Postfach öffnen",
    commands: "Wo Sie entscheiden",
    commandsText: "In einem Terminal, neben diesem Server:",
    audience: "wem geschrieben werden darf, wem nicht, und warum",
    explain: "die ganze Geschichte einer Person, mit den Artikeln",
    send: "für jede Person fragen, senden, wo es erlaubt ist, den Nachweis behalten",
  },
  mailbox: {
    search: "Gesendet an",
    show: "Anzeigen",
    nobody: "An diese Adresse wurde nichts gesendet.",
    title: "Postfach",
    lead: "Alle E-Mails, die dieser Rechner gesendet hätte.",
    empty: "Noch nichts. Füllen Sie ein Formular aus oder senden Sie eine Kampagne.",
    older: "Ältere",
    newest: "Neueste",
    all: "Alle E-Mails",
    to: "An",
    from: "Von",
    received: "Empfangen",
    headers: "Kopfzeilen",
    text: "Nur Text",
    html: "So zeigt es ein Mailprogramm",
    oneClick: "Abmelden",
    oneClickText:
      "Ein Mailprogramm zeigt diese Schaltfläche wegen der Kopfzeilen List-Unsubscribe und List-Unsubscribe-Post.",
    noSubject: "(kein Betreff)",
  },
};
