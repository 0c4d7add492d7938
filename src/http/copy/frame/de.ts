// The words of what stands around every page, and what it says when it cannot be shown, in German.
import type { Frame } from "./en.ts";

export const de: Frame = {
  name: "Deutsch",
  language: "Sprache",
  privacyContact: "Datenschutz",
  registration: "Registereintrag",
  laws: { GDPR: "DSGVO", ePD: "ePrivacy-Richtlinie", ECD: "E-Commerce-Richtlinie", CJEU: "EuGH" },
  problem: {
    malformed: "Dieser Link ist nicht vollständig",
    malformedText:
      "Ein Teil fehlt oder wurde unterwegs verändert. Öffnen Sie ihn noch einmal aus der E-Mail. Es wurde nichts ausgeführt.",
    notFound: "Hier ist nichts",
    notFoundText: "Vielleicht ist die Adresse falsch geschrieben, oder die Seite gibt es nicht mehr.",
    busy: "Zu viele Anfragen auf einmal",
    busyText:
      "Aus Ihrem Netz kamen viele Anfragen. Bitte warten Sie eine Minute und versuchen Sie es noch einmal. Was wir bestätigt hatten, ist nicht verloren.",
    failed: "Bei uns ist etwas schiefgegangen",
    failedText: "Es liegt nicht an Ihnen. Bitte versuchen Sie es gleich noch einmal.",
    unsaved: "Wir können gerade nichts speichern",
    unsavedText:
      "Es liegt nicht an Ihnen. Was Sie gesendet haben, ist nicht bestätigt: Bitte senden Sie es gleich noch einmal. Es zweimal zu senden, schadet nicht.",
    missing: "Noch ist nichts eingerichtet",
    missingText:
      "Wer diesen Server betreibt, legt in der Datei licet.yaml fest, wer schreibt, warum und mit welchen Worten, und führt dann aus:",
  },
};
