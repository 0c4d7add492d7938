// The sentences of mail in Spanish.
import type { MailCopy } from "./sentences.ts";

export const es: MailCopy = {
  footer: {
    advertising: "Publicidad",
    objection: "Puede oponerse a la publicidad en cualquier momento, sin coste y sin dar motivos.",
    sentBy: "Enviado por",
    unsubscribe: "Darse de baja",
    preferences: "Sus preferencias",
    why: "¿Por qué recibo esto?",
  },
  confirmation: {
    subject: (controller) => `Confirme, por favor: mensajes de ${controller}`,
    asked: (controller) =>
      `Esta dirección se escribió en un formulario de ${controller}, para recibir por correo electrónico:`,
    button: "Confirmar",
    expires: (moment) => `El enlace funciona hasta el ${moment}.`,
    notYou: "Si no ha sido usted, no haga nada: sin su confirmación no recibirá nada.",
  },
  order: {
    subject: (controller) => `Su pedido a ${controller}: ¿ha sido usted?`,
    received: (controller) => `${controller} ha recibido este pedido con su dirección:`,
    please: "Díganos en la página siguiente que es suyo: así sabemos que esta dirección también lo es.",
    button: "Ver y responder",
    expires: (moment) => `El enlace funciona hasta el ${moment}.`,
    notYou:
      "Si no ha sido usted, no pulse el botón de esa página y avísenos en la dirección que figura abajo.",
  },
  information: {
    because: (controller) =>
      `Recibe este mensaje porque lo pidió a ${controller}. No le suscribe a nada más.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} dejará de escribirle`,
    received: (moment) => `Recibimos su solicitud el ${moment} y tuvo efecto de inmediato.`,
    stopped: (controller) => `${controller} ya no le enviará:`,
    stoppedAll: (controller) => `${controller} ya no le enviará publicidad.`,
    questions: "No tiene que hacer nada. Si tiene alguna pregunta, escriba a la dirección que figura abajo.",
  },
  link: {
    subject: (controller) => `El enlace a sus elecciones en ${controller}`,
    asked: (controller) =>
      `Alguien ha pedido un enlace para ver y cambiar lo que ${controller} envía a esta dirección.`,
    button: "Abrir la página",
    expires: (moment) =>
      `Hasta el ${moment}, el enlace demuestra que este buzón es suyo. No se lo pase a nadie.`,
    notYou: "Si no ha sido usted, no haga nada: nada ha cambiado.",
  },
  address: {
    subject: (controller) => `¿Es esta su nueva dirección para ${controller}?`,
    asked: (controller) =>
      `Una persona que recibe correos de ${controller} ha indicado esta dirección como la nueva.`,
    button: "Ver y responder",
    expires: (moment) => `El enlace funciona hasta el ${moment}.`,
    notYou: "Si no ha sido usted, no haga nada: no se enviará nada a esta dirección.",
    noticeSubject: (controller) => `Se ha indicado una nueva dirección a ${controller}`,
    notice: (controller) =>
      `En la página de sus elecciones en ${controller}, abierta con un enlace a este buzón, se ha indicado una nueva dirección. En cuanto el otro buzón responda, lo que usted eligió sigue allí, y aquí ya no se envía nada.`,
    noticeNotYou: "Si no ha sido usted, escriba enseguida a la dirección que figura abajo.",
  },
  guardian: {
    subject: (controller) => `¿Puede este menor recibir correos de ${controller}?`,
    asked: (controller) => `Un menor dio su dirección a ${controller} como la de su padre, madre o tutor.`,
    why: "A esa edad la ley pide su permiso. La página siguiente muestra la dirección del menor y lo que quiere recibir.",
    button: "Ver y responder",
    expires: (moment) => `El enlace funciona hasta el ${moment}.`,
    nothing: "Si no hace nada, no pasa nada: no se envía nada al menor y no se guarda nada de ello.",
  },
  privacyContact: "Protección de datos:",
};
