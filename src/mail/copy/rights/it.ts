// The sentences of mail about rights in Italian.
import type { RightsSentences } from "./sentences.ts";

export const it: RightsSentences = {
  link: {
    subject: (controller) => `I Suoi dati presso ${controller}`,
    asked: (controller) => `Su una pagina di ${controller} è stato chiesto un link per questo indirizzo.`,
    button: "Vedere i Suoi dati",
    expires: (moment) =>
      `Il link funziona fino al ${moment}. Chi lo possiede vede tutto ciò che è conservato su di Lei e può farlo cancellare: non inoltri questo messaggio.`,
    notYou: "Se non è stato Lei, non faccia nulla: da solo non cambia nulla.",
  },
  nothing: {
    subject: (controller) => `Presso ${controller} non è conservato nulla su di Lei`,
    none: (controller) =>
      `Ha chiesto che cosa ${controller} conserva su di Lei. Su questo indirizzo, nulla: né nome, né scelta, né messaggio.`,
    erased: (controller) =>
      `Ha chiesto che cosa ${controller} conserva su di Lei. Ciò che si sapeva di questo indirizzo è stato cancellato.`,
    trace:
      "Resta un numero ricavato dall’indirizzo, con i giorni in cui ha agito e le parole che valevano. Nessuno può leggervi l’indirizzo; serve a rispettare ciò che ha chiesto e a provare che i messaggi precedenti erano leciti (GDPR 17(3)(b) e (e)).",
    notYou:
      "Questo indirizzo è stato conservato solo per questo messaggio e ora non c’è più. Se non è stato Lei a chiedere, non deve fare nulla.",
  },
  reply: {
    subject: (controller) => `La Sua richiesta a ${controller}`,
    about: (day, right) => `Il ${day} abbiamo ricevuto la Sua richiesta: ${right}.`,
    rights: {
      access: "sapere che cosa è conservato su di Lei (GDPR 15)",
      rectification: "rettificare dei dati (GDPR 16)",
      erasure: "la cancellazione (GDPR 17)",
      restriction: "limitare l’uso dei Suoi dati, o revocare la limitazione (GDPR 18)",
      portability: "portare con sé i Suoi dati (GDPR 20)",
      objection: "opporsi all’uso dei Suoi dati (GDPR 21)",
      other: "una richiesta sui Suoi dati",
    },
    received: (day) => `Avrà la nostra risposta entro il ${day}.`,
    extended: (day) => `Ci serve più di un mese. Avrà la nostra risposta entro il ${day}. Il motivo:`,
    outcome: {
      granted: "È fatto.",
      partly: "Lo abbiamo fatto in parte:",
      refused: "Non possiamo farlo. Il motivo:",
    },
    erased: (controller) =>
      `${controller} ha cancellato tutto ciò che era personale su di Lei. Non si può annullare.`,
    kept: [
      "Un numero ricavato dal Suo indirizzo, perché non Le si scriva più (GDPR 17(3)(b), 21(3)).",
      "Di ogni Suo atto, quale, quando e con quali parole, e di ogni messaggio, quando e su quale base, per provare che era lecito (GDPR 17(3)(e), 5(2)).",
    ],
    gone: "Resta solo ciò che è scritto sopra. Il Suo indirizzo è stato conservato fino all’invio di questo messaggio e ora non c’è più.",
    complaint:
      "Può proporre reclamo a un’autorità di protezione dei dati e rivolgersi al giudice (GDPR 77, 79).",
  },
};
