/** What a person is told of each basis and refusal code, in Italian. */
import type { RecipientWords } from "./recipient-words.ts";

export const it: RecipientWords = {
  "legal-obligation": "La legge ci obbliga a comunicarglielo.",
  rights: "Risponde a una richiesta che ha fatto sui Suoi dati.",
  contract: "Fa parte di un contratto che ha con noi.",
  "double-opt-in":
    "Qualcuno ha scritto questo indirizzo in un modulo, e abbiamo chiesto se lo avesse fatto Lei.",
  "requested-information": "Ci ha chiesto queste informazioni.",
  consent: "Ha dato il Suo consenso.",
  "soft-opt-in":
    "Ha acquistato da noi, Le è stato detto che avremmo potuto scriverle su prodotti simili e non ha rifiutato.",
  "corporate-opt-out": "Le scriviamo in quanto impresa, che non si è opposta.",
  "input-invalid": "Non abbiamo potuto stabilire se possiamo scriverle, quindi non lo abbiamo fatto.",
  "address-invalid":
    "Le nostre email al Suo indirizzo tornavano indietro, quindi abbiamo smesso di inviarne.",
  erased: "I Suoi dati sono stati cancellati, quindi non Le scriviamo più.",
  restricted: "L’uso dei Suoi dati è limitato: per ora ci limitiamo a conservarli.",
  objected: "Ha fatto opposizione alla nostra pubblicità, quindi non la inviamo.",
  "complaint-as-objection": "Ha segnalato un nostro messaggio come spam, quindi abbiamo smesso.",
  withdrawn: "Ci ha chiesto di smettere, quindi abbiamo smesso.",
  "under-age": "Scriviamo ai minori solo con il consenso di un genitore o tutore.",
  "exclusion-register": "Figura in un registro ufficiale di chi non vuole pubblicità, quindi non ne inviamo.",
  "register-stale":
    "Non abbiamo potuto consultare il registro ufficiale di chi non vuole pubblicità, quindi non abbiamo scritto.",
  "third-party-source": "Il Suo indirizzo non ci è stato dato da Lei, quindi non Le inviamo pubblicità.",
  "repermission-no-basis": "Non possiamo scriverle solo per chiedere se possiamo scriverle.",
  "message-noncompliant":
    "A un nostro messaggio mancavano informazioni che Le sono dovute, quindi non è stato inviato.",
  "promo-in-service": "Teniamo la pubblicità fuori dai messaggi che Le servono o che ha chiesto.",
  "ads-in-neutral-mail": "Teniamo la pubblicità fuori dai messaggi che confermano soltanto qualcosa.",
  "no-legal-duty":
    "Non conosciamo alcuna legge che ci obblighi a comunicarglielo, quindi non abbiamo scritto.",
  "no-case": "Non ha alcuna richiesta aperta a cui questo messaggio risponderebbe.",
  "not-necessary": "Non ha con noi alcun contratto in corso che richieda questo messaggio.",
  "doi-limit": "Chiediamo una conferma una sola volta, poco dopo la compilazione di un modulo.",
  "beyond-request": "Non lo ha chiesto, oppure ha già ricevuto tutto ciò che aveva chiesto.",
  "third-party-consent": "Il consenso registrato non è il Suo, quindi non ci basiamo su di esso.",
  "legacy-consent":
    "Il Suo consenso è anteriore alle regole attuali e non abbastanza completo perché ci si possa basare su di esso.",
  "no-proof": "Non possiamo provare che ha dato il consenso, quindi non scriviamo.",
  "not-affirmative": "La domanda non Le lasciava davvero scegliere, quindi non scriviamo.",
  conditional: "Ha dovuto accettare per ottenere altro, quindi non lo consideriamo un consenso.",
  "not-specific": "Una sola casella chiedeva più cose insieme, quindi non ci basiamo su di essa.",
  "controller-not-named": "Il Suo consenso nomina altri e non noi, quindi non scriviamo.",
  "scope-mismatch": "Ha dato il consenso ad altro, quindi non inviamo questo.",
  "not-informed":
    "Quando Le è stato chiesto non Le è stato detto abbastanza, quindi non ci basiamo su di esso.",
  "controller-changed": "L’impresa è cambiata e non Le è stato comunicato, quindi non scriviamo.",
  "doi-unconfirmed": "Non ha premuto il pulsante nella nostra email di conferma, quindi nulla è cominciato.",
  "doi-expired": "Ha confermato quando il link era scaduto, quindi nulla è cominciato.",
  "doi-bot":
    "Il link nella nostra email è stato aperto ma il pulsante non è stato premuto, quindi nulla è cominciato.",
  "consent-decayed": "Non abbiamo Sue notizie da molto tempo, quindi non ci basiamo più sul Suo consenso.",
  "no-sale-context": "Non ha acquistato da noi nulla che ci permetta di scriverle.",
  "free-account-not-sale":
    "Ha un account gratuito presso di noi, e questo da solo non ci permette di scriverle.",
  "not-from-customer": "Non ci ha dato questo indirizzo al momento dell’acquisto, quindi non lo usiamo.",
  "no-optout-at-collection":
    "Al momento dell’acquisto non Le è stato offerto di rifiutare, quindi non scriviamo.",
  "refused-at-collection": "Durante un acquisto ci ha detto di non volere pubblicità, quindi non ne inviamo.",
  "not-same-person": "Ha acquistato da un’altra impresa e non da noi.",
  "not-similar": "Non è simile a ciò che ha acquistato da noi, quindi non lo inviamo.",
  "soft-expired": "Ha acquistato da noi molto tempo fa, quindi non Le scriviamo più per questo motivo.",
  "not-corporate": "Per scriverle ci servirebbe il Suo consenso, e non lo abbiamo.",
  "role-mismatch": "Nulla indica perché questo riguarderebbe il Suo lavoro, quindi non lo abbiamo inviato.",
  "no-lia": "Non abbiamo bilanciato il nostro interesse con il Suo, quindi non scriviamo.",
  "no-art14": "Il messaggio non diceva da dove abbiamo il Suo indirizzo, quindi non è stato inviato.",
  "no-basis": "Nulla di registrato ci permette di scriverle, quindi non lo facciamo.",
};
