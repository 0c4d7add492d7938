// The words of what stands around every page, and what it says when it cannot be shown, in Danish.
import type { Frame } from "./en.ts";

export const da: Frame = {
  name: "Dansk",
  language: "Sprog",
  privacyContact: "Databeskyttelse",
  registration: "Registrering",
  laws: {
    GDPR: "GDPR",
    ePD: "e-databeskyttelsesdirektivet",
    ECD: "e-handelsdirektivet",
    CJEU: "EU-Domstolen",
  },
  problem: {
    malformed: "Linket er ikke fuldstændigt",
    malformedText:
      "En del mangler, eller linket er blevet ændret undervejs. Åbn det igen fra e-mailen. Intet er blevet gjort.",
    notFound: "Her er ingenting",
    notFoundText: "Adressen kan være skrevet forkert, eller siden findes ikke længere.",
    busy: "For mange på én gang",
    busyText:
      "Der kom mange forespørgsler fra dit netværk. Vent et minut, og prøv igen. Intet af det, vi havde bekræftet, er gået tabt.",
    failed: "Noget gik galt hos os",
    failedText: "Det er ikke din skyld. Prøv igen om et øjeblik.",
    unsaved: "Vi kan ikke gemme noget lige nu",
    unsavedText:
      "Det er ikke din skyld. Det, du sendte, er ikke bekræftet: send det igen om et øjeblik. Det gør ingen skade at sende det to gange.",
    missing: "Intet er sat op endnu",
    missingText:
      "Den, der driver denne server, angiver i filen licet.yaml, hvem der skriver, hvorfor og med hvilke ord, og kører:",
  },
};
