// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Catalan.
import { catalan } from "../../../mail/articles.ts";
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("ca", { one: "una vegada", many: "# de vegades", other: "# vegades" });

export const ca: Forms = {
  whole: "Tot sobre les seves dades",
  form: {
    email: "Correu electrònic",
    country: "País",
    countryHint: "No és obligatori. Només serveix per saber quina llei el protegeix millor.",
    noCountry: "M’estimo més no dir-ho",
    products: "Què desitja?",
    boxes: "Li podem escriure?",
    boxesHint: "Vostè decideix. Res no està marcat per endavant i res no en depèn.",
    confirmHint:
      "Si marca una casella, li enviem un únic correu per comprovar que ha estat vostè. Res no comença abans que premi el botó que porta.",
    softOptIn: "Productes similars",
    refusalKept: "Ha marcat que no vol aquests correus. Ho hem desat.",
    notice: "Informació bàsica sobre protecció de dades",
    signUp: "Subscriure-m’hi",
    order: "Comanda amb obligació de pagament",
    informationRequest: "Envieu-m’ho",
    unavailable: "Aquest formulari està tancat",
    unavailableText: "No hi ha cap formulari en aquesta adreça, o ja no es fa servir.",
  },
  mistakes: {
    title: "Falta alguna cosa",
    prefix: "Cal revisar: ",
    "address-missing": "Escrigui el seu correu electrònic.",
    "address-malformed": "Això no sembla un correu electrònic. Per exemple: nom@example.org.",
    "country-unknown": "Triï un país de la llista o deixi-ho sense indicar.",
    "product-missing": "Triï què desitja demanar.",
    "nothing-asked": "Marqui almenys una casella. Sense cap no hi ha res a què subscriure’s.",
    tickAgain:
      "Per protegir-lo, mai no marquem una casella en lloc seu. Si n’havia marcat alguna, torni-la a marcar.",
    unknownPage:
      "Aquesta pàgina no va arribar sencera, i per això no s’ha registrat res. Aquí la té de nou, amb el que havia escrit. Revisi-la i torni-la a enviar.",
  },
  thanks: {
    signUp: "Gràcies",
    order: "Gràcies per la seva comanda",
    informationRequest: "Està en camí",
    look: "Ara miri el seu correu",
    mailbox:
      "Li enviem un missatge amb un botó per confirmar. Fins que el premi, res no comença. Sol arribar de seguida; després de diverses sol·licituds pot trigar fins a un dia, perquè escrivim a una mateixa adreça poques vegades al dia. Si no arriba, potser l’adreça està mal escrita.",
    orderMail: "Li enviem un missatge sobre aquesta comanda, amb un botó per dir-nos que és seva.",
    orderOpens: "Fins que el premi, la comanda no permet enviar publicitat a aquesta adreça.",
    refused: "No vol rebre correus sobre productes similars. Ara queda registrat.",
    recorded:
      "La seva elecció queda registrada. Cada correu publicitari porta un enllaç per deixar de rebre’n.",
    reference: (reference) => `El seu número de comanda és ${reference}.`,
    answer:
      "Li enviem el que ha demanat al seu correu, i res més. Si ho ha demanat diverses vegades, pot trigar un dia.",
    kept: "No ha marcat cap casella: només li escriurem sobre aquesta comanda.",
  },
  confirm: {
    title: "Ha estat vostè?",
    lead: (when) => `Algú, ${catalan.on(when)}, va escriure la seva adreça al nostre formulari i va marcar:`,
    leadOrder: (when) => `Algú, ${catalan.on(when)}, va fer aquesta comanda amb la seva adreça:`,
    country: (name) => `País indicat: ${name}.`,
    told: "Al costat de la comanda hi havia això, i la casella per oposar-s’hi va quedar sense marcar:",
    refused: "Es va marcar la casella de no rebre correus sobre productes similars. Continua valent.",
    several: (count) =>
      `La seva adreça es va fer servir ${times(count)}. Cada vegada té el seu propi botó: premi només el del que va fer vostè.`,
    expiredOrder:
      "Ha passat massa temps: no s’ha confirmat res. La comanda no canvia per això; només que no permet enviar-li publicitat.",
    button: "Sí, he estat jo",
    otherwise: "Si no ha estat vostè, tanqui aquesta pàgina. No s’enviarà cap publicitat.",
    until: (when) => `El botó funciona ${catalan.until(when)}.`,
    done: "Confirmat",
    doneText: "Gràcies. Ara queda registrat:",
    doneLater: "Cada correu publicitari porta un enllaç per deixar de rebre’n, amb efecte immediat.",
    barred:
      "Després d’omplir el formulari ens va demanar que paréssim, i encara val. Si ha canviat d’opinió, torni a omplir el formulari.",
    expired: "Aquest botó ha caducat",
    expiredText:
      "Ha passat massa temps des que va omplir el formulari: no s’ha confirmat res. El pot tornar a omplir; és un moment.",
    again: "Tornar a omplir el formulari",
  },
  notice: {
    title: "Protecció de dades",
    version: (version) => `Versió ${version}`,
    second: "Completa",
  },
};
