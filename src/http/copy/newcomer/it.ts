// The words of the first page and the built-in mailbox, for who tries Licet out, in Italian.
import type { Newcomer } from "./en.ts";

export const it: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Configurato per ${controller}`,
    title: "È permesso?",
    lead: "Licet lo chiede prima di ogni invio: per questa persona, per questa finalità, in questo momento. Senza una prova registrata la risposta è no.",
    forms: "Dove le persone dicono sì",
    formsText: "Ogni modulo conserva le parole esatte che sono state mostrate.",
    kinds: { signUp: "Iscrizione", order: "Ordine", informationRequest: "Informazioni" },
    mailbox: "Dove arriva la posta",
    mailboxText:
      "Non è configurato alcun server di posta, quindi una casella integrata raccoglie tutto. Nulla lascia questa macchina.",
    openMailbox: "Apri la casella",
    commands: "Dove si decide",
    commandsText: "In un terminale, accanto a questo server:",
    audience: "a chi si può scrivere, a chi no, e perché",
    explain: "tutta la storia di una persona, con gli articoli",
    send: "chiedere per ciascuno, inviare dove è permesso, conservare la prova",
  },
  mailbox: {
    search: "Inviati a",
    show: "Mostra",
    nobody: "A questo indirizzo non è stato inviato nulla.",
    title: "Casella di posta",
    lead: "Tutti i messaggi che questa macchina avrebbe inviato.",
    empty: "Ancora nulla. Compili un modulo o invii una campagna.",
    older: "Meno recenti",
    newest: "Più recenti",
    all: "Tutti i messaggi",
    to: "A",
    from: "Da",
    received: "Ricevuto",
    headers: "Intestazioni",
    text: "Solo testo",
    html: "Come lo mostra un programma di posta",
    oneClick: "Disiscriversi",
    oneClickText:
      "Un programma di posta mostra questo pulsante in base alle intestazioni List-Unsubscribe e List-Unsubscribe-Post.",
    noSubject: "(senza oggetto)",
  },
};
