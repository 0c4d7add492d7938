// The sentences of mail in Danish.
import type { MailCopy } from "./sentences.ts";

export const da: MailCopy = {
  footer: {
    advertising: "Reklame",
    objection: "Du kan når som helst gøre indsigelse mod reklame, gratis og uden at angive en grund.",
    sentBy: "Sendt af",
    unsubscribe: "Afmeld",
    preferences: "Dine valg",
    why: "Hvorfor får jeg dette?",
  },
  confirmation: {
    subject: (controller) => `Bekræft: e-mails fra ${controller}`,
    asked: (controller) =>
      `Denne adresse blev skrevet i en formular fra ${controller} for på e-mail at modtage:`,
    button: "Bekræft",
    expires: (moment) => `Linket virker til den ${moment}.`,
    notYou: "Hvis det ikke var dig, skal du ikke gøre noget: uden din bekræftelse modtager du intet.",
  },
  order: {
    subject: (controller) => `Din ordre hos ${controller}: var det dig?`,
    received: (controller) => `${controller} har modtaget denne ordre med din adresse:`,
    please: "Sig på næste side, at den er din: så ved vi, at adressen også er det.",
    button: "Se og svar",
    expires: (moment) => `Linket virker til den ${moment}.`,
    notYou: "Hvis det ikke var dig, så tryk ikke på knappen dér, og giv os besked på adressen nedenfor.",
  },
  information: {
    because: (controller) =>
      `Du får denne besked, fordi du bad ${controller} om den. Den tilmelder dig ikke noget.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} skriver ikke længere til dig`,
    received: (moment) => `Vi modtog din anmodning den ${moment}, og den fik virkning med det samme.`,
    stopped: (controller) => `${controller} sender dig ikke længere:`,
    stoppedAll: (controller) => `${controller} sender dig ikke længere nogen reklame.`,
    questions: "Du behøver ikke gøre noget. Har du et spørgsmål, så skriv til adressen nedenfor.",
  },
  link: {
    subject: (controller) => `Linket til dine valg hos ${controller}`,
    asked: (controller) =>
      `Nogen bad om et link for at se og ændre, hvad ${controller} sender til denne adresse.`,
    button: "Åbn siden",
    expires: (moment) => `Til den ${moment} beviser linket, at denne indbakke er din. Giv det ikke videre.`,
    notYou: "Hvis det ikke var dig, skal du ikke gøre noget: intet er ændret.",
  },
  address: {
    subject: (controller) => `Er det din nye adresse for ${controller}?`,
    asked: (controller) => `Nogen, der får e-mails fra ${controller}, har angivet denne som sin nye adresse.`,
    button: "Se og svar",
    expires: (moment) => `Linket virker til den ${moment}.`,
    notYou: "Hvis det ikke var dig, skal du ikke gøre noget: intet bliver sendt til denne adresse.",
    noticeSubject: (controller) => `En ny adresse er angivet til ${controller}`,
    notice: (controller) =>
      `På siden med dine valg hos ${controller}, åbnet med et link til denne indbakke, er der angivet en ny adresse. Så snart den indbakke svarer, gælder det, du har valgt, dér, og der sendes ikke mere hertil.`,
    noticeNotYou: "Hvis det ikke var dig, så skriv straks til adressen nedenfor.",
  },
  guardian: {
    subject: (controller) => `Må dette barn få e-mails fra ${controller}?`,
    asked: (controller) => `Et barn har givet din adresse til ${controller} som en forælders eller værges.`,
    why: "I den alder kræver loven din tilladelse. Den næste side viser barnets adresse og det, barnet vil have.",
    button: "Se og svar",
    expires: (moment) => `Linket virker til ${moment}.`,
    nothing: "Hvis du ikke gør noget, sker der ingenting: intet sendes til barnet, og intet af det gemmes.",
  },
  privacyContact: "Databeskyttelse:",
};
