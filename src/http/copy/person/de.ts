// The words of what a person may do on the page of their choices, and of links that have ended, in German.
import type { PersonWords } from "./en.ts";

export const de: PersonWords = {
  own: {
    joining: "Mit dem Klick auf die Schaltfläche sagen Sie:",
    askFirst:
      "Wir senden Ihnen dann eine einzige E-Mail mit einer Schaltfläche. Nichts beginnt, bevor Sie darauf klicken.",
    joined: "Erledigt. Das gilt ab sofort.",
    asked:
      "Sehen Sie jetzt in Ihr Postfach: Wir senden eine E-Mail mit einer Schaltfläche, und nichts beginnt, bevor Sie darauf klicken. Meist kommt sie sofort; nach mehreren Anfragen kann es bis zu einem Tag dauern.",
    measured: "Messung",
    measuredText:
      "Das ist getrennt vom Übrigen: Ohne sie bekommen Sie dieselben E-Mails, und wir erfassen nicht, was Sie öffnen.",
    paused: (day: string) =>
      `Sie wurden gefragt und haben nicht zugestimmt. Vor dem ${day} fragen wir Sie nicht noch einmal.`,
    renew: "Ja, weiter so",
    lapses: (day: string) => `Das endet am ${day}, wenn Sie es nicht noch einmal sagen.`,
    rights: "Ein Recht ohne das andere",
    withdraw: "Alle Einwilligungen widerrufen",
    withdrawText:
      "Was Sie einmal erlaubt haben, endet (DSGVO 7(3)). Was auf anderem beruht, etwa einem Kauf, geht weiter, bis Sie widersprechen.",
    object: "Aller Werbung widersprechen",
    objectText:
      "Wir verwenden Ihre Daten nicht mehr für Werbung, was immer es erlaubt hat (DSGVO 21(2)), bis Sie selbst darum bitten.",
    language: "Die Sprache, in der wir mit Ihnen sprechen",
    keep: "Speichern",
    often: "Wie oft?",
    keepNamed: (purpose) => `Häufigkeit von „${purpose}“ speichern`,
    frequencies: {
      any: "So oft, wie es etwas gibt",
      week: "Höchstens einmal pro Woche",
      month: "Höchstens einmal im Monat",
    },
    outdated:
      "Diese Seite war zu lange geöffnet oder kam nicht vollständig an, deshalb wurde nichts geändert. Hier ist sie noch einmal: Bitte wählen Sie erneut.",
  },
  seen: {
    form: "Das Formular, wie es war",
    ticked: "Angekreuzt:",
    notTicked: "Nicht angekreuzt:",
    uses: "E-Mails, die darauf beruhten",
    uncertain: "vielleicht: Die Verbindung brach ab",
  },
  gone: {
    title: "Dieser Link ist erloschen",
    text: "Was wir von Ihnen wussten, wurde gelöscht, und damit das, was diese Seite zeigen würde. Wir haben nur behalten, was weitere Werbung verhindert.",
  },
  link: {
    title: "Ihre Einstellungen",
    lead: "Geben Sie Ihre Adresse ein, und wir senden einen Link an ihr Postfach: Dort sehen und ändern Sie, was wir Ihnen senden.",
    button: "Link zusenden",
    sent: "Sehen Sie jetzt in Ihr Postfach",
    sentText:
      "Wenn wir diese Adresse kennen, ist eine E-Mail mit einem Link unterwegs. Wir sagen allen dasselbe, damit niemand erfährt, wessen Adresse wir kennen. Nach mehreren Anfragen kann es bis zu einem Tag dauern.",
  },
  address: {
    title: "Ihre Adresse",
    text: "Geben Sie eine neue Adresse an, und wir fragen ihr Postfach. Was Sie gewählt haben, gilt dort weiter, sobald es geantwortet hat; hierher schreiben wir dann nicht mehr.",
    field: "Neue E-Mail-Adresse",
    button: "Dieses Postfach fragen",
    fresh:
      "Um Ihre Adresse zu ändern, fordern Sie einen neuen Link an dieses Postfach an: Eine weitergeleitete E-Mail darf nicht genügen.",
    freshLink: "Link anfordern",
    asked:
      "Wir haben an die neue Adresse geschrieben. Nichts ändert sich, bevor Sie dort auf die Schaltfläche klicken.",
    same: "An diese Adresse schreiben wir bereits.",
    often: "Sie haben heute mehrere Adressen angegeben. Bitte versuchen Sie es morgen noch einmal.",
    confirm: "Ist das Ihre neue Adresse?",
    confirmText:
      "Jemand hat diese Adresse als seine neue angegeben. Wenn Sie auf die Schaltfläche klicken, gilt hier weiter, was gewählt wurde, Einwilligungen wie Ablehnungen, und die alte Adresse bekommt keine E-Mails mehr.",
    yes: "Ja, es ist meine",
    done: "Übertragen",
    doneText: "Was Sie gewählt haben, gilt ab jetzt hier. Was nur ein Kauf erlaubt hat, kommt nicht mit.",
    expired: "Diese Schaltfläche ist abgelaufen",
    expiredText:
      "Es ist zu viel Zeit vergangen, deshalb wurde nichts übertragen. Sie können die Adresse auf der Seite Ihrer Einstellungen noch einmal angeben.",
  },
};
