// Ready wordings in Swedish. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const sv: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Jag kan när som helst återkalla samtycket med länken i varje e-postmeddelande.",
  anyBox: "Ja, {controller} får skicka e-post till mig om: {label}.",
  samples: {
    howOften: "högst två gånger i månaden",
    topic: "våra nya skor och hur du sköter dem",
  },
  boxes: {
    newsletter: {
      label: "Nyhetsbrev",
      clause:
        "Ja, {controller} får skicka sitt nyhetsbrev till mig med e-post, {howOften}. Det handlar om: {topic}.",
      aim: "Att skicka vårt nyhetsbrev till dig med e-post.",
    },
    offers: {
      label: "Erbjudanden och rabatter",
      clause:
        "Ja, {controller} får skicka erbjudanden och rabatter till mig med e-post, {howOften}. De gäller: {topic}.",
      aim: "Att skicka erbjudanden och rabatter till dig med e-post.",
    },
    events: {
      label: "Evenemang och inbjudningar",
      clause: "Ja, {controller} får skicka inbjudningar till sina evenemang till mig med e-post, {howOften}.",
      aim: "Att bjuda in dig till våra evenemang med e-post.",
    },
    surveys: {
      label: "Enkäter",
      clause:
        "Ja, {controller} får skicka enkäter till mig med e-post, {howOften}, för att fråga vad jag tycker om produkterna och tjänsterna.",
      aim: "Att med enkäter i e-post fråga vad du tycker om våra produkter och tjänster.",
    },
    "partner-offers": {
      label: "Erbjudanden från våra partner",
      clause:
        "Ja, {controller} får skicka erbjudanden från andra företag till mig med e-post, {howOften}. Företagen är: {partners}. Min adress lämnas inte ut till dem.",
      aim: "Att med e-post skicka dig erbjudanden från de företag som nämns vid rutan. Vi lämnar inte ut din adress till dem.",
    },
    "order-reminder": {
      label: "Påminnelse om en påbörjad beställning",
      clause:
        "Ja, om jag har påbörjat en beställning och inte slutfört den får {controller} påminna mig om den en gång med e-post.",
      aim: "Att en gång med e-post påminna dig om en beställning som du har påbörjat och inte slutfört.",
    },
    "email-tracking": {
      label: "Mätning av öppningar och klick",
      clause:
        "Ja, {controller} får registrera när jag öppnar e-post och vilka länkar jag klickar på, för att se vad som intresserar mig. Om jag lämnar rutan tom får jag samma e-post utan mätning.",
      aim: "Att mäta vilken e-post du öppnar och vilka länkar du klickar på.",
    },
  },
  similarProducts: {
    label: "Produkter som liknar dem du har köpt",
    text: "Som kund kan du få e-post från {controller} om våra egna produkter som liknar dem du köper, {howOften}. Du kan utan kostnad säga nej till det, nu med den här rutan och senare med länken i varje e-postmeddelande.",
    refusal: "Nej, jag vill inte ha e-post om liknande produkter.",
    aim: "Att skicka e-post till dig om våra egna produkter som liknar dem du köper, om du inte säger nej.",
  },
  information: {
    label: "Informationen som du har bett om",
    aim: "Att med e-post skicka dig den information som du ber om: {topic}. Inget annat.",
  },
  rows: {
    controller: {
      title: "Personuppgiftsansvarig",
      text: "{controller}, {address}. Kontakt för dataskydd: {contact}.",
    },
    purpose: { title: "Ändamål" },
    basis: {
      title: "Rättslig grund",
      consent: "Ditt samtycke (art. 6.1 a i GDPR). Att inte ge det får inga följder.",
      customer:
        "Vårt berättigade intresse av att berätta för kunder vad vi säljer (art. 6.1 f i GDPR) och undantaget för befintliga kunder i lagen i ditt land.",
      request: "Din begäran (art. 6.1 b i GDPR).",
    },
    recipients: {
      title: "Mottagare",
      text: "Bara företag som arbetar åt oss som personuppgiftsbiträden: {recipients}. Vi säljer inte dina uppgifter.",
    },
    transfers: {
      title: "Överföring utanför Europa",
      text: "Dina uppgifter lämnar inte Europeiska ekonomiska samarbetsområdet.",
    },
    retention: {
      title: "Hur länge vi sparar uppgifterna",
      text: "Tills du återkallar ditt samtycke eller invänder. Om vi inte hör något från dig slutar vi efter {months} månader.",
    },
    rights: {
      title: "Dina rättigheter",
      text: "Du kan när som helst återkalla ditt samtycke eller invända mot reklam, med länken i varje e-postmeddelande. Du kan få tillgång till dina uppgifter och få dem rättade, raderade, begränsade eller överförda: skriv till {contact}. Du kan klaga hos tillsynsmyndigheten: {authority}.",
    },
    more: {
      title: "Mer information",
      text: "All information om dataskydd finns i länken bredvid tabellen.",
    },
  },
};
