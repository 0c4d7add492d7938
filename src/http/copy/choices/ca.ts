// The words of the way out, the preferences and the reason for a mail, in Catalan.
import { catalan } from "../../../mail/articles.ts";
import type { Choices } from "./en.ts";

export const ca: Choices = {
  wayOut: {
    title: "Deixar de rebre aquests correus?",
    titleAll: "Deixar de rebre tota la nostra publicitat?",
    lead: (purpose) => `Un clic, i no li tornem a enviar «${purpose}» si no ho demana.`,
    leadAll: "Un clic, i no li tornem a enviar publicitat si no la demana.",
    button: "Deixar de rebre’ls",
    manage: "Veure i canviar totes les seves eleccions",
    done: "Fet",
    doneText: (purpose) => `Ja no li enviem «${purpose}». Val des d’ara mateix.`,
    doneAll: "Ja no li enviem cap publicitat. Val des d’ara mateix.",
  },
  preferences: {
    title: "Les seves eleccions",
    lead: "Cada línia és una finalitat. El que aturi aquí s’atura a l’instant.",
    receiving: "Sí",
    waiting: "Encara no: a l’espera de la seva confirmació",
    stopped: "No, ho va aturar vostè",
    none: "No",
    since: (when) => catalan.since(when),
    waitingText: "Premi el botó del correu que li vam enviar, o torni a omplir el formulari.",
    leave: "Deixar",
    leaveNamed: (purpose) => `Deixar «${purpose}»`,
    join: "Subscriure-m’hi",
    joinNamed: (purpose) => `Subscriure’m a «${purpose}»`,
    all: "Cap més publicitat",
    allText: "Aleshores només li escrivim el que pertany a una comanda o el que exigeix la llei.",
    leaveAll: "Deixar-ho tot",
    saved: "Fet. Val des d’ara mateix.",
    why: "Per què he rebut aquest correu?",
  },
  why: {
    title: "Per què ha rebut aquest correu",
    lead: (purpose, when) => `Li vam enviar «${purpose}» ${catalan.on(when)}.`,
    relied: "Ens vam basar en això:",
    consentGiven: "Va marcar una casella",
    sale: "Va comprar alguna cosa",
    request: "Va demanar informació",
    contract: "Té un contracte amb nosaltres",
    other: "Consta al registre",
    when: "Quan",
    where: "On",
    elsewhere: (source) =>
      `Ens va arribar d’un altre sistema (${source}). Les paraules es conserven allà amb aquesta marca:`,
    confirmed: "Confirmat",
    confirmedText: (when) => `Va prémer el botó del nostre correu ${catalan.on(when)}.`,
    articles: "La llei",
    used: "Fet servir",
    usedText: (when) =>
      `Ho vam tornar a comprovar en el moment de l’enviament, ${catalan.on(when)}, i valia.`,
    number: "Marca",
    since: "Des d’aleshores ja no val: no li ho enviem més.",
    stop: "Deixar de rebre aquests correus",
    notFound: "No hem trobat aquest correu",
    notFoundText: "El que en sabíem s’ha esborrat, o no es va arribar a lliurar mai.",
    answered:
      "Aquest correu responia a una cosa que es va fer amb la seva adreça en un dels nostres formularis. No és publicitat, i no se’n segueix cap altre.",
  },
};
