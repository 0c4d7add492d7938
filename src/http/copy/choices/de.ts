// The words of the way out, the preferences and the reason for a mail, in German.
import type { Choices } from "./en.ts";

export const de: Choices = {
  wayOut: {
    title: "Diese E-Mails beenden?",
    titleAll: "Unsere gesamte Werbung beenden?",
    lead: (purpose) =>
      `Ein Klick, und wir senden Ihnen „${purpose}“ nie wieder, es sei denn, Sie bitten darum.`,
    leadAll: "Ein Klick, und wir senden Ihnen nie wieder Werbung, es sei denn, Sie bitten darum.",
    button: "Beenden",
    manage: "Alle Ihre Einstellungen ansehen und ändern",
    done: "Beendet",
    doneText: (purpose) => `Wir senden Ihnen „${purpose}“ nicht mehr. Das gilt ab sofort.`,
    doneAll: "Wir senden Ihnen keine Werbung mehr. Das gilt ab sofort.",
  },
  preferences: {
    title: "Ihre Einstellungen",
    lead: "Jede Zeile steht für einen Zweck. Was Sie hier beenden, endet sofort.",
    receiving: "Ja",
    waiting: "Noch nicht: Ihre Bestätigung steht aus",
    stopped: "Nein, Sie haben es beendet",
    none: "Nein",
    since: (when) => `seit dem ${when}`,
    waitingText:
      "Klicken Sie auf die Schaltfläche in der E-Mail, die wir Ihnen gesendet haben, oder füllen Sie das Formular noch einmal aus.",
    leave: "Beenden",
    leaveNamed: (purpose) => `„${purpose}“ beenden`,
    join: "Anmelden",
    joinNamed: (purpose) => `Für „${purpose}“ anmelden`,
    all: "Keine Werbung mehr",
    allText: "Dann schreiben wir nur noch, was zu einer Bestellung gehört oder das Gesetz verlangt.",
    leaveAll: "Alles beenden",
    saved: "Erledigt. Das gilt ab sofort.",
    why: "Warum habe ich diese E-Mail bekommen?",
  },
  why: {
    title: "Warum Sie diese E-Mail bekommen haben",
    lead: (purpose, when) => `Wir haben Ihnen „${purpose}“ am ${when} gesendet.`,
    relied: "Wir haben uns auf Folgendes gestützt:",
    consentGiven: "Sie haben ein Kästchen angekreuzt",
    sale: "Sie haben etwas gekauft",
    request: "Sie haben um Informationen gebeten",
    contract: "Sie haben einen Vertrag mit uns",
    other: "Es ist festgehalten",
    when: "Wann",
    where: "Wo",
    elsewhere: (source) =>
      `Es kam aus einem anderen System zu uns (${source}). Die Worte werden dort unter diesem Kennzeichen aufbewahrt:`,
    confirmed: "Bestätigt",
    confirmedText: (when) => `Sie haben am ${when} auf die Schaltfläche in unserer E-Mail geklickt.`,
    articles: "Das Gesetz",
    used: "Verwendet",
    usedText: (when) => `Wir haben im Moment des Versands, am ${when}, noch einmal geprüft, und es galt.`,
    number: "Kennzeichen",
    since: "Seitdem gilt es nicht mehr: Wir senden Ihnen das nicht mehr.",
    stop: "Diese E-Mails beenden",
    notFound: "Wir haben keine solche E-Mail gefunden",
    notFoundText: "Was wir darüber wussten, ist gelöscht, oder sie wurde nie übergeben.",
    answered:
      "Diese E-Mail war die Antwort auf etwas, das mit Ihrer Adresse auf einem unserer Formulare geschehen ist. Sie ist keine Werbung, und keine weitere folgt daraus.",
  },
};
