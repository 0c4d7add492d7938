// The sentences of mail about rights in Catalan.
import type { RightsSentences } from "./sentences.ts";

export const ca: RightsSentences = {
  link: {
    subject: (controller) => `Les seves dades a ${controller}`,
    asked: (controller) => `En una pàgina de ${controller} s’ha demanat un enllaç per a aquesta adreça.`,
    button: "Veure les seves dades",
    expires: (moment) =>
      `L’enllaç funciona fins al ${moment}. Qui el tingui veu tot el que consta sobre vostè i pot fer que s’esborri: no reenviï aquest missatge.`,
    notYou: "Si no ha estat vostè, no faci res: res no canvia per si sol.",
  },
  nothing: {
    subject: (controller) => `No consta res sobre vostè a ${controller}`,
    none: (controller) =>
      `Ha preguntat què conserva ${controller} sobre vostè. Sobre aquesta adreça, res: ni nom, ni elecció, ni missatge.`,
    erased: (controller) =>
      `Ha preguntat què conserva ${controller} sobre vostè. El que se sabia d’aquesta adreça s’ha esborrat.`,
    trace:
      "Queda un número fet a partir de l’adreça, amb els dies en què va actuar i amb quines paraules. Ningú no hi pot llegir l’adreça; serveix per respectar el que va demanar i per provar que els missatges anteriors eren lícits (RGPD 17(3)(b) i (e)).",
    notYou:
      "Aquesta adreça s’ha guardat només per a aquest missatge i ja no hi és. Si no ha estat vostè qui ho ha preguntat, no ha de fer res.",
  },
  reply: {
    subject: (controller) => `La seva sol·licitud a ${controller}`,
    about: (day, right) => `El ${day} vam rebre la seva sol·licitud: ${right}.`,
    rights: {
      access: "saber què consta sobre vostè (RGPD 15)",
      rectification: "rectificar dades (RGPD 16)",
      erasure: "que se l’esborri (RGPD 17)",
      restriction: "limitar l’ús de les seves dades, o aixecar aquesta limitació (RGPD 18)",
      portability: "endur-se les seves dades (RGPD 20)",
      objection: "oposar-se a l’ús de les seves dades (RGPD 21)",
      other: "una sol·licitud sobre les seves dades",
    },
    received: (day) => `Tindrà la nostra resposta com a molt tard el ${day}.`,
    extended: (day) =>
      `Necessitem més d’un mes. Tindrà la nostra resposta com a molt tard el ${day}. El motiu:`,
    outcome: {
      granted: "Fet.",
      partly: "Ho hem fet en part:",
      refused: "No ho podem fer. El motiu:",
    },
    erased: (controller) =>
      `${controller} ha esborrat tot el que era personal sobre vostè. No es pot desfer.`,
    kept: [
      "Un número fet a partir de la seva adreça, perquè no se li torni a escriure (RGPD 17(3)(b), 21(3)).",
      "De cada acte seu, quin, quan i amb quines paraules, i de cada missatge, quan i amb quina base, per provar que era lícit (RGPD 17(3)(e), 5(2)).",
    ],
    gone: "Només queda el que figura a dalt. La seva adreça s’ha guardat fins a enviar aquest missatge i ja no hi és.",
    complaint:
      "Pot reclamar davant d’una autoritat de protecció de dades i acudir als tribunals (RGPD 77, 79).",
  },
};
