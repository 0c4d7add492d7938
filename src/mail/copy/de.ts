// The sentences of mail in German.
import type { MailCopy } from "./sentences.ts";

export const de: MailCopy = {
  footer: {
    advertising: "Werbung",
    objection: "Sie können der Werbung jederzeit widersprechen, kostenlos und ohne Angabe von Gründen.",
    sentBy: "Gesendet von",
    unsubscribe: "Abmelden",
    preferences: "Ihre Einstellungen",
    why: "Warum bekomme ich das?",
  },
  confirmation: {
    subject: (controller) => `Bitte bestätigen: E-Mails von ${controller}`,
    asked: (controller) =>
      `Diese Adresse wurde in ein Formular von ${controller} eingegeben, um per E-Mail zu erhalten:`,
    button: "Bestätigen",
    expires: (moment) => `Der Link funktioniert bis zum ${moment}.`,
    notYou: "Wenn Sie es nicht waren, tun Sie nichts: Ohne Ihre Bestätigung erhalten Sie nichts.",
  },
  order: {
    subject: (controller) => `Ihre Bestellung bei ${controller}: Waren Sie das?`,
    received: (controller) => `${controller} hat mit Ihrer Adresse diese Bestellung erhalten:`,
    please:
      "Bitte sagen Sie uns auf der nächsten Seite, dass es Ihre war: Dann wissen wir, dass auch diese Adresse Ihre ist.",
    button: "Ansehen und antworten",
    expires: (moment) => `Der Link funktioniert bis zum ${moment}.`,
    notYou:
      "Wenn Sie es nicht waren, klicken Sie dort nicht auf die Schaltfläche und sagen Sie uns unter der Adresse unten Bescheid.",
  },
  information: {
    because: (controller) =>
      `Sie bekommen diese Nachricht, weil Sie ${controller} darum gebeten haben. Sie meldet Sie zu nichts an.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} schreibt Ihnen nicht mehr`,
    received: (moment) => `Wir haben Ihre Mitteilung am ${moment} erhalten; sie wirkte sofort.`,
    stopped: (controller) => `${controller} sendet Ihnen nicht mehr:`,
    stoppedAll: (controller) => `${controller} sendet Ihnen keine Werbung mehr.`,
    questions: "Sie brauchen nichts zu tun. Wenn Sie eine Frage haben, schreiben Sie an die Adresse unten.",
  },
  link: {
    subject: (controller) => `Der Link zu Ihren Einstellungen bei ${controller}`,
    asked: (controller) =>
      `Jemand hat einen Link angefordert, um anzusehen und zu ändern, was ${controller} an diese Adresse sendet.`,
    button: "Seite öffnen",
    expires: (moment) =>
      `Bis zum ${moment} beweist der Link, dass dieses Postfach Ihres ist. Geben Sie ihn nicht weiter.`,
    notYou: "Wenn Sie es nicht waren, tun Sie nichts: Es hat sich nichts geändert.",
  },
  address: {
    subject: (controller) => `Ist das Ihre neue Adresse für ${controller}?`,
    asked: (controller) =>
      `Jemand, der E-Mails von ${controller} bekommt, hat diese Adresse als seine neue angegeben.`,
    button: "Ansehen und antworten",
    expires: (moment) => `Der Link funktioniert bis zum ${moment}.`,
    notYou: "Wenn Sie es nicht waren, tun Sie nichts: An diese Adresse wird nichts gesendet.",
    noticeSubject: (controller) => `${controller} wurde eine neue Adresse genannt`,
    notice: (controller) =>
      `Auf der Seite Ihrer Einstellungen bei ${controller}, geöffnet über einen Link an dieses Postfach, wurde eine neue Adresse angegeben. Sobald jenes Postfach antwortet, gilt dort weiter, was Sie gewählt haben, und hierher wird nichts mehr gesendet.`,
    noticeNotYou: "Wenn Sie es nicht waren, schreiben Sie sofort an die Adresse unten.",
  },
  guardian: {
    subject: (controller) => `Darf dieses Kind E-Mails von ${controller} bekommen?`,
    asked: (controller) =>
      `Ein Kind hat ${controller} Ihre Adresse als die eines Elternteils oder Vormunds genannt.`,
    why: "In diesem Alter verlangt das Gesetz Ihre Zustimmung. Die nächste Seite zeigt die Adresse des Kindes und was es bekommen möchte.",
    button: "Ansehen und antworten",
    expires: (moment) => `Der Link gilt bis ${moment}.`,
    nothing:
      "Wenn Sie nichts tun, geschieht nichts: Dem Kind wird nichts gesendet, und nichts davon wird aufbewahrt.",
  },
  privacyContact: "Datenschutz:",
};
