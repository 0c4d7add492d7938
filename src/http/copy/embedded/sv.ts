// What a page of the controller's own is told to say, in Swedish.
import type { Embedded } from "./en.ts";

export const sv: Embedded = {
  embedded: {
    retired:
      "Ett av de ändamål som du kryssade i finns inte längre. Det valet har inte sparats, och det leder inte till något mejl.",
  },
};
