// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Swedish.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("sv", { one: "en gång", other: "# gånger" });

export const sv: Forms = {
  whole: "Allt om dina uppgifter",
  form: {
    email: "E-postadress",
    country: "Land",
    countryHint: "Frivilligt. Det avgör bara vilken lag som skyddar dig bäst.",
    noCountry: "Vill helst inte säga",
    products: "Vad vill du ha?",
    boxes: "Får vi skriva till dig?",
    boxesHint: "Du väljer själv. Inget är ikryssat i förväg, och inget hänger på det.",
    confirmHint:
      "Om du kryssar i en ruta skickar vi ett enda meddelande för att vara säkra på att det var du. Inget börjar innan du trycker på knappen i det.",
    softOptIn: "Liknande produkter",
    refusalKept: "Du kryssade i att du inte vill ha de här meddelandena. Det har vi sparat.",
    notice: "Det viktigaste om dataskydd",
    signUp: "Anmäl mig",
    order: "Beställning med betalningsskyldighet",
    informationRequest: "Skicka det till mig",
    unavailable: "Formuläret är stängt",
    unavailableText: "Det finns inget formulär på den här adressen, eller så används det inte längre.",
  },
  mistakes: {
    title: "Något saknas",
    prefix: "Kontrollera: ",
    "address-missing": "Skriv din e-postadress.",
    "address-malformed": "Det här ser inte ut som en e-postadress. Ett exempel: namn@example.org.",
    "country-unknown": "Välj ett land i listan, eller lämna det öppet.",
    "product-missing": "Välj vad du vill beställa.",
    "nothing-asked": "Kryssa i minst en ruta. Annars finns inget att anmäla sig till.",
    tickAgain:
      "För din trygghet kryssar vi aldrig i en ruta åt dig. Om du hade kryssat i några, gör det igen.",
    unknownPage:
      "Sidan kom inte fram hel, så inget har sparats. Här är den igen, med det du hade skrivit. Titta igenom den och skicka den en gång till.",
  },
  thanks: {
    signUp: "Tack",
    order: "Tack för din beställning",
    informationRequest: "Det är på väg",
    look: "Titta nu i din e-post",
    mailbox:
      "Vi skickar ett meddelande med en knapp för att bekräfta. Inget börjar förrän du trycker på den. Det brukar komma genast; efter flera förfrågningar kan det ta upp till en dag, eftersom vi bara skriver till en adress några få gånger om dagen. Kommer inget kan adressen vara felskriven.",
    orderMail: "Vi skickar ett meddelande om beställningen, med en knapp för att säga att den är din.",
    orderOpens: "Så länge du inte trycker på den tillåter beställningen ingen reklam till den här adressen.",
    refused: "Du vill inte ha e-post om liknande produkter. Det är nu sparat.",
    recorded: "Ditt val är sparat. Varje reklammeddelande har en länk för att stoppa.",
    reference: (reference) => `Ditt beställningsnummer är ${reference}.`,
    answer:
      "Vi skickar det du bad om till din e-post, och inget annat. Om du har bett om det flera gånger kan det ta en dag.",
    kept: "Du kryssade inte i någon ruta, så vi skriver bara om den här beställningen.",
  },
  confirm: {
    title: "Var det du?",
    lead: (when) => `Den ${when} skrev någon din adress i vårt formulär och kryssade i:`,
    leadOrder: (when) => `Den ${when} gjorde någon den här beställningen med din adress:`,
    country: (name) => `Angivet land: ${name}.`,
    told: "Och det här stod bredvid beställningen; rutan för att invända kryssades inte i:",
    refused: "Rutan mot e-post om liknande produkter kryssades i. Det gäller fortfarande.",
    several: (count) =>
      `Din adress användes ${times(count)}. Varje gång har en egen knapp: tryck bara på det som kom från dig.`,
    expiredOrder:
      "För lång tid har gått, så inget bekräftades. Beställningen ändras inte av det; den tillåter bara ingen reklam.",
    button: "Ja, det var jag",
    otherwise: "Om det inte var du, stäng den här sidan. Ingen reklam skickas.",
    until: (when) => `Knappen fungerar till den ${when}.`,
    done: "Bekräftat",
    doneText: "Tack. Det här är nu sparat:",
    doneLater: "Varje reklammeddelande har en länk för att stoppa, och den verkar genast.",
    barred:
      "Efter att du hade fyllt i formuläret bad du oss sluta, och det gäller fortfarande. Om du har ändrat dig, fyll i formuläret igen.",
    expired: "Knappen har gått ut",
    expiredText:
      "För lång tid har gått sedan du fyllde i formuläret, så inget bekräftades. Du kan fylla i det igen; det tar bara en stund.",
    again: "Fyll i formuläret igen",
  },
  notice: {
    title: "Dataskydd",
    version: (version) => `Version ${version}`,
    second: "I sin helhet",
  },
};
