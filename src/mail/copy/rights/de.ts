// The sentences of mail about rights in German.
import type { RightsSentences } from "./sentences.ts";

export const de: RightsSentences = {
  link: {
    subject: (controller) => `Ihre Daten bei ${controller}`,
    asked: (controller) => `Auf einer Seite von ${controller} wurde für diese Adresse ein Link angefordert.`,
    button: "Ihre Daten ansehen",
    expires: (moment) =>
      `Der Link funktioniert bis ${moment}. Wer ihn hat, sieht alles, was über Sie gespeichert ist, und kann es löschen lassen: Bitte geben Sie diese Nachricht nicht weiter.`,
    notYou: "Wenn Sie es nicht waren, tun Sie nichts: Von selbst ändert sich nichts.",
  },
  nothing: {
    subject: (controller) => `Über Sie ist bei ${controller} nichts gespeichert`,
    none: (controller) =>
      `Sie haben gefragt, was ${controller} über Sie gespeichert hat. Zu dieser Adresse ist es nichts: kein Name, keine Auswahl, keine Nachricht.`,
    erased: (controller) =>
      `Sie haben gefragt, was ${controller} über Sie gespeichert hat. Was zu dieser Adresse bekannt war, wurde gelöscht.`,
    trace:
      "Es bleibt eine Zahl, die aus der Adresse gebildet wurde, mit den Tagen, an denen Sie gehandelt haben, und dem Wortlaut, der dabei galt. Die Adresse lässt sich daraus nicht lesen; sie dient dazu, Ihren Willen zu achten und zu belegen, dass frühere Nachrichten rechtmäßig waren (DSGVO 17(3)(b) und (e)).",
    notYou:
      "Diese Adresse wurde nur für diese Nachricht aufbewahrt und ist jetzt fort. Wenn nicht Sie gefragt haben, brauchen Sie nichts zu tun.",
  },
  reply: {
    subject: (controller) => `Ihr Antrag an ${controller}`,
    about: (day, right) => `Am ${day} ist Ihr Antrag bei uns eingegangen: ${right}.`,
    rights: {
      access: "Auskunft, was über Sie gespeichert ist (DSGVO 15)",
      rectification: "Berichtigung von Daten (DSGVO 16)",
      erasure: "Löschung (DSGVO 17)",
      restriction: "Einschränkung der Verarbeitung oder deren Aufhebung (DSGVO 18)",
      portability: "Mitnahme Ihrer Daten (DSGVO 20)",
      objection: "Widerspruch gegen die Verarbeitung (DSGVO 21)",
      other: "ein Anliegen zu Ihren Daten",
    },
    received: (day) => `Sie erhalten unsere Antwort bis zum ${day}.`,
    extended: (day) =>
      `Wir brauchen länger als einen Monat. Sie erhalten unsere Antwort bis zum ${day}. Der Grund:`,
    outcome: {
      granted: "Es ist erledigt.",
      partly: "Wir haben es zum Teil getan:",
      refused: "Wir können dem nicht nachkommen. Der Grund:",
    },
    erased: (controller) =>
      `${controller} hat alles Persönliche über Sie gelöscht. Das lässt sich nicht rückgängig machen.`,
    kept: [
      "Eine Zahl, die aus Ihrer Adresse gebildet wurde, damit Ihnen nicht wieder geschrieben wird (DSGVO 17(3)(b), 21(3)).",
      "Von jeder Ihrer Handlungen, welche es war, wann und unter welchem Wortlaut, und von jeder Nachricht, wann und auf welcher Grundlage, um die Rechtmäßigkeit zu belegen (DSGVO 17(3)(e), 5(2)).",
    ],
    gone: "Aufbewahrt wird nur, was oben steht. Ihre Adresse wurde bis zum Versand dieser Nachricht aufbewahrt und ist jetzt fort.",
    complaint:
      "Sie können sich bei einer Datenschutzbehörde beschweren und vor Gericht gehen (DSGVO 77, 79).",
  },
};
