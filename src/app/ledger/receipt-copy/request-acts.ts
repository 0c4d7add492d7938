// The acts about rights, as a paper names them, in every language that is spoken.
import type { Language } from "../../../core/languages.ts";

export type RequestType =
  | "link.requested"
  | "notice.required"
  | "rights.requested"
  | "rights.extended"
  | "rights.answered";

type Acts = Readonly<Record<RequestType, string>>;

const all = {
  en: {
    "link.requested": "A link was asked for",
    "notice.required": "The law demanded a notice",
    "rights.requested": "Request about one’s data",
    "rights.extended": "Told that the answer takes longer",
    "rights.answered": "Request answered",
  },
  fr: {
    "link.requested": "Un lien a été demandé",
    "notice.required": "La loi imposait une information",
    "rights.requested": "Demande au sujet de ses données",
    "rights.extended": "Information que la réponse prend plus de temps",
    "rights.answered": "Réponse à la demande",
  },
  es: {
    "link.requested": "Se pidió un enlace",
    "notice.required": "La ley exigía un aviso",
    "rights.requested": "Solicitud sobre los propios datos",
    "rights.extended": "Aviso de que la respuesta tarda más",
    "rights.answered": "Solicitud respondida",
  },
  de: {
    "link.requested": "Ein Link wurde angefordert",
    "notice.required": "Das Gesetz verlangte eine Mitteilung",
    "rights.requested": "Antrag zu den eigenen Daten",
    "rights.extended": "Mitteilung, dass die Antwort länger dauert",
    "rights.answered": "Antrag beantwortet",
  },
  it: {
    "link.requested": "È stato chiesto un link",
    "notice.required": "La legge imponeva una comunicazione",
    "rights.requested": "Richiesta sui propri dati",
    "rights.extended": "Avviso che la risposta richiede più tempo",
    "rights.answered": "Risposta alla richiesta",
  },
  pt: {
    "link.requested": "Foi pedida uma ligação",
    "notice.required": "A lei exigia uma comunicação",
    "rights.requested": "Pedido sobre os próprios dados",
    "rights.extended": "Aviso de que a resposta demora mais",
    "rights.answered": "Pedido respondido",
  },
  nl: {
    "link.requested": "Er is een link aangevraagd",
    "notice.required": "De wet eiste een mededeling",
    "rights.requested": "Verzoek over de eigen gegevens",
    "rights.extended": "Bericht dat het antwoord langer duurt",
    "rights.answered": "Verzoek beantwoord",
  },
  pl: {
    "link.requested": "Poproszono o link",
    "notice.required": "Prawo wymagało zawiadomienia",
    "rights.requested": "Wniosek w sprawie własnych danych",
    "rights.extended": "Zawiadomienie, że odpowiedź potrwa dłużej",
    "rights.answered": "Odpowiedź na wniosek",
  },
  sv: {
    "link.requested": "En länk begärdes",
    "notice.required": "Lagen krävde ett meddelande",
    "rights.requested": "Begäran om egna uppgifter",
    "rights.extended": "Besked att svaret dröjer",
    "rights.answered": "Begäran besvarad",
  },
  da: {
    "link.requested": "Der blev bedt om et link",
    "notice.required": "Loven krævede en meddelelse",
    "rights.requested": "Anmodning om egne oplysninger",
    "rights.extended": "Besked om, at svaret tager længere tid",
    "rights.answered": "Anmodning besvaret",
  },
  fi: {
    "link.requested": "Linkkiä pyydettiin",
    "notice.required": "Laki edellytti ilmoitusta",
    "rights.requested": "Omia tietoja koskeva pyyntö",
    "rights.extended": "Ilmoitus, että vastaus viipyy",
    "rights.answered": "Pyyntöön vastattu",
  },
  ca: {
    "link.requested": "Es va demanar un enllaç",
    "notice.required": "La llei exigia un avís",
    "rights.requested": "Sol·licitud sobre les dades pròpies",
    "rights.extended": "Avís que la resposta triga més",
    "rights.answered": "Sol·licitud resposta",
  },
};

export const requestActs: Readonly<Record<Language, Acts>> = all;
