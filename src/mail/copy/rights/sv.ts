// The sentences of mail about rights in Swedish.
import type { RightsSentences } from "./sentences.ts";

export const sv: RightsSentences = {
  link: {
    subject: (controller) => `Dina uppgifter hos ${controller}`,
    asked: (controller) => `På en sida hos ${controller} begärdes en länk till den här adressen.`,
    button: "Se dina uppgifter",
    expires: (moment) =>
      `Länken fungerar till ${moment}. Den som har den ser allt som finns om dig och kan låta radera det: skicka inte det här meddelandet vidare.`,
    notYou: "Om det inte var du behöver du inte göra något: inget ändras av sig självt.",
  },
  nothing: {
    subject: (controller) => `Inget finns om dig hos ${controller}`,
    none: (controller) =>
      `Du frågade vad ${controller} har om dig. Om den här adressen finns inget: inget namn, inget val, inget meddelande.`,
    erased: (controller) =>
      `Du frågade vad ${controller} har om dig. Det som var känt om den här adressen har raderats.`,
    trace:
      "Kvar är ett tal som gjorts av adressen, med de dagar då du gjorde något och under vilken ordalydelse. Ingen kan läsa adressen ur det; det behövs för att följa det du bad om och för att visa att tidigare meddelanden var lagliga (GDPR 17(3)(b) och (e)).",
    notYou:
      "Adressen sparades bara för det här meddelandet och är nu borta. Om det inte var du som frågade behöver du inte göra något.",
  },
  reply: {
    subject: (controller) => `Din begäran till ${controller}`,
    about: (day, right) => `Den ${day} fick vi din begäran: ${right}.`,
    rights: {
      access: "att få veta vad som finns om dig (GDPR 15)",
      rectification: "att få uppgifter rättade (GDPR 16)",
      erasure: "att bli raderad (GDPR 17)",
      restriction: "att begränsa användningen av dina uppgifter, eller häva begränsningen (GDPR 18)",
      portability: "att ta med dig dina uppgifter (GDPR 20)",
      objection: "att invända mot användningen av dina uppgifter (GDPR 21)",
      other: "en begäran om dina uppgifter",
    },
    received: (day) => `Du får vårt svar senast den ${day}.`,
    extended: (day) => `Vi behöver mer än en månad. Du får vårt svar senast den ${day}. Skälet:`,
    outcome: {
      granted: "Det är gjort.",
      partly: "Vi har gjort det delvis:",
      refused: "Vi kan inte göra det. Skälet:",
    },
    erased: (controller) => `${controller} har raderat allt personligt om dig. Det går inte att ångra.`,
    kept: [
      "Ett tal som gjorts av din adress, så att ingen skriver till dig igen (GDPR 17(3)(b), 21(3)).",
      "Om varje sak du gjorde, vilken, när och under vilken ordalydelse, och om varje meddelande, när och på vilken grund, för att visa att det var lagligt (GDPR 17(3)(e), 5(2)).",
    ],
    gone: "Kvar är bara det som står ovan. Din adress sparades tills det här meddelandet hade skickats och är nu borta.",
    complaint: "Du kan klaga hos en dataskyddsmyndighet och gå till domstol (GDPR 77, 79).",
  },
};
