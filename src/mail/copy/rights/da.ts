// The sentences of mail about rights in Danish.
import type { RightsSentences } from "./sentences.ts";

export const da: RightsSentences = {
  link: {
    subject: (controller) => `Dine oplysninger hos ${controller}`,
    asked: (controller) => `På en side hos ${controller} blev der bedt om et link til denne adresse.`,
    button: "Se dine oplysninger",
    expires: (moment) =>
      `Linket virker til ${moment}. Den, der har det, ser alt, hvad der er gemt om dig, og kan få det slettet: send ikke denne mail videre.`,
    notYou: "Hvis det ikke var dig, skal du ikke gøre noget: intet ændrer sig af sig selv.",
  },
  nothing: {
    subject: (controller) => `Intet er gemt om dig hos ${controller}`,
    none: (controller) =>
      `Du spurgte, hvad ${controller} har gemt om dig. Om denne adresse er det intet: intet navn, intet valg, ingen mail.`,
    erased: (controller) =>
      `Du spurgte, hvad ${controller} har gemt om dig. Det, der var kendt om denne adresse, er slettet.`,
    trace:
      "Tilbage er et tal, der er dannet af adressen, med de dage, hvor du gjorde noget, og hvilken ordlyd der gjaldt. Ingen kan læse adressen ud af det; det tjener til at respektere det, du bad om, og til at bevise, at tidligere mails var lovlige (GDPR 17(3)(b) og (e)).",
    notYou:
      "Denne adresse blev kun gemt til denne mail og er nu væk. Hvis det ikke var dig, der spurgte, behøver du ikke gøre noget.",
  },
  reply: {
    subject: (controller) => `Din anmodning til ${controller}`,
    about: (day, right) => `Den ${day} modtog vi din anmodning: ${right}.`,
    rights: {
      access: "at få at vide, hvad der er gemt om dig (GDPR 15)",
      rectification: "at få oplysninger rettet (GDPR 16)",
      erasure: "at blive slettet (GDPR 17)",
      restriction: "at begrænse brugen af dine oplysninger eller ophæve begrænsningen (GDPR 18)",
      portability: "at tage dine oplysninger med dig (GDPR 20)",
      objection: "at gøre indsigelse mod brugen af dine oplysninger (GDPR 21)",
      other: "en anmodning om dine oplysninger",
    },
    received: (day) => `Du får vores svar senest den ${day}.`,
    extended: (day) => `Vi har brug for mere end en måned. Du får vores svar senest den ${day}. Grunden:`,
    outcome: {
      granted: "Det er gjort.",
      partly: "Vi har gjort det delvist:",
      refused: "Vi kan ikke gøre det. Grunden:",
    },
    erased: (controller) => `${controller} har slettet alt personligt om dig. Det kan ikke fortrydes.`,
    kept: [
      "Et tal, der er dannet af din adresse, så der ikke skrives til dig igen (GDPR 17(3)(b), 21(3)).",
      "Om hver ting, du gjorde, hvilken, hvornår og under hvilken ordlyd, og om hver mail, hvornår og på hvilket grundlag, for at bevise, at den var lovlig (GDPR 17(3)(e), 5(2)).",
    ],
    gone: "Tilbage er kun det, der står ovenfor. Din adresse blev gemt, til denne mail var sendt, og er nu væk.",
    complaint: "Du kan klage til en datatilsynsmyndighed og gå til domstolene (GDPR 77, 79).",
  },
};
