// What a page of the controller's own is told to say, in German.
import type { Embedded } from "./en.ts";

export const de: Embedded = {
  embedded: {
    retired:
      "Einen der Zwecke, die Sie angekreuzt haben, gibt es nicht mehr. Diese Wahl wurde nicht gespeichert; deswegen kommt keine E-Mail.",
  },
};
