// Ready wordings in Spanish. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const es: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Puedo retirar este consentimiento cuando quiera con el enlace que lleva cada correo.",
  anyBox: "Sí, {controller} puede escribirme por correo electrónico sobre: {label}.",
  samples: {
    howOften: "como mucho dos veces al mes",
    topic: "nuestro calzado nuevo y su cuidado",
  },
  boxes: {
    newsletter: {
      label: "Boletín de noticias",
      clause:
        "Sí, {controller} puede enviarme por correo electrónico su boletín de noticias, {howOften}. Trata de: {topic}.",
      aim: "Enviarle nuestro boletín de noticias por correo electrónico.",
    },
    offers: {
      label: "Ofertas y descuentos",
      clause:
        "Sí, {controller} puede enviarme por correo electrónico ofertas y descuentos, {howOften}. Son de: {topic}.",
      aim: "Enviarle ofertas y descuentos por correo electrónico.",
    },
    events: {
      label: "Actos e invitaciones",
      clause: "Sí, {controller} puede enviarme por correo electrónico invitaciones a sus actos, {howOften}.",
      aim: "Invitarle a nuestros actos por correo electrónico.",
    },
    surveys: {
      label: "Encuestas",
      clause:
        "Sí, {controller} puede enviarme encuestas por correo electrónico, {howOften}, para saber qué opino de sus productos y servicios.",
      aim: "Preguntarle por correo electrónico, con encuestas, qué opina de nuestros productos y servicios.",
    },
    "partner-offers": {
      label: "Ofertas de nuestros socios",
      clause:
        "Sí, {controller} puede enviarme por correo electrónico ofertas de otras empresas, {howOften}. Son ofertas de: {partners}. Mi dirección no se comunica a esas empresas.",
      aim: "Enviarle por correo electrónico ofertas de las empresas que se nombran junto a la casilla. No les comunicamos su dirección.",
    },
    "order-reminder": {
      label: "Recordatorio de un pedido sin terminar",
      clause:
        "Sí, cuando empiece un pedido y no lo termine, {controller} puede recordármelo una vez por correo electrónico.",
      aim: "Recordarle una vez, por correo electrónico, un pedido que empezó y no terminó.",
    },
    "email-tracking": {
      label: "Medición de aperturas y clics",
      clause:
        "Sí, {controller} puede registrar cuándo abro sus correos y qué enlaces sigo, para saber qué me interesa. Si dejo esta casilla en blanco, recibiré los mismos correos, sin medición.",
      aim: "Medir qué correos abre y qué enlaces sigue.",
    },
  },
  similarProducts: {
    label: "Productos similares a los que ha comprado",
    text: "Como es cliente, {controller} podrá enviarle correos electrónicos sobre productos propios similares a los que compra, {howOften}. Puede oponerse gratis, ahora con esta casilla y más adelante con el enlace que lleva cada correo.",
    refusal: "No quiero recibir correos sobre productos similares.",
    aim: "Escribirle por correo electrónico sobre productos propios similares a los que compra, si no se opone.",
  },
  information: {
    label: "La información que ha pedido",
    aim: "Enviarle por correo electrónico la información que nos pide: {topic}. Nada más.",
  },
  rows: {
    controller: {
      title: "Responsable",
      text: "{controller}, {address}. Contacto de protección de datos: {contact}.",
    },
    purpose: { title: "Finalidad" },
    basis: {
      title: "Base jurídica",
      consent: "Su consentimiento (art. 6.1.a del RGPD). No darlo no tiene ninguna consecuencia.",
      customer:
        "Nuestro interés legítimo en dar a conocer lo que vendemos a quien ya es cliente (art. 6.1.f del RGPD) y la excepción que la ley de su país prevé para los clientes.",
      request: "Su solicitud (art. 6.1.b del RGPD).",
    },
    recipients: {
      title: "Destinatarios",
      text: "Solo empresas que trabajan para nosotros por contrato, como encargados del tratamiento: {recipients}. No vendemos sus datos.",
    },
    transfers: {
      title: "Transferencias internacionales",
      text: "Sus datos no salen del Espacio Económico Europeo.",
    },
    retention: {
      title: "Plazo de conservación",
      text: "Hasta que retire su consentimiento o se oponga. Si no tenemos noticias suyas, dejamos de escribirle a los {months} meses.",
    },
    rights: {
      title: "Sus derechos",
      text: "Puede retirar su consentimiento u oponerse a la publicidad en cualquier momento, con el enlace que lleva cada correo. Puede acceder a sus datos, rectificarlos, suprimirlos, limitar su uso y llevárselos: escriba a {contact}. Puede reclamar ante la autoridad de protección de datos: {authority}.",
    },
    more: {
      title: "Información adicional",
      text: "La información completa sobre protección de datos está enlazada junto a esta tabla.",
    },
  },
};
