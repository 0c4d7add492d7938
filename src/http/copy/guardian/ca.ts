// The words for children and for the parent or guardian who decides with them, in Catalan.
import type { GuardianWords } from "./en.ts";

export const ca: GuardianWords = {
  guardian: {
    birthDate: "Data de naixement",
    birthHint:
      "Això també s’adreça a infants. La llei vol saber si cal el permís del pare o de la mare; la data no serveix per a res més.",
    mistakes: {
      "birth-missing": "Indiqui la data de naixement.",
      "birth-malformed": "No pot ser una data de naixement. Escrigui any, mes i dia, com ara 2014-03-31.",
      "guardian-missing": "Indiqui l’adreça electrònica del pare, la mare o el tutor.",
      "guardian-malformed":
        "L’adreça del pare, la mare o el tutor no sembla una adreça electrònica. Un exemple: nom@example.org.",
      "guardian-same": "L’adreça del pare, la mare o el tutor ha de ser diferent de la de l’infant.",
    },
    young: (age: number) => `Menys de ${age} anys: cal el permís dels pares`,
    youngText:
      "La llei només permet inscriure’s juntament amb el pare, la mare o el tutor. Indiqui l’adreça electrònica d’un d’ells i l’hi preguntarem. Fins que doni permís no guardem res del que s’ha escrit ni enviem res a l’infant.",
    field: "Adreça electrònica del pare, la mare o el tutor",
    asked: "Ja ho hem preguntat als pares",
    askedText: (until: string) =>
      `Un missatge amb un enllaç va de camí al pare, la mare o el tutor. Si ningú no dona permís abans del ${until}, no passa res i no guardem res del que s’ha escrit.`,
    title: "Es pot inscriure aquest infant?",
    lead: "Un infant vol rebre els nostres missatges i és massa jove per decidir-ho sol. Anirien a aquesta adreça:",
    words: "L’infant ha marcat:",
    born: (day: string) => `Data de naixement indicada: ${day}.`,
    statement:
      "En prémer el botó declara que és major d’edat, que és el pare, la mare o el tutor d’aquest infant i que hi està d’acord.",
    button: "Sí, hi dono permís",
    otherwise:
      "Si no hi està d’acord, tanqui aquesta pàgina. Aleshores no s’envia res a l’infant i no guardem res del que s’ha escrit.",
    done: "El seu permís queda registrat",
    doneText:
      "El pot retirar quan vulgui: cada missatge publicitari porta un enllaç per aturar-ho, i pot escriure al nostre contacte de protecció de dades.",
    doneMail: "La bústia de l’infant rep ara un missatge amb un botó. Res no comença abans que es premi.",
    expired: "Aquest enllaç ha caducat",
    expiredText:
      "No s’ha registrat res i no hem guardat res del que s’havia escrit. L’infant pot tornar a omplir el formulari.",
  },
};
