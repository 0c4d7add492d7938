// Ready wordings in German. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const de: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Ich kann diese Einwilligung jederzeit über den Link in jeder E-Mail widerrufen.",
  anyBox: "Ja, {controller} darf mir E-Mails zu diesem Thema schicken: {label}.",
  samples: {
    howOften: "höchstens zweimal im Monat",
    topic: "unsere neuen Schuhe und ihre Pflege",
  },
  boxes: {
    newsletter: {
      label: "Newsletter",
      clause:
        "Ja, {controller} darf mir {howOften} den Newsletter per E-Mail schicken. Darin geht es um: {topic}.",
      aim: "Um Ihnen unseren Newsletter per E-Mail zu schicken.",
    },
    offers: {
      label: "Angebote und Rabatte",
      clause:
        "Ja, {controller} darf mir {howOften} Angebote und Rabatte per E-Mail schicken. Sie betreffen: {topic}.",
      aim: "Um Ihnen Angebote und Rabatte per E-Mail zu schicken.",
    },
    events: {
      label: "Veranstaltungen und Einladungen",
      clause:
        "Ja, {controller} darf mir {howOften} Einladungen zu eigenen Veranstaltungen per E-Mail schicken.",
      aim: "Um Sie per E-Mail zu unseren Veranstaltungen einzuladen.",
    },
    surveys: {
      label: "Umfragen",
      clause:
        "Ja, {controller} darf mir {howOften} Umfragen per E-Mail schicken, um zu erfahren, was ich von den Produkten und Dienstleistungen halte.",
      aim: "Um Sie per E-Mail in Umfragen zu fragen, was Sie von unseren Produkten und Dienstleistungen halten.",
    },
    "partner-offers": {
      label: "Angebote unserer Partner",
      clause:
        "Ja, {controller} darf mir {howOften} Angebote anderer Unternehmen per E-Mail schicken. Es sind Angebote von: {partners}. Meine Adresse wird nicht an diese Unternehmen weitergegeben.",
      aim: "Um Ihnen Angebote der Unternehmen, die neben dem Kästchen genannt sind, per E-Mail zu schicken. Ihre Adresse geben wir nicht an sie weiter.",
    },
    "order-reminder": {
      label: "Erinnerung an eine nicht abgeschlossene Bestellung",
      clause:
        "Ja, wenn ich eine Bestellung begonnen und nicht abgeschlossen habe, darf {controller} mich einmal per E-Mail daran erinnern.",
      aim: "Um Sie einmal per E-Mail an eine Bestellung zu erinnern, die Sie begonnen und nicht abgeschlossen haben.",
    },
    "email-tracking": {
      label: "Messung von Öffnungen und Klicks",
      clause:
        "Ja, {controller} darf erfassen, wann ich die E-Mails öffne und welchen Links ich folge, um zu erfahren, was mich interessiert. Wenn ich dieses Kästchen leer lasse, bekomme ich dieselben E-Mails ohne Messung.",
      aim: "Um zu messen, welche E-Mails Sie öffnen und welchen Links Sie folgen.",
    },
  },
  similarProducts: {
    label: "Ähnliche Produkte wie die gekauften",
    text: "Als Kundin oder Kunde können Sie {howOften} E-Mails von {controller} zu eigenen Produkten erhalten, die Ihrem Kauf ähnlich sind. Sie können dem kostenlos widersprechen, jetzt mit diesem Kästchen und später über den Link in jeder E-Mail. Andere als die Übermittlungskosten nach den Basistarifen entstehen dafür nicht.",
    refusal: "Nein, ich möchte keine E-Mails zu ähnlichen Produkten.",
    aim: "Um Ihnen E-Mails zu eigenen ähnlichen Produkten zu schicken, solange Sie nicht widersprechen.",
  },
  information: {
    label: "Die angeforderten Informationen",
    aim: "Um Ihnen die gewünschten Informationen per E-Mail zu schicken: {topic}. Sonst nichts.",
  },
  rows: {
    controller: {
      title: "Verantwortlicher",
      text: "{controller}, {address}. Kontakt zum Datenschutz: {contact}.",
    },
    purpose: { title: "Zweck" },
    basis: {
      title: "Rechtsgrundlage",
      consent: "Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO). Sie nicht zu erteilen, hat keine Folgen.",
      customer:
        "Unser berechtigtes Interesse, Kunden über unser Angebot zu informieren (Art. 6 Abs. 1 Buchst. f DSGVO), und die gesetzliche Ausnahme für Bestandskunden in Ihrem Land.",
      request: "Ihre Anfrage (Art. 6 Abs. 1 Buchst. b DSGVO).",
    },
    recipients: {
      title: "Empfänger",
      text: "Nur Unternehmen, die als Auftragsverarbeiter für uns arbeiten: {recipients}. Wir verkaufen Ihre Daten nicht.",
    },
    transfers: {
      title: "Übermittlung in Drittländer",
      text: "Ihre Daten verlassen den Europäischen Wirtschaftsraum nicht.",
    },
    retention: {
      title: "Speicherdauer",
      text: "Bis Sie Ihre Einwilligung widerrufen oder widersprechen. Wenn wir nichts von Ihnen hören, ist nach {months} Monaten Schluss.",
    },
    rights: {
      title: "Ihre Rechte",
      text: "Sie können Ihre Einwilligung jederzeit widerrufen oder der Werbung widersprechen, über den Link in jeder E-Mail. Sie können Auskunft über Ihre Daten verlangen, sie berichtigen, löschen, einschränken oder sich herausgeben lassen: Schreiben Sie an {contact}. Sie können sich bei der Aufsichtsbehörde beschweren: {authority}.",
    },
    more: {
      title: "Weitere Informationen",
      text: "Die vollständige Datenschutzerklärung ist neben dieser Tabelle verlinkt.",
    },
  },
};
