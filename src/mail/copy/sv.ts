// The sentences of mail in Swedish.
import type { MailCopy } from "./sentences.ts";

export const sv: MailCopy = {
  footer: {
    advertising: "Reklam",
    objection: "Du kan när som helst invända mot reklam, utan kostnad och utan att ange skäl.",
    sentBy: "Skickat av",
    unsubscribe: "Avsluta",
    preferences: "Dina val",
    why: "Varför får jag det här?",
  },
  confirmation: {
    subject: (controller) => `Bekräfta: e-post från ${controller}`,
    asked: (controller) =>
      `Den här adressen skrevs i ett formulär från ${controller}, för att få med e-post:`,
    button: "Bekräfta",
    expires: (moment) => `Länken fungerar till den ${moment}.`,
    notYou: "Om det inte var du behöver du inte göra något: utan din bekräftelse får du ingenting.",
  },
  order: {
    subject: (controller) => `Din beställning hos ${controller}: var det du?`,
    received: (controller) => `${controller} har tagit emot den här beställningen med din adress:`,
    please: "Säg på nästa sida att den är din: då vet vi att adressen också är det.",
    button: "Titta och svara",
    expires: (moment) => `Länken fungerar till den ${moment}.`,
    notYou: "Om det inte var du, tryck inte på knappen där, och hör av dig till adressen nedan.",
  },
  information: {
    because: (controller) =>
      `Du får det här meddelandet eftersom du bad ${controller} om det. Det anmäler dig inte till något.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} skriver inte längre till dig`,
    received: (moment) => `Vi tog emot din begäran den ${moment}, och den fick verkan genast.`,
    stopped: (controller) => `${controller} skickar dig inte längre:`,
    stoppedAll: (controller) => `${controller} skickar dig inte längre någon reklam.`,
    questions: "Du behöver inte göra något. Om du har en fråga, skriv till adressen nedan.",
  },
  link: {
    subject: (controller) => `Länken till dina val hos ${controller}`,
    asked: (controller) =>
      `Någon bad om en länk för att se och ändra det som ${controller} skickar till den här adressen.`,
    button: "Öppna sidan",
    expires: (moment) => `Till den ${moment} visar länken att den här brevlådan är din. Ge den inte vidare.`,
    notYou: "Om det inte var du behöver du inte göra något: inget har ändrats.",
  },
  address: {
    subject: (controller) => `Är det här din nya adress för ${controller}?`,
    asked: (controller) => `Någon som får e-post från ${controller} angav den här som sin nya adress.`,
    button: "Titta och svara",
    expires: (moment) => `Länken fungerar till den ${moment}.`,
    notYou: "Om det inte var du behöver du inte göra något: inget kommer att skickas till den här adressen.",
    noticeSubject: (controller) => `En ny adress har angetts till ${controller}`,
    notice: (controller) =>
      `På sidan med dina val hos ${controller}, öppnad med en länk till den här brevlådan, har en ny adress angetts. Så snart den brevlådan svarar gäller det du har valt där, och inget mer skickas hit.`,
    noticeNotYou: "Om det inte var du, skriv genast till adressen nedan.",
  },
  guardian: {
    subject: (controller) => `Får det här barnet e-post från ${controller}?`,
    asked: (controller) =>
      `Ett barn gav din adress till ${controller} som en förälders eller vårdnadshavares.`,
    why: "I den åldern kräver lagen ditt godkännande. Nästa sida visar barnets adress och vad barnet vill få.",
    button: "Titta och svara",
    expires: (moment) => `Länken fungerar till ${moment}.`,
    nothing: "Om du inte gör något händer ingenting: inget skickas till barnet, och inget av det sparas.",
  },
  privacyContact: "Dataskydd:",
};
