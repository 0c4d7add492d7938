// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in German.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("de", { one: "einmal", other: "#-mal" });

export const de: Forms = {
  whole: "Alles über Ihre Daten",
  form: {
    email: "E-Mail-Adresse",
    country: "Land",
    countryHint: "Freiwillig. Es entscheidet nur, welches Gesetz Sie am besten schützt.",
    noCountry: "Möchte ich nicht sagen",
    products: "Was möchten Sie?",
    boxes: "Dürfen wir Ihnen schreiben?",
    boxesHint: "Sie entscheiden. Nichts ist vorab angekreuzt, und nichts hängt davon ab.",
    confirmHint:
      "Wenn Sie ein Kästchen ankreuzen, senden wir Ihnen eine einzige E-Mail, um sicherzugehen, dass Sie es waren. Nichts beginnt, bevor Sie darin auf die Schaltfläche klicken.",
    softOptIn: "Ähnliche Produkte",
    refusalKept: "Sie haben angekreuzt, dass Sie diese E-Mails nicht möchten. Das haben wir behalten.",
    notice: "Das Wichtigste zum Datenschutz",
    signUp: "Anmelden",
    order: "Zahlungspflichtig bestellen",
    informationRequest: "Bitte zusenden",
    unavailable: "Dieses Formular ist geschlossen",
    unavailableText: "Unter dieser Adresse gibt es kein Formular, oder es wird nicht mehr verwendet.",
  },
  mistakes: {
    title: "Es fehlt noch etwas",
    prefix: "Bitte prüfen: ",
    "address-missing": "Geben Sie Ihre E-Mail-Adresse ein.",
    "address-malformed": "Das sieht nicht wie eine E-Mail-Adresse aus. Ein Beispiel: name@example.org.",
    "country-unknown": "Wählen Sie ein Land aus der Liste, oder lassen Sie das Feld offen.",
    "product-missing": "Wählen Sie, was Sie bestellen möchten.",
    "nothing-asked": "Kreuzen Sie mindestens ein Kästchen an. Sonst gibt es nichts, wofür Sie sich anmelden.",
    tickAgain:
      "Zu Ihrem Schutz kreuzen wir nie ein Kästchen für Sie an. Wenn Sie welche angekreuzt hatten, tun Sie es bitte noch einmal.",
    unknownPage:
      "Diese Seite kam nicht vollständig an, deshalb wurde nichts festgehalten. Hier ist sie noch einmal, mit dem, was Sie eingegeben hatten. Bitte sehen Sie sie durch und senden Sie sie erneut ab.",
  },
  thanks: {
    signUp: "Vielen Dank",
    order: "Vielen Dank für Ihre Bestellung",
    informationRequest: "Es ist unterwegs",
    look: "Sehen Sie jetzt in Ihr Postfach",
    mailbox:
      "Wir senden Ihnen eine E-Mail mit einer Schaltfläche zum Bestätigen. Bis Sie darauf klicken, beginnt nichts. Meist kommt sie sofort; nach mehreren Anfragen kann es bis zu einem Tag dauern, denn wir schreiben an eine Adresse nur wenige Male am Tag. Kommt keine an, ist die Adresse vielleicht falsch geschrieben.",
    orderMail:
      "Wir senden Ihnen eine E-Mail zu dieser Bestellung, mit einer Schaltfläche, um zu sagen, dass es Ihre war.",
    orderOpens: "Bis Sie darauf klicken, erlaubt die Bestellung keine Werbung an diese Adresse.",
    refused: "Sie möchten keine E-Mails zu ähnlichen Produkten. Das ist jetzt festgehalten.",
    recorded: "Ihre Entscheidung ist festgehalten. Jede Werbe-E-Mail enthält einen Link zum Beenden.",
    reference: (reference) => `Ihre Bestellnummer lautet ${reference}.`,
    answer:
      "Wir senden das Gewünschte in Ihr Postfach, und sonst nichts. Wenn Sie mehrmals darum gebeten haben, kann es einen Tag dauern.",
    kept: "Sie haben kein Kästchen angekreuzt, wir schreiben Ihnen deshalb nur zu dieser Bestellung.",
  },
  confirm: {
    title: "Waren Sie das?",
    lead: (when) => `Am ${when} hat jemand Ihre Adresse in unser Formular eingegeben und angekreuzt:`,
    leadOrder: (when) => `Am ${when} hat jemand mit Ihrer Adresse diese Bestellung aufgegeben:`,
    country: (name) => `Angegebenes Land: ${name}.`,
    told: "Und dies stand neben der Bestellung; das Kästchen zum Widerspruch wurde nicht angekreuzt:",
    refused: "Das Kästchen gegen E-Mails zu ähnlichen Produkten wurde angekreuzt. Dabei bleibt es.",
    several: (count) =>
      `Ihre Adresse wurde ${times(count)} verwendet. Jedes Mal hat eine eigene Schaltfläche: Klicken Sie nur auf das, was von Ihnen kam.`,
    expiredOrder:
      "Es ist zu viel Zeit vergangen, deshalb wurde nichts bestätigt. An der Bestellung ändert das nichts; sie erlaubt nur keine Werbung.",
    button: "Ja, das war ich",
    otherwise: "Wenn Sie es nicht waren, schließen Sie diese Seite. Es wird keine Werbung gesendet.",
    until: (when) => `Die Schaltfläche funktioniert bis zum ${when}.`,
    done: "Bestätigt",
    doneText: "Vielen Dank. Dies ist jetzt festgehalten:",
    doneLater: "Jede Werbe-E-Mail enthält einen Link zum Beenden, und er wirkt sofort.",
    barred:
      "Nachdem Sie das Formular ausgefüllt hatten, haben Sie uns gebeten aufzuhören, und das gilt noch. Wenn Sie es sich anders überlegt haben, füllen Sie das Formular bitte noch einmal aus.",
    expired: "Diese Schaltfläche ist abgelaufen",
    expiredText:
      "Seit Sie das Formular ausgefüllt haben, ist zu viel Zeit vergangen, deshalb wurde nichts bestätigt. Sie können es noch einmal ausfüllen; es dauert nur einen Moment.",
    again: "Formular noch einmal ausfüllen",
  },
  notice: {
    title: "Datenschutz",
    version: (version) => `Fassung ${version}`,
    second: "Im Einzelnen",
  },
};
