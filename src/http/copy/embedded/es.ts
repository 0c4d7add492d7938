// What a page of the controller's own is told to say, in Spanish.
import type { Embedded } from "./en.ts";

export const es: Embedded = {
  embedded: {
    retired:
      "Una de las finalidades que ha marcado ya no existe. Esa elección no se ha registrado y no dará lugar a ningún correo.",
  },
};
