// The sentences of mail in Catalan.
import { catalan } from "../articles.ts";
import type { MailCopy } from "./sentences.ts";

export const ca: MailCopy = {
  footer: {
    advertising: "Publicitat",
    objection: "Pot oposar-se a la publicitat en qualsevol moment, sense cost i sense donar motius.",
    sentBy: "Enviat per",
    unsubscribe: "Donar-se de baixa",
    preferences: "Les seves eleccions",
    why: "Per què rebo això?",
  },
  confirmation: {
    subject: (controller) => `Per confirmar: missatges de ${controller}`,
    asked: (controller) =>
      `Aquesta adreça es va escriure en un formulari de ${controller}, per rebre per correu electrònic:`,
    button: "Confirmar",
    expires: (moment) => `L’enllaç funciona ${catalan.until(moment)}.`,
    notYou: "Si no ha estat vostè, no faci res: sense la seva confirmació no rebrà res.",
  },
  order: {
    subject: (controller) => `La seva comanda a ${controller}: ha estat vostè?`,
    received: (controller) => `${controller} ha rebut aquesta comanda amb la seva adreça:`,
    please: "Digui’ns a la pàgina següent que és seva: així sabem que aquesta adreça també ho és.",
    button: "Veure i respondre",
    expires: (moment) => `L’enllaç funciona ${catalan.until(moment)}.`,
    notYou:
      "Si no ha estat vostè, no premi el botó d’aquella pàgina i avisi’ns a l’adreça que consta a sota.",
  },
  information: {
    because: (controller) =>
      `Rep aquest missatge perquè el va demanar a ${controller}. No el subscriu a res més.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} deixarà d’escriure-li`,
    received: (moment) => `Vam rebre la seva sol·licitud ${catalan.on(moment)} i va tenir efecte immediat.`,
    stopped: (controller) => `${controller} ja no li enviarà:`,
    stoppedAll: (controller) => `${controller} ja no li enviarà publicitat.`,
    questions: "No ha de fer res. Si té cap pregunta, escrigui a l’adreça que consta a sota.",
  },
  link: {
    subject: (controller) => `L’enllaç a les seves eleccions a ${controller}`,
    asked: (controller) =>
      `Algú ha demanat un enllaç per veure i canviar el que ${controller} envia a aquesta adreça.`,
    button: "Obrir la pàgina",
    expires: (moment) =>
      `L’enllaç demostra que aquesta bústia és seva, ${catalan.until(moment)}. No el passi a ningú.`,
    notYou: "Si no ha estat vostè, no faci res: no ha canviat res.",
  },
  address: {
    subject: (controller) => `És aquesta la seva nova adreça per a ${controller}?`,
    asked: (controller) =>
      `Una persona que rep correus de ${controller} ha indicat aquesta adreça com la nova.`,
    button: "Veure i respondre",
    expires: (moment) => `L’enllaç funciona ${catalan.until(moment)}.`,
    notYou: "Si no ha estat vostè, no faci res: no s’enviarà res a aquesta adreça.",
    noticeSubject: (controller) => `S’ha indicat una nova adreça a ${controller}`,
    notice: (controller) =>
      `A la pàgina de les seves eleccions a ${controller}, oberta amb un enllaç a aquesta bústia, s’ha indicat una nova adreça. Tan bon punt aquella bústia respongui, el que ha triat continua allà, i aquí ja no s’envia res.`,
    noticeNotYou: "Si no ha estat vostè, escrigui de seguida a l’adreça que consta a sota.",
  },
  guardian: {
    subject: (controller) => `Pot aquest infant rebre missatges de ${controller}?`,
    asked: (controller) =>
      `Un infant ha donat la seva adreça a ${controller} com la del pare, la mare o el tutor.`,
    why: "A aquesta edat la llei demana el seu permís. La pàgina següent mostra l’adreça de l’infant i què vol rebre.",
    button: "Veure i respondre",
    expires: (moment) => `L’enllaç funciona fins al ${moment}.`,
    nothing: "Si no fa res, no passa res: no s’envia res a l’infant i no se’n guarda res.",
  },
  privacyContact: "Protecció de dades:",
};
