// The sentences of mail about rights in Spanish.
import type { RightsSentences } from "./sentences.ts";

export const es: RightsSentences = {
  link: {
    subject: (controller) => `Sus datos en ${controller}`,
    asked: (controller) => `En una página de ${controller} se ha pedido un enlace para esta dirección.`,
    button: "Ver sus datos",
    expires: (moment) =>
      `El enlace funciona hasta el ${moment}. Quien lo tenga ve todo lo que consta sobre usted y puede hacer que se borre: no reenvíe este mensaje.`,
    notYou: "Si no ha sido usted, no haga nada: nada cambia por sí solo.",
  },
  nothing: {
    subject: (controller) => `No consta nada sobre usted en ${controller}`,
    none: (controller) =>
      `Ha preguntado qué conserva ${controller} sobre usted. Sobre esta dirección, nada: ni nombre, ni elección, ni mensaje.`,
    erased: (controller) =>
      `Ha preguntado qué conserva ${controller} sobre usted. Lo que se sabía de esta dirección se ha borrado.`,
    trace:
      "Queda un número hecho a partir de la dirección, con los días en que actuó y con qué palabras. Nadie puede leer en él la dirección; sirve para respetar lo que pidió y para probar que los mensajes anteriores eran lícitos (RGPD 17(3)(b) y (e)).",
    notYou:
      "Esta dirección se ha guardado solo para este mensaje y ya no está. Si no fue usted quien preguntó, no tiene que hacer nada.",
  },
  reply: {
    subject: (controller) => `Su solicitud a ${controller}`,
    about: (day, right) => `El ${day} recibimos su solicitud: ${right}.`,
    rights: {
      access: "saber qué consta sobre usted (RGPD 15)",
      rectification: "rectificar datos (RGPD 16)",
      erasure: "que se le borre (RGPD 17)",
      restriction: "limitar el uso de sus datos, o levantar esa limitación (RGPD 18)",
      portability: "llevarse sus datos (RGPD 20)",
      objection: "oponerse al uso de sus datos (RGPD 21)",
      other: "una solicitud sobre sus datos",
    },
    received: (day) => `Tendrá nuestra respuesta a más tardar el ${day}.`,
    extended: (day) =>
      `Necesitamos más de un mes. Tendrá nuestra respuesta a más tardar el ${day}. El motivo:`,
    outcome: {
      granted: "Hecho.",
      partly: "Lo hemos hecho en parte:",
      refused: "No podemos hacerlo. El motivo:",
    },
    erased: (controller) =>
      `${controller} ha borrado todo lo personal que tenía sobre usted. No se puede deshacer.`,
    kept: [
      "Un número hecho a partir de su dirección, para que no se le vuelva a escribir (RGPD 17(3)(b), 21(3)).",
      "De cada acto suyo, cuál, cuándo y con qué palabras, y de cada mensaje, cuándo y con qué base, para probar que era lícito (RGPD 17(3)(e), 5(2)).",
    ],
    gone: "Solo queda lo que figura arriba. Su dirección se ha guardado hasta enviar este mensaje y ya no está.",
    complaint:
      "Puede reclamar ante una autoridad de protección de datos y acudir a los tribunales (RGPD 77, 79).",
  },
};
