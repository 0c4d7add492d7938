// The words for children and for the parent or guardian who decides with them, in German.
import type { GuardianWords } from "./en.ts";

export const de: GuardianWords = {
  guardian: {
    birthDate: "Geburtsdatum",
    birthHint:
      "Dies richtet sich auch an Kinder. Das Gesetz will wissen, ob ein Elternteil zustimmen muss; zu nichts anderem dient das Datum.",
    mistakes: {
      "birth-missing": "Geben Sie das Geburtsdatum an.",
      "birth-malformed":
        "Das kann kein Geburtsdatum sein. Schreiben Sie Jahr, Monat und Tag, etwa 2014-03-31.",
      "guardian-missing": "Geben Sie die E-Mail-Adresse eines Elternteils oder Vormunds an.",
      "guardian-malformed":
        "Die Adresse des Elternteils oder Vormunds sieht nicht wie eine E-Mail-Adresse aus. Ein Beispiel: name@example.org.",
      "guardian-same": "Die Adresse des Elternteils oder Vormunds muss eine andere sein als die des Kindes.",
    },
    young: (age: number) => `Jünger als ${age}: Ein Elternteil muss zustimmen`,
    youngText:
      "Das Gesetz erlaubt die Anmeldung nur gemeinsam mit einem Elternteil oder Vormund. Geben Sie dessen E-Mail-Adresse an, dann fragen wir dort. Bis zur Zustimmung bewahren wir nichts von dem auf, was eingegeben wurde, und senden dem Kind nichts.",
    field: "E-Mail-Adresse eines Elternteils oder Vormunds",
    asked: "Ein Elternteil wird gefragt",
    askedText: (until: string) =>
      `Eine Nachricht mit einem Link ist auf dem Weg zum Elternteil oder Vormund. Stimmt bis ${until} niemand zu, geschieht nichts, und wir bewahren nichts von dem auf, was eingegeben wurde.`,
    title: "Darf sich dieses Kind anmelden?",
    lead: "Ein Kind möchte E-Mails von uns bekommen und ist zu jung, um das allein zu entscheiden. Sie gingen an diese Adresse:",
    words: "Das Kind hat angekreuzt:",
    born: (day: string) => `Angegebenes Geburtsdatum: ${day}.`,
    statement:
      "Wenn Sie den Knopf drücken, erklären Sie, dass Sie volljährig und Elternteil oder Vormund dieses Kindes sind und dass Sie zustimmen.",
    button: "Ja, ich stimme zu",
    otherwise:
      "Wenn Sie nicht zustimmen, schließen Sie diese Seite. Dann wird dem Kind nichts gesendet, und wir bewahren nichts von dem auf, was eingegeben wurde.",
    done: "Ihre Zustimmung ist festgehalten",
    doneText:
      "Sie können sie jederzeit widerrufen: In jeder Werbemail steht ein Link zum Abmelden, und Sie können an unseren Kontakt für Datenschutz schreiben.",
    doneMail: "Das Postfach des Kindes bekommt jetzt eine Nachricht mit einem Knopf. Vorher beginnt nichts.",
    expired: "Dieser Link ist abgelaufen",
    expiredText:
      "Es wurde nichts festgehalten, und wir haben nichts von dem aufbewahrt, was eingegeben wurde. Das Kind kann das Formular noch einmal ausfüllen.",
  },
};
