// The words for children and for the parent or guardian who decides with them, in Italian.
import type { GuardianWords } from "./en.ts";

export const it: GuardianWords = {
  guardian: {
    birthDate: "Data di nascita",
    birthHint:
      "Questo si rivolge anche ai bambini. La legge vuole sapere se serve il consenso di un genitore; la data non serve ad altro.",
    mistakes: {
      "birth-missing": "Indichi la data di nascita.",
      "birth-malformed": "Non può essere una data di nascita. Scriva anno, mese e giorno, come 2014-03-31.",
      "guardian-missing": "Indichi l’indirizzo email di un genitore o tutore.",
      "guardian-malformed":
        "L’indirizzo del genitore o tutore non sembra un indirizzo email. Un esempio: nome@example.org.",
      "guardian-same": "L’indirizzo del genitore o tutore deve essere diverso da quello del minore.",
    },
    young: (age: number) => `Meno di ${age} anni: serve il consenso di un genitore`,
    youngText:
      "La legge permette l’iscrizione solo insieme a un genitore o tutore. Indichi l’indirizzo email di uno di loro e lo chiederemo lì. Fino al consenso non conserviamo nulla di ciò che è stato scritto e non inviamo nulla al minore.",
    field: "Indirizzo email di un genitore o tutore",
    asked: "Lo abbiamo chiesto a un genitore",
    askedText: (until: string) =>
      `Un messaggio con un link è in viaggio verso il genitore o tutore. Se nessuno acconsente entro il ${until}, non succede nulla e non conserviamo nulla di ciò che è stato scritto.`,
    title: "Questo minore può iscriversi?",
    lead: "Un minore desidera ricevere i nostri messaggi ed è troppo giovane per deciderlo da solo. Andrebbero a questo indirizzo:",
    words: "Il minore ha spuntato:",
    born: (day: string) => `Data di nascita indicata: ${day}.`,
    statement:
      "Premendo il pulsante dichiara di essere maggiorenne, di essere il genitore o tutore di questo minore e di acconsentire.",
    button: "Sì, acconsento",
    otherwise:
      "Se non è d’accordo, chiuda questa pagina. Allora al minore non si invia nulla e non conserviamo nulla di ciò che è stato scritto.",
    done: "Il Suo consenso è registrato",
    doneText:
      "Può revocarlo in qualsiasi momento: ogni messaggio pubblicitario contiene un link per smettere, e può scrivere al nostro contatto per la protezione dei dati.",
    doneMail:
      "La casella del minore riceve ora un messaggio con un pulsante. Nulla comincia prima che venga premuto.",
    expired: "Questo link è scaduto",
    expiredText:
      "Non è stato registrato nulla e non abbiamo conservato nulla di ciò che è stato scritto. Il minore può compilare di nuovo il modulo.",
  },
};
