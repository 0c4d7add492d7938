// The words of the first page and the built-in mailbox, for who tries Licet out, in Swedish.
import type { Newcomer } from "./en.ts";

export const sv: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Inställt för ${controller}`,
    title: "Är det tillåtet?",
    lead: "Licet frågar innan något e-postmeddelande skickas: för den här personen, för det här ändamålet, i det här ögonblicket. Utan sparat bevis är svaret nej.",
    forms: "Där människor säger ja",
    formsText: "Varje formulär sparar exakt de ord som visades.",
    kinds: { signUp: "Anmälan", order: "Beställning", informationRequest: "Information" },
    mailbox: "Där posten hamnar",
    mailboxText:
      "Ingen e-postserver är inställd, så en inbyggd brevlåda fångar allt. Inget lämnar den här datorn.",
    openMailbox: "Öppna brevlådan",
    commands: "Där du bestämmer",
    commandsText: "I en terminal, bredvid den här servern:",
    audience: "vem man får skriva till, vem inte, och varför",
    explain: "en persons hela historia, med artiklarna",
    send: "fråga för varje person, skicka där det är tillåtet, spara beviset",
  },
  mailbox: {
    search: "Skickat till",
    show: "Visa",
    nobody: "Inget har skickats till den här adressen.",
    title: "Brevlåda",
    lead: "Varje meddelande som den här datorn skulle ha skickat.",
    empty: "Inget än. Fyll i ett formulär eller skicka en kampanj.",
    older: "Äldre",
    newest: "Nyaste",
    all: "Alla meddelanden",
    to: "Till",
    from: "Från",
    received: "Mottaget",
    headers: "Rubriker",
    text: "Ren text",
    html: "Som ett e-postprogram visar det",
    oneClick: "Avsluta",
    oneClickText:
      "Ett e-postprogram visar den här knappen utifrån rubrikerna List-Unsubscribe och List-Unsubscribe-Post.",
    noSubject: "(inget ämne)",
  },
};
