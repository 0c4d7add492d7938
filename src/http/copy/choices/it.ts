// The words of the way out, the preferences and the reason for a mail, in Italian.
import { italian } from "../../../mail/articles.ts";
import type { Choices } from "./en.ts";

export const it: Choices = {
  wayOut: {
    title: "Interrompere queste email?",
    titleAll: "Interrompere tutta la nostra pubblicità?",
    lead: (purpose) => `Un clic, e non Le inviamo mai più «${purpose}», a meno che non lo chieda.`,
    leadAll: "Un clic, e non Le inviamo mai più pubblicità, a meno che non la chieda.",
    button: "Interrompere",
    manage: "Vedere e modificare tutte le Sue scelte",
    done: "Fatto",
    doneText: (purpose) => `Non Le inviamo più «${purpose}». Vale da subito.`,
    doneAll: "Non Le inviamo più alcuna pubblicità. Vale da subito.",
  },
  preferences: {
    title: "Le Sue scelte",
    lead: "Ogni riga è una finalità. Ciò che interrompe qui cessa subito.",
    receiving: "Sì",
    waiting: "Non ancora: in attesa della Sua conferma",
    stopped: "No, l’ha interrotto Lei",
    none: "No",
    since: (when) => italian.since(when),
    waitingText: "Prema il pulsante nell’email che Le abbiamo inviato, oppure compili di nuovo il modulo.",
    leave: "Interrompere",
    leaveNamed: (purpose) => `Interrompere «${purpose}»`,
    join: "Iscriversi",
    joinNamed: (purpose) => `Iscriversi a «${purpose}»`,
    all: "Nessuna pubblicità",
    allText: "In tal caso scriviamo solo ciò che riguarda un ordine o che la legge richiede.",
    leaveAll: "Interrompere tutto",
    saved: "Fatto. Vale da subito.",
    why: "Perché ho ricevuto questa email?",
  },
  why: {
    title: "Perché ha ricevuto questa email",
    lead: (purpose, when) => `Le abbiamo inviato «${purpose}» ${italian.on(when)}.`,
    relied: "Ci siamo basati su questo:",
    consentGiven: "Ha spuntato una casella",
    sale: "Ha acquistato qualcosa",
    request: "Ha chiesto informazioni",
    contract: "Ha un contratto con noi",
    other: "È registrato",
    when: "Quando",
    where: "Dove",
    elsewhere: (source) =>
      `Ci è giunto da un altro sistema (${source}). Le parole sono conservate lì sotto questo contrassegno:`,
    confirmed: "Confermato",
    confirmedText: (when) => `Ha premuto il pulsante nella nostra email ${italian.on(when)}.`,
    articles: "La legge",
    used: "Usato",
    usedText: (when) =>
      `Abbiamo verificato di nuovo al momento dell’invio, ${italian.on(when)}, ed era valido.`,
    number: "Contrassegno",
    since: "Da allora non vale più: non glielo inviamo più.",
    stop: "Interrompere queste email",
    notFound: "Non abbiamo trovato questa email",
    notFoundText: "Ciò che ne sapevamo è stato cancellato, oppure non è mai stata consegnata.",
    answered:
      "Questa email rispondeva a qualcosa che è stato fatto con il Suo indirizzo su uno dei nostri moduli. Non è pubblicità, e non ne segue nessun’altra.",
  },
};
