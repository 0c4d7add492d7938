// The words of what stands around every page, and what it says when it cannot be shown, in Swedish.
import type { Frame } from "./en.ts";

export const sv: Frame = {
  name: "Svenska",
  language: "Språk",
  privacyContact: "Dataskydd",
  registration: "Registrering",
  laws: { GDPR: "GDPR", ePD: "e-dataskyddsdirektivet", ECD: "e-handelsdirektivet", CJEU: "EU-domstolen" },
  problem: {
    malformed: "Länken är inte fullständig",
    malformedText:
      "En del saknas, eller så har länken ändrats på vägen. Öppna den igen från e-postmeddelandet. Inget har gjorts.",
    notFound: "Här finns ingenting",
    notFoundText: "Adressen kan vara felskriven, eller så finns sidan inte längre.",
    busy: "För många på en gång",
    busyText:
      "Många förfrågningar kom från ditt nätverk. Vänta en minut och försök igen. Inget som vi har bekräftat har gått förlorat.",
    failed: "Något gick fel hos oss",
    failedText: "Det är inte ditt fel. Försök igen om en stund.",
    unsaved: "Vi kan inte spara något just nu",
    unsavedText:
      "Det är inte ditt fel. Det du skickade är inte bekräftat: skicka det igen om en stund. Att skicka två gånger gör ingen skada.",
    missing: "Inget är inställt än",
    missingText:
      "Den som driver servern anger i filen licet.yaml vem som skriver, varför och med vilka ord, och kör:",
  },
};
