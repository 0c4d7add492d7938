// The words of the first page and the built-in mailbox, for who tries Licet out, in Spanish.
import type { Newcomer } from "./en.ts";

export const es: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Configurado para ${controller}`,
    title: "¿Está permitido?",
    lead: "Licet lo pregunta antes de cada envío: para esta persona, para esta finalidad, en este momento. Sin una prueba en el registro, la respuesta es no.",
    forms: "Donde se dice que sí",
    formsText: "Cada formulario guarda las palabras exactas que se mostraron.",
    kinds: { signUp: "Suscripción", order: "Pedido", informationRequest: "Información" },
    mailbox: "Donde llega el correo",
    mailboxText:
      "No hay servidor de correo configurado: un buzón incorporado lo recoge todo. Nada sale de esta máquina.",
    openMailbox: "Abrir el buzón",
    commands: "Donde usted decide",
    commandsText: "En un terminal, junto a este servidor:",
    audience: "a quién se puede escribir, a quién no y por qué",
    explain: "la historia completa de una persona, con los artículos",
    send: "preguntar por cada persona, enviar donde está permitido, guardar la prueba",
  },
  mailbox: {
    search: "Enviado a",
    show: "Mostrar",
    nobody: "No se ha enviado nada a esta dirección.",
    title: "Buzón",
    lead: "Todos los correos que esta máquina habría enviado.",
    empty: "Nada todavía. Rellene un formulario o envíe una campaña.",
    older: "Anteriores",
    newest: "Los más recientes",
    all: "Todos los correos",
    to: "Para",
    from: "De",
    received: "Recibido",
    headers: "Cabeceras",
    text: "Texto sin formato",
    html: "Como lo muestra un programa de correo",
    oneClick: "Cancelar suscripción",
    oneClickText:
      "Un programa de correo muestra este botón a partir de las cabeceras List-Unsubscribe y List-Unsubscribe-Post.",
    noSubject: "(sin asunto)",
  },
};
