// Words beside a box that make the consent worth nothing are recognised in each of the twelve languages; denials are not.
import { describe, expect, test } from "vitest";
import { boxWords, fill, readyWordings } from "../wordings/ready.ts";
import { type WordingLanguage, wordingLanguages } from "../wordings/wordings.ts";
import { lintWords } from "./lint-words.ts";
import type { LintCode } from "./rules.ts";

type Bad = Readonly<Record<WordingLanguage, string>>;

const bad: Partial<Record<LintCode, Bad>> = {
  "bundled-with-terms": {
    en: "I accept the terms and the privacy policy and want the newsletter by email.",
    fr: "J’accepte les conditions générales et souhaite recevoir la lettre d’information par courriel.",
    es: "Acepto los términos y condiciones y quiero el boletín por correo electrónico.",
    de: "Ich akzeptiere die AGB und möchte den Newsletter per E-Mail bekommen.",
    it: "Accetto i termini e condizioni e voglio la newsletter via email.",
    pt: "Aceito os termos e condições e quero o boletim por email.",
    nl: "Ik ga akkoord met de algemene voorwaarden en wil de nieuwsbrief per e-mail.",
    pl: "Akceptuję regulamin i proszę o newsletter e-mailem.",
    sv: "Jag godkänner de allmänna villkoren och vill ha nyhetsbrevet med e-post. Allmänna villkor gäller.",
    da: "Jeg accepterer handelsbetingelserne og vil gerne have nyhedsbrevet på e-mail.",
    fi: "Hyväksyn käyttöehdot ja haluan uutiskirjeen sähköpostilla.",
    ca: "Accepto els termes i condicions i vull el butlletí per correu electrònic.",
  },
  "conditional-service": {
    en: "You must agree to the newsletter by email to complete your order.",
    fr: "Pour commander, vous devez accepter la lettre d’information par courriel.",
    es: "Al realizar el pedido recibirá el boletín por correo electrónico.",
    de: "Mit der Bestellung erhalten Sie den Newsletter per E-Mail.",
    it: "Per ordinare deve accettare la newsletter via email.",
    pt: "Ao comprar, recebe o boletim por email.",
    nl: "Toestemming voor de nieuwsbrief per e-mail is verplicht.",
    pl: "Składając zamówienie, otrzymasz newsletter e-mailem.",
    sv: "Genom att beställa får du nyhetsbrevet med e-post.",
    da: "Ved at bestille får du nyhedsbrevet på e-mail.",
    fi: "Tilaamalla saat uutiskirjeen sähköpostilla.",
    ca: "En fer la comanda rebrà el butlletí per correu electrònic.",
  },
  "opt-out-box": {
    en: "Untick this box if you would not like the newsletter by email.",
    fr: "Je ne souhaite pas recevoir la lettre d’information par courriel.",
    es: "Marque esta casilla si no desea el boletín por correo electrónico.",
    de: "Ich möchte keinen Newsletter per E-Mail. Ich möchte keine Angebote.",
    it: "Non desidero ricevere la newsletter via email.",
    pt: "Não desejo receber o boletim por email.",
    nl: "Ik wil geen nieuwsbrief per e-mail.",
    pl: "Nie chcę dostawać newslettera e-mailem.",
    sv: "Jag vill inte ha nyhetsbrevet med e-post.",
    da: "Jeg ønsker ikke nyhedsbrevet på e-mail.",
    fi: "En halua uutiskirjettä sähköpostilla.",
    ca: "No desitjo rebre el butlletí per correu electrònic.",
  },
  "others-unnamed": {
    en: "Yes, you and our partners may email me news and offers.",
    fr: "Oui, vous et nos partenaires pouvez m’envoyer des offres par courriel.",
    es: "Sí, la empresa y sus socios pueden enviarme ofertas por correo electrónico.",
    de: "Ja, Sie und ausgewählte Partner dürfen mir Angebote per E-Mail schicken.",
    it: "Sì, voi e i vostri partner selezionati potete inviarmi offerte via email.",
    pt: "Sim, a empresa e os seus parceiros podem enviar-me ofertas por email.",
    nl: "Ja, u en derden mogen mij aanbiedingen per e-mail sturen.",
    pl: "Tak, chcę dostawać e-mailem oferty firmy oraz jej zaufanych partnerów.",
    sv: "Ja, ni och utvalda partner får skicka erbjudanden till mig med e-post.",
    da: "Ja, I og udvalgte partnere må sende mig tilbud på e-mail.",
    fi: "Kyllä, yritys ja sen yhteistyökumppanit saavat lähettää tarjouksia sähköpostilla.",
    ca: "Sí, l’empresa i els seus socis em poden enviar ofertes per correu electrònic.",
  },
  "second-purpose": {
    en: "Yes, email me the newsletter and profile my interests.",
    fr: "Oui, envoyez-moi la lettre d’information par courriel et analyser mes centres d’intérêt vous est permis.",
    es: "Sí, pueden enviarme el boletín por correo electrónico y elaborar un perfil mío.",
    de: "Ja, schicken Sie mir den Newsletter per E-Mail und werten Sie mein Verhalten und Profildaten aus.",
    it: "Sì, potete inviarmi la newsletter via email e profilare i miei interessi.",
    pt: "Sim, podem enviar-me o boletim por email e partilhar os meus dados.",
    nl: "Ja, stuur mij de nieuwsbrief per e-mail en maak een profiel van mij, dus en mijn gedrag analyseren.",
    pl: "Tak, chcę dostawać newsletter e-mailem i profilowanie moich zainteresowań.",
    sv: "Ja, skicka nyhetsbrevet med e-post och profilera mig.",
    da: "Ja, send mig nyhedsbrevet på e-mail og analysere min adfærd.",
    fi: "Kyllä, saa lähettää uutiskirjeen sähköpostilla ja profiloida minut.",
    ca: "Sí, em poden enviar el butlletí per correu electrònic i elaborar un perfil meu.",
  },
  "channels-several": {
    en: "Yes, send me the newsletter by email, SMS and phone.",
    fr: "Oui, envoyez-moi vos offres par courriel et par SMS.",
    es: "Sí, pueden enviarme ofertas por correo electrónico y SMS.",
    de: "Ja, ich bekomme Angebote gern per E-Mail und SMS.",
    it: "Sì, inviatemi offerte via email e SMS.",
    pt: "Sim, podem enviar-me ofertas por email e SMS.",
    nl: "Ja, stuur mij aanbiedingen per e-mail en sms.",
    pl: "Tak, chcę dostawać oferty e-mailem i SMS-em.",
    sv: "Ja, skicka erbjudanden med e-post och sms.",
    da: "Ja, send mig tilbud på e-mail og sms.",
    fi: "Kyllä, saa lähettää tarjouksia sähköpostilla ja tekstiviestillä.",
    ca: "Sí, em poden enviar ofertes per correu electrònic i SMS.",
  },
  "channel-unsaid": {
    en: "Yes, I would like your news.",
    fr: "Oui, je souhaite vos nouveautés.",
    es: "Sí, quiero sus novedades.",
    de: "Ja, ich möchte Ihre Neuigkeiten.",
    it: "Sì, desidero le vostre novità.",
    pt: "Sim, quero as novidades.",
    nl: "Ja, ik wil uw nieuws ontvangen.",
    pl: "Tak, chcę otrzymywać nowości.",
    sv: "Ja, jag vill ha nyheter.",
    da: "Ja, jeg vil gerne have nyheder.",
    fi: "Kyllä, haluan uutisia.",
    ca: "Sí, vull les seves novetats.",
  },
  "purpose-unnamed": {
    en: "Yes, you may email me.",
    fr: "Oui, vous pouvez m’écrire par courriel.",
    es: "Sí, pueden escribirme por correo electrónico.",
    de: "Ja, Sie dürfen mir per E-Mail schreiben.",
    it: "Sì, potete scrivermi via email.",
    pt: "Sim, podem escrever-me por email.",
    nl: "Ja, u mag mij per e-mail schrijven.",
    pl: "Tak, możecie pisać do mnie e-mailem.",
    sv: "Ja, ni får skriva till mig med e-post.",
    da: "Ja, I må skrive til mig på e-mail.",
    fi: "Kyllä, minulle saa kirjoittaa sähköpostilla.",
    ca: "Sí, em poden escriure per correu electrònic.",
  },
};

const rulesOf = (text: string, language: WordingLanguage) =>
  lintWords({
    text,
    language,
    purposeKey: "newsletter",
    label: readyWordings[language].boxes.newsletter.label,
    controllerName: "Lunaria",
    childDirected: false,
  }).map(({ rule }) => rule);

describe.each(Object.entries(bad))("%s", (rule, texts) => {
  test.each(wordingLanguages)("is told in %s", (language) => {
    expect(rulesOf(texts[language], language)).toContain(rule);
  });
});

describe("no false alarm", () => {
  test.each<[WordingLanguage, string]>([
    [
      "en",
      "Yes, email me your newsletter. We never pass it on to third parties. I can withdraw this at any time.",
    ],
    ["en", "Yes, email me your newsletter. Ticking this box is not required to order."],
    [
      "fr",
      "Oui, envoyez-moi la lettre d’information par courriel. Mon adresse n’est pas transmise à des tiers.",
    ],
    [
      "es",
      "Sí, quiero el boletín por correo electrónico. Marcarla no es obligatorio. No se cede a terceros.",
    ],
    [
      "de",
      "Ja, ich möchte den Newsletter per E-Mail. Die Adresse wird nicht an Dritte weitergegeben. Das ist nicht verpflichtend.",
    ],
    ["it", "Sì, voglio la newsletter via email. Non è obbligatorio e i dati non vanno a terzi."],
    ["pt", "Sim, quero o boletim por email. Não é obrigatório."],
    ["nl", "Ja, ik wil de nieuwsbrief per e-mail. Dat is niet verplicht. Mijn adres gaat niet naar derden."],
    [
      "pl",
      "Tak, chcę newsletter e-mailem. Zgoda nie jest obowiązkowa. Nie przekazujemy danych: żadnych podmiotów trzecich nie ma.",
    ],
    ["sv", "Ja, jag vill ha nyhetsbrevet med e-post. Det är inte obligatoriskt."],
    ["da", "Ja, jeg vil gerne have nyhedsbrevet på e-mail. Det er ikke obligatorisk."],
    ["ca", "Sí, vull el butlletí per correu electrònic. No és obligatori."],
  ])("in %s: %s", (language, text) => {
    expect(rulesOf(text, language)).toEqual([]);
  });

  test("where a box is longer than a box should be, that is told", () => {
    const text = fill(boxWords("en", "newsletter"), { topic: "shoes and boots and sandals ".repeat(20) });
    expect(rulesOf(text, "en")).toEqual(["box-long"]);
  });
});
