// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Italian.
import { italian } from "../../../mail/articles.ts";
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("it", { one: "una volta", many: "# di volte", other: "# volte" });

export const it: Forms = {
  whole: "Tutto sui Suoi dati",
  form: {
    email: "Indirizzo email",
    country: "Paese",
    countryHint: "Facoltativo. Serve solo a sapere quale legge La protegge meglio.",
    noCountry: "Preferisco non dirlo",
    products: "Che cosa desidera?",
    boxes: "Possiamo scriverle?",
    boxesHint: "La scelta è Sua. Nulla è spuntato in anticipo e nulla ne dipende.",
    confirmHint:
      "Se spunta una casella, Le inviamo una sola email per verificare che lo abbia fatto Lei. Nulla comincia prima che prema il pulsante che contiene.",
    softOptIn: "Prodotti simili",
    refusalKept: "Ha spuntato che non desidera queste email. Lo abbiamo conservato.",
    notice: "Informazioni essenziali sulla protezione dei dati",
    signUp: "Iscriversi",
    order: "Ordine con obbligo di pagare",
    informationRequest: "Inviatemelo",
    unavailable: "Questo modulo è chiuso",
    unavailableText: "A questo indirizzo non c’è alcun modulo, oppure non è più in uso.",
  },
  mistakes: {
    title: "Manca qualcosa",
    prefix: "Da controllare: ",
    "address-missing": "Scriva il Suo indirizzo email.",
    "address-malformed": "Non sembra un indirizzo email. Un esempio: nome@example.org.",
    "country-unknown": "Scelga un paese dall’elenco, o lasci il campo vuoto.",
    "product-missing": "Scelga che cosa desidera ordinare.",
    "nothing-asked": "Spunti almeno una casella. Senza, non c’è nulla a cui iscriversi.",
    tickAgain:
      "Per tutelarla, non spuntiamo mai una casella al Suo posto. Se ne aveva spuntate, le spunti di nuovo.",
    unknownPage:
      "Questa pagina non è arrivata intera, quindi non è stato registrato nulla. Eccola di nuovo, con ciò che aveva scritto. La rilegga e la invii ancora una volta.",
  },
  thanks: {
    signUp: "Grazie",
    order: "Grazie per il Suo ordine",
    informationRequest: "È in arrivo",
    look: "Ora controlli la Sua casella di posta",
    mailbox:
      "Le inviamo un’email con un pulsante per confermare. Finché non lo preme, nulla comincia. Di solito arriva subito; dopo più richieste può volerci fino a un giorno, perché scriviamo a uno stesso indirizzo solo poche volte al giorno. Se non arriva, forse l’indirizzo è scritto male.",
    orderMail: "Le inviamo un’email su questo ordine, con un pulsante per dire che è Suo.",
    orderOpens: "Finché non lo preme, l’ordine non permette alcuna pubblicità a questo indirizzo.",
    refused: "Non desidera email su prodotti simili. Ora è registrato.",
    recorded: "La Sua scelta è registrata. Ogni email pubblicitaria contiene un link per interromperle.",
    reference: (reference) => `Il numero del Suo ordine è ${reference}.`,
    answer:
      "Inviamo ciò che ha chiesto alla Sua casella di posta, e nient’altro. Se lo ha chiesto più volte, può volerci un giorno.",
    kept: "Non ha spuntato alcuna casella: Le scriveremo solo a proposito di questo ordine.",
  },
  confirm: {
    title: "Lo ha fatto Lei?",
    lead: (when) =>
      `Qualcuno, ${italian.on(when)}, ha scritto il Suo indirizzo nel nostro modulo e ha spuntato:`,
    leadOrder: (when) => `Qualcuno, ${italian.on(when)}, ha fatto questo ordine con il Suo indirizzo:`,
    country: (name) => `Paese indicato: ${name}.`,
    told: "E questo figurava accanto all’ordine, la cui casella per opporsi non è stata spuntata:",
    refused: "È stata spuntata la casella contro le email su prodotti simili. Resta valida.",
    several: (count) =>
      `Il Suo indirizzo è stato usato ${times(count)}. Ogni volta ha un pulsante proprio: prema solo quello di ciò che ha fatto Lei.`,
    expiredOrder:
      "È passato troppo tempo, quindi non è stato confermato nulla. L’ordine non cambia; soltanto, non permette alcuna pubblicità.",
    button: "Sì, l’ho fatto io",
    otherwise: "Se non lo ha fatto Lei, chiuda questa pagina. Non sarà inviata alcuna pubblicità.",
    until: (when) => `Il pulsante funziona ${italian.until(when)}.`,
    done: "Confermato",
    doneText: "Grazie. Ora è registrato questo:",
    doneLater: "Ogni email pubblicitaria contiene un link per interromperle, con effetto immediato.",
    barred:
      "Dopo aver compilato il modulo ci ha chiesto di smettere, e ciò vale ancora. Se ha cambiato idea, compili di nuovo il modulo.",
    expired: "Questo pulsante è scaduto",
    expiredText:
      "È passato troppo tempo da quando ha compilato il modulo, quindi non è stato confermato nulla. Può compilarlo di nuovo: basta un momento.",
    again: "Compilare di nuovo il modulo",
  },
  notice: {
    title: "Protezione dei dati",
    version: (version) => `Versione ${version}`,
    second: "Per esteso",
  },
};
