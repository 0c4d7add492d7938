// The words of what stands around every page, and what it says when it cannot be shown, in Spanish.
import type { Frame } from "./en.ts";

export const es: Frame = {
  name: "Español",
  language: "Idioma",
  privacyContact: "Protección de datos",
  registration: "Registro",
  laws: {
    GDPR: "RGPD",
    ePD: "Directiva sobre privacidad electrónica",
    ECD: "Directiva sobre comercio electrónico",
    CJEU: "TJUE",
  },
  problem: {
    malformed: "Este enlace no está completo",
    malformedText:
      "Falta una parte o se cambió por el camino. Ábralo de nuevo desde el correo. No se ha hecho nada.",
    notFound: "Aquí no hay nada",
    notFoundText: "Quizá la dirección está mal escrita o la página ya no existe.",
    busy: "Demasiadas a la vez",
    busyText:
      "Han llegado muchas peticiones desde su red. Espere un minuto e inténtelo de nuevo. No se ha perdido nada de lo que habíamos confirmado.",
    unsaved: "Ahora mismo no podemos guardar nada",
    unsavedText:
      "No es culpa suya. Lo que ha enviado no está confirmado: envíelo de nuevo en un momento. Enviarlo dos veces no hace ningún daño.",
    failed: "Algo ha fallado por nuestra parte",
    failedText: "No es culpa suya. Inténtelo de nuevo en un momento.",
    missing: "Todavía no hay nada configurado",
    missingText:
      "Quien lleva este servidor declara quién escribe, para qué y con qué palabras en el archivo licet.yaml, y ejecuta:",
  },
};
