// The words of what stands around every page, and what it says when it cannot be shown, in Dutch.
import type { Frame } from "./en.ts";

export const nl: Frame = {
  name: "Nederlands",
  language: "Taal",
  privacyContact: "Gegevensbescherming",
  registration: "Inschrijving",
  laws: { GDPR: "AVG", ePD: "e-privacyrichtlijn", ECD: "richtlijn elektronische handel", CJEU: "HvJ EU" },
  problem: {
    malformed: "Deze link is niet compleet",
    malformedText:
      "Er ontbreekt een deel, of de link is onderweg veranderd. Open hem opnieuw vanuit de e-mail. Er is niets gedaan.",
    notFound: "Hier is niets",
    notFoundText: "Misschien is het adres verkeerd getypt, of bestaat de pagina niet meer.",
    busy: "Te veel verzoeken tegelijk",
    busyText:
      "Er kwamen veel verzoeken van uw netwerk. Wacht een minuut en probeer het opnieuw. Wat wij hadden bevestigd, is niet verloren.",
    failed: "Er ging iets mis aan onze kant",
    failedText: "Het ligt niet aan u. Probeer het zo meteen opnieuw.",
    unsaved: "Wij kunnen nu niets opslaan",
    unsavedText:
      "Het ligt niet aan u. Wat u hebt gestuurd, is niet bevestigd: stuur het zo meteen opnieuw. Het twee keer sturen kan geen kwaad.",
    missing: "Er is nog niets ingesteld",
    missingText:
      "Wie deze server beheert, legt in het bestand licet.yaml vast wie er schrijft, waarom en met welke woorden, en voert dit uit:",
  },
};
