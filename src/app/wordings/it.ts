// Ready wordings in Italian. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const it: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Posso revocare questo consenso in qualsiasi momento con il link presente in ogni email.",
  anyBox: "Sì, {controller} può scrivermi via email su: {label}.",
  samples: {
    howOften: "al massimo due volte al mese",
    topic: "le nostre nuove scarpe e la loro cura",
  },
  boxes: {
    newsletter: {
      label: "Newsletter",
      clause: "Sì, {controller} può inviarmi via email la sua newsletter, {howOften}. Riguarda: {topic}.",
      aim: "Inviarle la nostra newsletter via email.",
    },
    offers: {
      label: "Offerte e sconti",
      clause: "Sì, {controller} può inviarmi via email offerte e sconti, {howOften}. Riguardano: {topic}.",
      aim: "Inviarle offerte e sconti via email.",
    },
    events: {
      label: "Eventi e inviti",
      clause: "Sì, {controller} può inviarmi via email inviti ai propri eventi, {howOften}.",
      aim: "Invitarla ai nostri eventi via email.",
    },
    surveys: {
      label: "Sondaggi",
      clause:
        "Sì, {controller} può inviarmi sondaggi via email, {howOften}, per sapere che cosa penso dei suoi prodotti e servizi.",
      aim: "Chiederle via email, con sondaggi, che cosa pensa dei nostri prodotti e servizi.",
    },
    "partner-offers": {
      label: "Offerte dei nostri partner",
      clause:
        "Sì, {controller} può inviarmi via email offerte di altre imprese, {howOften}. Sono offerte di: {partners}. Il mio indirizzo non viene comunicato a queste imprese.",
      aim: "Inviarle via email le offerte delle imprese indicate accanto alla casella. Non comunichiamo loro il Suo indirizzo.",
    },
    "order-reminder": {
      label: "Promemoria di un ordine non completato",
      clause:
        "Sì, quando inizio un ordine e non lo completo, {controller} può ricordarmelo una volta via email.",
      aim: "Ricordarle una volta, via email, un ordine che ha iniziato e non ha completato.",
    },
    "email-tracking": {
      label: "Misurazione di aperture e clic",
      clause:
        "Sì, {controller} può registrare quando apro le sue email e quali link seguo, per sapere che cosa mi interessa. Se lascio vuota questa casella, ricevo le stesse email senza misurazione.",
      aim: "Misurare quali email apre e quali link segue.",
    },
  },
  similarProducts: {
    label: "Prodotti simili a quelli acquistati",
    text: "Come cliente, può ricevere email da {controller} su nostri prodotti simili a quelli che acquista, {howOften}. Può opporsi gratuitamente, ora con questa casella e in seguito con il link presente in ogni email.",
    refusal: "No, non desidero ricevere email su prodotti simili.",
    aim: "Scriverle via email su nostri prodotti simili a quelli che acquista, salvo opposizione da parte Sua.",
  },
  information: {
    label: "Le informazioni che ha richiesto",
    aim: "Inviarle via email le informazioni che richiede: {topic}. Nient’altro.",
  },
  rows: {
    controller: {
      title: "Titolare del trattamento",
      text: "{controller}, {address}. Contatto per la protezione dei dati: {contact}.",
    },
    purpose: { title: "Finalità" },
    basis: {
      title: "Base giuridica",
      consent: "Il Suo consenso (art. 6.1.a del GDPR). Non darlo non ha alcuna conseguenza.",
      customer:
        "Il nostro legittimo interesse a far conoscere ai clienti ciò che vendiamo (art. 6.1.f del GDPR) e l’eccezione che la legge del Suo Paese prevede per i clienti.",
      request: "La Sua richiesta (art. 6.1.b del GDPR).",
    },
    recipients: {
      title: "Destinatari",
      text: "Solo imprese che lavorano per noi in base a un contratto, come responsabili del trattamento: {recipients}. Non vendiamo i Suoi dati.",
    },
    transfers: {
      title: "Trasferimenti fuori dall’Europa",
      text: "I Suoi dati non escono dallo Spazio economico europeo.",
    },
    retention: {
      title: "Periodo di conservazione",
      text: "Fino alla revoca del consenso o alla Sua opposizione. Se non abbiamo Sue notizie, smettiamo dopo {months} mesi.",
    },
    rights: {
      title: "I Suoi diritti",
      text: "Può revocare il consenso od opporsi alla pubblicità in qualsiasi momento, con il link presente in ogni email. Può accedere ai Suoi dati, rettificarli, cancellarli, limitarne l’uso e riceverne copia: scriva a {contact}. Può presentare reclamo all’autorità di controllo: {authority}.",
    },
    more: {
      title: "Ulteriori informazioni",
      text: "L’informativa completa sulla protezione dei dati è disponibile con il link accanto a questa tabella.",
    },
  },
};
