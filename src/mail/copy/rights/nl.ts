// The sentences of mail about rights in Dutch.
import type { RightsSentences } from "./sentences.ts";

export const nl: RightsSentences = {
  link: {
    subject: (controller) => `Uw gegevens bij ${controller}`,
    asked: (controller) => `Op een pagina van ${controller} is voor dit adres een link aangevraagd.`,
    button: "Uw gegevens bekijken",
    expires: (moment) =>
      `De link werkt tot ${moment}. Wie hem heeft, ziet alles wat over u wordt bewaard en kan het laten wissen: stuur dit bericht niet door.`,
    notYou: "Was u het niet, doe dan niets: vanzelf verandert er niets.",
  },
  nothing: {
    subject: (controller) => `Over u wordt bij ${controller} niets bewaard`,
    none: (controller) =>
      `U vroeg wat ${controller} over u bewaart. Over dit adres is dat niets: geen naam, geen keuze, geen bericht.`,
    erased: (controller) =>
      `U vroeg wat ${controller} over u bewaart. Wat van dit adres bekend was, is gewist.`,
    trace:
      "Wat blijft, is een getal dat van het adres is gemaakt, met de dagen waarop u iets deed en de tekst die daarbij gold. Niemand kan er het adres uit lezen; het dient om te respecteren wat u vroeg en om te bewijzen dat eerdere berichten rechtmatig waren (AVG 17(3)(b) en (e)).",
    notYou:
      "Dit adres is alleen voor dit bericht bewaard en is nu weg. Hebt u het niet gevraagd, dan hoeft u niets te doen.",
  },
  reply: {
    subject: (controller) => `Uw verzoek aan ${controller}`,
    about: (day, right) => `Op ${day} ontvingen wij uw verzoek: ${right}.`,
    rights: {
      access: "weten wat over u wordt bewaard (AVG 15)",
      rectification: "gegevens rectificeren (AVG 16)",
      erasure: "gewist worden (AVG 17)",
      restriction: "het gebruik van uw gegevens beperken, of die beperking opheffen (AVG 18)",
      portability: "uw gegevens meenemen (AVG 20)",
      objection: "bezwaar tegen het gebruik van uw gegevens (AVG 21)",
      other: "een verzoek over uw gegevens",
    },
    received: (day) => `U hebt ons antwoord uiterlijk op ${day}.`,
    extended: (day) =>
      `Wij hebben meer dan een maand nodig. U hebt ons antwoord uiterlijk op ${day}. De reden:`,
    outcome: {
      granted: "Het is gebeurd.",
      partly: "Wij hebben het deels gedaan:",
      refused: "Wij kunnen het niet doen. De reden:",
    },
    erased: (controller) =>
      `${controller} heeft alles gewist wat persoonlijk over u was. Het kan niet ongedaan worden gemaakt.`,
    kept: [
      "Een getal dat van uw adres is gemaakt, zodat u niet opnieuw wordt aangeschreven (AVG 17(3)(b), 21(3)).",
      "Van elke handeling van u welke, wanneer en onder welke tekst, en van elk bericht wanneer en op welke grond, om te bewijzen dat het rechtmatig was (AVG 17(3)(e), 5(2)).",
    ],
    gone: "Bewaard wordt alleen wat hierboven staat. Uw adres is bewaard tot dit bericht was verzonden en is nu weg.",
    complaint: "U kunt een klacht indienen bij een toezichthouder en naar de rechter gaan (AVG 77, 79).",
  },
};
