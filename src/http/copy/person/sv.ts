// The words of what a person may do on the page of their choices, and of links that have ended, in Swedish.
import type { PersonWords } from "./en.ts";

export const sv: PersonWords = {
  own: {
    joining: "När du trycker på knappen säger du:",
    askFirst: "Vi skickar dig då ett enda meddelande med en knapp. Inget börjar innan du trycker på den.",
    joined: "Klart. Det gäller från och med nu.",
    asked:
      "Titta nu i din e-post: vi skickar ett meddelande med en knapp, och inget börjar innan du trycker på den. Det brukar komma genast; efter flera förfrågningar kan det ta upp till en dag.",
    measured: "Mätning",
    measuredText:
      "Det är skilt från resten: utan den får du samma meddelanden, och vi sparar inte vad du öppnar.",
    paused: (day: string) => `Du har fått frågan och sade inte ja. Vi frågar inte igen före ${day}.`,
    renew: "Ja, fortsätt",
    lapses: (day: string) => `Det här slutar den ${day}, om du inte säger det igen.`,
    rights: "En rättighet utan den andra",
    withdraw: "Återkalla alla samtycken",
    withdrawText:
      "Det du en gång gick med på upphör (GDPR 7(3)). Det som vilar på annat, till exempel ett köp, fortsätter tills du invänder.",
    object: "Invända mot all reklam",
    objectText:
      "Vi använder inte längre dina uppgifter för reklam, vad som än tillät det (GDPR 21(2)), förrän du själv ber om det.",
    language: "Språket vi talar med dig",
    keep: "Spara",
    often: "Hur ofta?",
    keepNamed: (purpose) => `Spara hur ofta du får ”${purpose}”`,
    frequencies: { any: "Allt eftersom", week: "Högst en gång i veckan", month: "Högst en gång i månaden" },
    outdated:
      "Sidan var öppen för länge eller kom inte fram hel, så inget ändrades. Här är den igen: välj en gång till.",
  },
  seen: {
    form: "Formuläret som det var",
    ticked: "Ikryssad:",
    notTicked: "Inte ikryssad:",
    uses: "Meddelanden som vilade på det",
    uncertain: "kanske: förbindelsen bröts",
  },
  gone: {
    title: "Länken har upphört",
    text: "Det vi visste om dig har raderats, och därmed det som den här sidan skulle visa. Vi har bara behållit det som hindrar mer reklam.",
  },
  link: {
    title: "Dina val",
    lead: "Skriv din adress, så skickar vi en länk till dess brevlåda: där ser och ändrar du det vi skickar dig.",
    button: "Skicka länken till mig",
    sent: "Titta nu i din e-post",
    sentText:
      "Om vi känner till adressen är ett meddelande med en länk på väg. Vi säger likadant till alla, så att ingen får veta vems adress vi känner till. Efter flera förfrågningar kan det ta upp till en dag.",
  },
  address: {
    title: "Din adress",
    text: "Ange en ny adress, så frågar vi dess brevlåda. Det du har valt gäller där så snart den har svarat; hit skriver vi då inte mer.",
    field: "Ny e-postadress",
    button: "Fråga den brevlådan",
    fresh:
      "För att byta adress, be om en ny länk till den här brevlådan: ett vidarebefordrat meddelande får inte räcka.",
    freshLink: "Be om en länk",
    asked: "Vi har skrivit till den nya adressen. Inget ändras innan du trycker på knappen där.",
    same: "Det är adressen som vi redan skriver till.",
    often: "Du har angett flera adresser i dag. Försök igen i morgon.",
    confirm: "Är det här din nya adress?",
    confirmText:
      "Någon angav den här adressen som sin nya. Om du trycker på knappen gäller det personen har valt här, både samtycken och nej, och den gamla adressen får ingen mer post.",
    yes: "Ja, det är min",
    done: "Flyttat",
    doneText: "Det du har valt gäller här från och med nu. Det som bara ett köp tillät följer inte med.",
    expired: "Knappen har gått ut",
    expiredText:
      "För lång tid har gått, så inget flyttades. Du kan ange adressen igen på sidan med dina val.",
  },
};
