// The words of what a person may do on the page of their choices, and of links that have ended, in Italian.
import type { PersonWords } from "./en.ts";

export const it: PersonWords = {
  own: {
    joining: "Premendo il pulsante, dichiara:",
    askFirst: "Le inviamo allora una sola email con un pulsante. Nulla comincia prima che lo prema.",
    joined: "Fatto. Vale da subito.",
    asked:
      "Ora controlli la Sua casella di posta: inviamo un’email con un pulsante, e nulla comincia prima che lo prema. Di solito arriva subito; dopo più richieste può volerci fino a un giorno.",
    measured: "Misurazione",
    measuredText: "È separata dal resto: senza, riceve le stesse email e non registriamo ciò che apre.",
    paused: (day: string) =>
      `Glielo abbiamo chiesto e non ha detto di sì. Non lo chiederemo di nuovo prima del ${day}.`,
    renew: "Sì, continuate",
    lapses: (day: string) => `Questo finisce il ${day}, se non lo dice di nuovo.`,
    rights: "Un diritto senza l’altro",
    withdraw: "Revocare tutti i consensi",
    withdrawText:
      "Ciò che ha accettato finisce (GDPR 7(3)). Ciò che si basa su altro, come un acquisto, continua finché non si oppone.",
    object: "Opporsi a tutta la pubblicità",
    objectText:
      "Non usiamo più i Suoi dati per la pubblicità, qualunque cosa la permettesse (GDPR 21(2)), finché non la chiede Lei.",
    language: "La lingua in cui Le parliamo",
    keep: "Salvare",
    often: "Con quale frequenza?",
    keepNamed: (purpose) => `Salvare la frequenza di «${purpose}»`,
    frequencies: {
      any: "Man mano che escono",
      week: "Al massimo una volta a settimana",
      month: "Al massimo una volta al mese",
    },
    outdated:
      "Questa pagina è rimasta aperta troppo a lungo o non è arrivata intera, quindi non è cambiato nulla. Eccola di nuovo: scelga ancora una volta.",
  },
  seen: {
    form: "Il modulo com’era",
    ticked: "Spuntata:",
    notTicked: "Non spuntata:",
    uses: "Email che si sono basate su di esso",
    uncertain: "forse: la connessione si è interrotta",
  },
  gone: {
    title: "Questo link non è più attivo",
    text: "Ciò che sapevamo di Lei è stato cancellato, e con esso ciò che questa pagina mostrerebbe. Abbiamo conservato solo ciò che impedisce altra pubblicità.",
  },
  link: {
    title: "Le Sue scelte",
    lead: "Scriva il Suo indirizzo, e inviamo un link alla sua casella di posta: lì vede e modifica ciò che Le inviamo.",
    button: "Inviatemi il link",
    sent: "Ora controlli la Sua casella di posta",
    sentText:
      "Se conosciamo questo indirizzo, un’email con un link è in arrivo. Diciamo lo stesso a tutti, perché nessuno scopra quali indirizzi conosciamo. Dopo più richieste può volerci fino a un giorno.",
  },
  address: {
    title: "Il Suo indirizzo",
    text: "Indichi un nuovo indirizzo, e chiediamo alla sua casella. Ciò che ha scelto continua lì appena avrà risposto; qui allora non scriviamo più.",
    field: "Nuovo indirizzo email",
    button: "Chiedere a quella casella",
    fresh:
      "Per cambiare indirizzo, chieda un nuovo link a questa casella: un’email inoltrata non deve bastare.",
    freshLink: "Chiedere un link",
    asked: "Abbiamo scritto al nuovo indirizzo. Nulla cambia prima che prema lì il pulsante.",
    same: "È l’indirizzo a cui scriviamo già.",
    often: "Oggi ha indicato diversi indirizzi. Riprovi domani.",
    confirm: "È il Suo nuovo indirizzo?",
    confirmText:
      "Qualcuno ha indicato questo indirizzo come il proprio, nuovo. Se preme il pulsante, ciò che quella persona ha scelto continua qui, consensi come rifiuti, e il vecchio indirizzo non riceve più email.",
    yes: "Sì, è il mio",
    done: "Trasferito",
    doneText:
      "Ciò che ha scelto vale qui da adesso. Ciò che solo un acquisto permetteva non viene trasferito.",
    expired: "Questo pulsante è scaduto",
    expiredText:
      "È passato troppo tempo, quindi non è stato trasferito nulla. Può indicare di nuovo l’indirizzo nella pagina delle Sue scelte.",
  },
};
