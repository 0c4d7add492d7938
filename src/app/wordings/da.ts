// Ready wordings in Danish. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const da: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Jeg kan til enhver tid trække samtykket tilbage med linket i hver e-mail.",
  anyBox: "Ja, {controller} må sende mig e-mails om: {label}.",
  samples: {
    howOften: "højst to gange om måneden",
    topic: "vores nye sko, og hvordan du plejer dem",
  },
  boxes: {
    newsletter: {
      label: "Nyhedsbrev",
      clause: "Ja, {controller} må sende mig sit nyhedsbrev på e-mail, {howOften}. Det handler om: {topic}.",
      aim: "At sende dig vores nyhedsbrev på e-mail.",
    },
    offers: {
      label: "Tilbud og rabatter",
      clause: "Ja, {controller} må sende mig tilbud og rabatter på e-mail, {howOften}. De gælder: {topic}.",
      aim: "At sende dig tilbud og rabatter på e-mail.",
    },
    events: {
      label: "Arrangementer og invitationer",
      clause: "Ja, {controller} må sende mig invitationer til sine arrangementer på e-mail, {howOften}.",
      aim: "At invitere dig til vores arrangementer på e-mail.",
    },
    surveys: {
      label: "Spørgeskemaer",
      clause:
        "Ja, {controller} må sende mig spørgeskemaer på e-mail, {howOften}, for at høre, hvad jeg synes om produkterne og tjenesterne.",
      aim: "At spørge dig på e-mail i spørgeskemaer, hvad du synes om vores produkter og tjenester.",
    },
    "partner-offers": {
      label: "Tilbud fra vores partnere",
      clause:
        "Ja, {controller} må sende mig tilbud fra andre virksomheder på e-mail, {howOften}. Virksomhederne er: {partners}. Min adresse bliver ikke givet videre til dem.",
      aim: "At sende dig tilbud på e-mail fra de virksomheder, der er nævnt ved feltet. Vi giver ikke din adresse videre til dem.",
    },
    "order-reminder": {
      label: "Påmindelse om en påbegyndt bestilling",
      clause:
        "Ja, når jeg har påbegyndt en bestilling og ikke gjort den færdig, må {controller} minde mig om den én gang på e-mail.",
      aim: "At minde dig én gang på e-mail om en bestilling, som du har påbegyndt og ikke gjort færdig.",
    },
    "email-tracking": {
      label: "Måling af åbninger og klik",
      clause:
        "Ja, {controller} må registrere, hvornår jeg åbner e-mails, og hvilke links jeg klikker på, for at vide, hvad der interesserer mig. Hvis jeg lader feltet være tomt, får jeg de samme e-mails uden måling.",
      aim: "At måle, hvilke e-mails du åbner, og hvilke links du klikker på.",
    },
  },
  similarProducts: {
    label: "Produkter, der ligner dem, du har købt",
    text: "Som kunde kan du få e-mails fra {controller} om vores egne produkter, der ligner dem, du køber, {howOften}. Du kan gratis sige nej til det, nu med dette felt og senere med linket i hver e-mail.",
    refusal: "Nej, jeg vil ikke have e-mails om lignende produkter.",
    aim: "At sende dig e-mails om vores egne produkter, der ligner dem, du køber, medmindre du siger nej.",
  },
  information: {
    label: "De oplysninger, du har bedt om",
    aim: "At sende dig de oplysninger, du beder om, på e-mail: {topic}. Intet andet.",
  },
  rows: {
    controller: {
      title: "Dataansvarlig",
      text: "{controller}, {address}. Kontakt om databeskyttelse: {contact}.",
    },
    purpose: { title: "Formål" },
    basis: {
      title: "Retsgrundlag",
      consent: "Dit samtykke (art. 6, stk. 1, litra a, i GDPR). Det har ingen følger ikke at give det.",
      customer:
        "Vores legitime interesse i at fortælle kunder, hvad vi sælger (art. 6, stk. 1, litra f, i GDPR), og undtagelsen for eksisterende kunder i loven i dit land.",
      request: "Din anmodning (art. 6, stk. 1, litra b, i GDPR).",
    },
    recipients: {
      title: "Modtagere",
      text: "Kun virksomheder, der arbejder for os som databehandlere: {recipients}. Vi sælger ikke dine oplysninger.",
    },
    transfers: {
      title: "Overførsel uden for Europa",
      text: "Dine oplysninger forlader ikke Det Europæiske Økonomiske Samarbejdsområde.",
    },
    retention: {
      title: "Hvor længe vi gemmer oplysningerne",
      text: "Indtil du trækker dit samtykke tilbage eller gør indsigelse. Hvis vi ikke hører fra dig, stopper vi efter {months} måneder.",
    },
    rights: {
      title: "Dine rettigheder",
      text: "Du kan til enhver tid trække dit samtykke tilbage eller gøre indsigelse mod reklame, med linket i hver e-mail. Du kan få indsigt i dine oplysninger og få dem rettet, slettet, begrænset eller udleveret: skriv til {contact}. Du kan klage til tilsynsmyndigheden: {authority}.",
    },
    more: {
      title: "Flere oplysninger",
      text: "Alle oplysninger om databeskyttelse finder du via linket ved siden af tabellen.",
    },
  },
};
