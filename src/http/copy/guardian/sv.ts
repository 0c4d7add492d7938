// The words for children and for the parent or guardian who decides with them, in Swedish.
import type { GuardianWords } from "./en.ts";

export const sv: GuardianWords = {
  guardian: {
    birthDate: "Födelsedatum",
    birthHint:
      "Det här är gjort även för barn. Lagen vill veta om en förälder måste godkänna; datumet används inte till något annat.",
    mistakes: {
      "birth-missing": "Ange födelsedatum.",
      "birth-malformed": "Det här kan inte vara ett födelsedatum. Skriv år, månad och dag, som 2014-03-31.",
      "guardian-missing": "Ange e-postadressen till en förälder eller vårdnadshavare.",
      "guardian-malformed":
        "Förälderns eller vårdnadshavarens adress ser inte ut som en e-postadress. Ett exempel: namn@example.org.",
      "guardian-same": "Förälderns eller vårdnadshavarens adress måste vara en annan än barnets.",
    },
    young: (age: number) => `Yngre än ${age}: en förälder måste godkänna`,
    youngText:
      "Lagen låter dig anmäla dig bara tillsammans med en förälder eller vårdnadshavare. Ange e-postadressen till någon av dem, så frågar vi där. Tills de godkänner sparar vi inget av det du skrev och skickar dig ingenting.",
    field: "E-postadress till en förälder eller vårdnadshavare",
    asked: "En förälder har fått frågan",
    askedText: (until: string) =>
      `Ett meddelande med en länk är på väg till föräldern eller vårdnadshavaren. Om ingen godkänner före ${until} händer ingenting, och vi sparar inget av det som skrevs.`,
    title: "Får det här barnet anmäla sig?",
    lead: "Ett barn vill få e-post från oss och är för ungt för att bestämma det ensamt. Den skulle gå till den här adressen:",
    words: "Barnet kryssade i:",
    born: (day: string) => `Angivet födelsedatum: ${day}.`,
    statement:
      "Om du trycker på knappen säger du att du är myndig, att du är förälder eller vårdnadshavare till barnet och att du godkänner.",
    button: "Ja, jag godkänner",
    otherwise:
      "Om du inte godkänner, stäng sidan. Då skickas ingenting till barnet, och vi sparar inget av det som skrevs.",
    done: "Ditt godkännande är registrerat",
    doneText:
      "Du kan ta tillbaka det när som helst: varje reklammeddelande har en länk för att sluta, och du kan skriva till vår kontakt för dataskydd.",
    doneMail:
      "Barnets brevlåda får nu ett meddelande med en knapp. Inget börjar förrän någon trycker på den.",
    expired: "Länken har gått ut",
    expiredText:
      "Ingenting registrerades, och vi har inte sparat något av det som skrevs. Barnet kan fylla i formuläret igen.",
  },
};
