// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Spanish.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("es", { one: "# vez", many: "# de veces", other: "# veces" });

export const es: Forms = {
  whole: "Todo sobre sus datos",
  form: {
    email: "Correo electrónico",
    country: "País",
    countryHint: "No es obligatorio. Solo sirve para saber qué ley le protege mejor.",
    noCountry: "Prefiero no decirlo",
    products: "¿Qué desea?",
    boxes: "¿Podemos escribirle?",
    boxesHint: "Usted decide. Nada está marcado de antemano y nada depende de ello.",
    confirmHint:
      "Si marca una casilla, le enviamos un único correo para comprobar que ha sido usted. Nada empieza antes de que pulse su botón.",
    softOptIn: "Productos similares",
    refusalKept: "Ha marcado que no quiere estos correos. Lo hemos guardado.",
    notice: "Información básica sobre protección de datos",
    signUp: "Suscribirme",
    order: "Pedido con obligación de pago",
    informationRequest: "Envíenmelo",
    unavailable: "Este formulario está cerrado",
    unavailableText: "No hay ningún formulario en esta dirección, o ya no se usa.",
  },
  mistakes: {
    title: "Falta algo",
    prefix: "Por favor, revise: ",
    "address-missing": "Escriba su correo electrónico.",
    "address-malformed": "Esto no parece un correo electrónico. Por ejemplo: nombre@example.org.",
    "country-unknown": "Elija un país de la lista o déjelo sin indicar.",
    "product-missing": "Elija qué desea pedir.",
    "nothing-asked": "Marque al menos una casilla. Sin ella no hay nada a lo que suscribirse.",
    tickAgain:
      "Para protegerle, nunca marcamos una casilla en su lugar. Si había marcado alguna, márquela de nuevo.",
    unknownPage:
      "Esta página no llegó completa y no se ha registrado nada. Aquí está otra vez, con lo que había escrito. Revísela y envíela de nuevo.",
  },
  thanks: {
    signUp: "Gracias",
    order: "Gracias por su pedido",
    informationRequest: "Está en camino",
    look: "Ahora mire su correo",
    mailbox:
      "Le enviamos un mensaje con un botón para confirmar. Hasta que lo pulse, nada empieza. Suele llegar enseguida; tras varias solicitudes puede tardar hasta un día, porque escribimos a una misma dirección pocas veces al día. Si no llega, quizá la dirección esté mal escrita.",
    orderMail: "Le enviamos un mensaje sobre este pedido, con un botón para decirnos que es suyo.",
    orderOpens: "Hasta que lo pulse, el pedido no permite enviar publicidad a esta dirección.",
    refused: "No quiere recibir correos sobre productos similares. Ya queda registrado.",
    recorded:
      "Su elección queda registrada. Cada correo publicitario lleva un enlace para dejar de recibirlo.",
    reference: (reference) => `Su número de pedido es ${reference}.`,
    answer:
      "Le enviamos lo que ha pedido a su correo, y nada más. Si lo ha pedido varias veces, puede tardar un día.",
    kept: "No ha marcado ninguna casilla: solo le escribiremos sobre este pedido.",
  },
  confirm: {
    title: "¿Ha sido usted?",
    lead: (when) => `El ${when} alguien escribió su dirección en nuestro formulario y marcó:`,
    leadOrder: (when) => `El ${when} alguien hizo este pedido con su dirección:`,
    country: (name) => `País indicado: ${name}.`,
    told: "Junto al pedido figuraba esto, y la casilla para oponerse quedó sin marcar:",
    refused: "Se marcó la casilla de no recibir correos sobre productos similares. Sigue valiendo.",
    several: (count) =>
      `Su dirección se usó ${times(count)}. Cada vez tiene su propio botón: pulse solo el de lo que hizo usted.`,
    expiredOrder:
      "Ha pasado demasiado tiempo: no se ha confirmado nada. El pedido no cambia por ello; solo que no permite enviarle publicidad.",
    button: "Sí, he sido yo",
    otherwise: "Si no ha sido usted, cierre esta página. No se enviará publicidad.",
    until: (when) => `El botón funciona hasta el ${when}.`,
    done: "Confirmado",
    doneText: "Gracias. Ahora queda registrado:",
    doneLater: "Cada correo publicitario lleva un enlace para dejar de recibirlo, con efecto inmediato.",
    barred:
      "Después de rellenar el formulario nos pidió que paráramos, y sigue valiendo. Si ha cambiado de opinión, rellene el formulario otra vez.",
    expired: "Este botón ha caducado",
    expiredText:
      "Ha pasado demasiado tiempo desde que rellenó el formulario: no se ha confirmado nada. Puede rellenarlo otra vez; es un momento.",
    again: "Rellenar el formulario otra vez",
  },
  notice: {
    title: "Protección de datos",
    version: (version) => `Versión ${version}`,
    second: "Completa",
  },
};
