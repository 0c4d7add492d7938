// The sentences of mail in Italian.
import { italian } from "../articles.ts";
import type { MailCopy } from "./sentences.ts";

export const it: MailCopy = {
  footer: {
    advertising: "Pubblicità",
    objection: "Può opporsi alla pubblicità in qualsiasi momento, senza spese e senza indicare un motivo.",
    sentBy: "Inviato da",
    unsubscribe: "Disiscriversi",
    preferences: "Le Sue scelte",
    why: "Perché ricevo questo messaggio?",
  },
  confirmation: {
    subject: (controller) => `Da confermare: messaggi di ${controller}`,
    asked: (controller) =>
      `Questo indirizzo è stato scritto in un modulo di ${controller}, per ricevere via email:`,
    button: "Confermare",
    expires: (moment) => `Il link funziona ${italian.until(moment)}.`,
    notYou: "Se non lo ha fatto Lei, non faccia nulla: senza la Sua conferma non riceverà nulla.",
  },
  order: {
    subject: (controller) => `Il Suo ordine presso ${controller}: lo ha fatto Lei?`,
    received: (controller) => `${controller} ha ricevuto questo ordine con il Suo indirizzo:`,
    please: "Ci dica nella pagina seguente che è Suo: così sappiamo che lo è anche questo indirizzo.",
    button: "Vedere e rispondere",
    expires: (moment) => `Il link funziona ${italian.until(moment)}.`,
    notYou:
      "Se non lo ha fatto Lei, non prema il pulsante in quella pagina e ci avvisi all’indirizzo qui sotto.",
  },
  information: {
    because: (controller) =>
      `Riceve questo messaggio perché lo ha chiesto a ${controller}. Non La iscrive a nulla.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} non Le scriverà più`,
    received: (moment) =>
      `Abbiamo ricevuto la Sua richiesta ${italian.on(moment)}; ha avuto effetto immediato.`,
    stopped: (controller) => `${controller} non Le invierà più:`,
    stoppedAll: (controller) => `${controller} non Le invierà più alcuna pubblicità.`,
    questions: "Non deve fare nulla. Per qualsiasi domanda, scriva all’indirizzo qui sotto.",
  },
  link: {
    subject: (controller) => `Il link alle Sue scelte presso ${controller}`,
    asked: (controller) =>
      `Qualcuno ha chiesto un link per vedere e modificare ciò che ${controller} invia a questo indirizzo.`,
    button: "Aprire la pagina",
    expires: (moment) =>
      `Il link prova che questa casella è Sua, ${italian.until(moment)}. Non lo trasmetta a nessuno.`,
    notYou: "Se non lo ha fatto Lei, non faccia nulla: non è cambiato nulla.",
  },
  address: {
    subject: (controller) => `È il Suo nuovo indirizzo per ${controller}?`,
    asked: (controller) =>
      `Una persona che riceve email da ${controller} ha indicato questo indirizzo come il proprio, nuovo.`,
    button: "Vedere e rispondere",
    expires: (moment) => `Il link funziona ${italian.until(moment)}.`,
    notYou: "Se non lo ha fatto Lei, non faccia nulla: a questo indirizzo non sarà inviato nulla.",
    noticeSubject: (controller) => `È stato indicato un nuovo indirizzo a ${controller}`,
    notice: (controller) =>
      `Nella pagina delle Sue scelte presso ${controller}, aperta con un link a questa casella, è stato indicato un nuovo indirizzo. Appena quella casella risponde, ciò che ha scelto continua lì, e qui non viene inviato più nulla.`,
    noticeNotYou: "Se non lo ha fatto Lei, scriva subito all’indirizzo qui sotto.",
  },
  guardian: {
    subject: (controller) => `Questo minore può ricevere messaggi da ${controller}?`,
    asked: (controller) =>
      `Un minore ha indicato a ${controller} il Suo indirizzo come quello di un genitore o tutore.`,
    why: "A quell’età la legge chiede il Suo consenso. La pagina seguente mostra l’indirizzo del minore e ciò che desidera ricevere.",
    button: "Guardare e rispondere",
    expires: (moment) => `Il link funziona fino al ${moment}.`,
    nothing: "Se non fa nulla, non succede nulla: al minore non si invia nulla e nulla viene conservato.",
  },
  privacyContact: "Protezione dei dati:",
};
