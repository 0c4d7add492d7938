// The words for what arrives in a way that nobody expects, in Spanish.
import type { Arrival } from "./en.ts";

export const es: Arrival = {
  arrival: {
    trap: "Deje este campo vacío",
    tooLarge: "Era demasiado de una vez",
    tooLargeText:
      "Lo enviado es más grande que cualquiera de nuestros formularios y no lo hemos leído. No se ha registrado nada. Vuelva atrás: quizá siga ahí lo que había escrito.",
    nothing: "No se ha registrado nada",
    boxesGone:
      "Tenía esta página abierta desde hace tiempo y, mientras tanto, hemos dejado de ofrecer lo que marcó aquí. No se ha registrado y no recibirá ningún correo por ello:",
    requestGone: "Lo que pidió ya no se ofrece. No se ha registrado nada y no le llegará ningún correo.",
  },
};
