// The words of what stands around every page, and what it says when it cannot be shown, in Finnish.
import type { Frame } from "./en.ts";

export const fi: Frame = {
  name: "Suomi",
  language: "Kieli",
  privacyContact: "Tietosuoja",
  registration: "Rekisteröinti",
  laws: {
    GDPR: "GDPR",
    ePD: "sähköisen viestinnän tietosuojadirektiivi",
    ECD: "sähkökauppadirektiivi",
    CJEU: "EU-tuomioistuin",
  },
  problem: {
    malformed: "Tämä linkki ei ole kokonainen",
    malformedText:
      "Osa siitä puuttuu, tai sitä on muutettu matkalla. Avaa se uudelleen sähköpostista. Mitään ei tehty.",
    notFound: "Täällä ei ole mitään",
    notFoundText: "Osoite voi olla väärin kirjoitettu, tai sivua ei enää ole.",
    busy: "Liian monta pyyntöä kerralla",
    busyText:
      "Verkostasi tuli monta pyyntöä. Odota minuutti ja yritä uudelleen. Mitään vahvistamaamme ei kadonnut.",
    failed: "Jokin meni vikaan meidän päässämme",
    failedText: "Vika ei ole sinun. Yritä hetken päästä uudelleen.",
    unsaved: "Emme voi juuri nyt tallentaa mitään",
    unsavedText:
      "Vika ei ole sinun. Lähettämääsi ei ole vahvistettu: lähetä se hetken päästä uudelleen. Kahdesti lähettäminen ei haittaa.",
    missing: "Mitään ei ole vielä määritetty",
    missingText:
      "Palvelimen ylläpitäjä ilmoittaa tiedostossa licet.yaml, kuka kirjoittaa, miksi ja millä sanoilla, ja suorittaa:",
  },
};
