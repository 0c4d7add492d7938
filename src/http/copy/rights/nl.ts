// The words of the page of one's rights, and of asking for a link, in Dutch.
import type { RightsPages } from "./en.ts";

export const nl: RightsPages = {
  rightsLink: {
    title: "Uw gegevens",
    lead: "Typ uw adres en wij sturen daar een link naartoe. Hij leidt naar alles wat over u wordt bewaard, en laat u het rectificeren, beperken of wissen.",
    button: "Stuur mij de link",
    sent: "Kijk in uw postbus",
    sentText:
      "Kunt u berichten op dit adres lezen, dan is de link er zo. Zijn er meer aangevraagd, dan kan het een dag duren.",
    otherwise: "Leest u die postbus niet meer, of schrijft u liever iemand, schrijf dan naar:",
  },
  rights: {
    title: "Uw gegevens",
    lead: "Alles wat over u wordt bewaard, en wat u ermee kunt doen. Wat meteen kan, gebeurt meteen.",
    expired: "Deze link geldt niet meer",
    expiredText: "Voor uw veiligheid werkt hij maar een dag. Vraag een nieuwe aan; hij komt zo.",
    again: "Nieuwe link aanvragen",
    corrected: "Gedaan. Het is gerectificeerd, en een bericht zegt het u.",
    restricted: "Gedaan. Vanaf nu worden uw gegevens bewaard en niet gebruikt.",
    lifted: "Gedaan. De beperking is opgeheven.",
    objected: "Gedaan. U krijgt geen reclame meer.",
    asked: "Dank u. Het is vastgelegd, en iemand antwoordt u uiterlijk binnen een maand.",
    outdated:
      "Deze pagina stond te lang open of kwam niet heel aan, dus er is niets gedaan. Hier is ze opnieuw.",
    missing: "Schrijf alstublieft waar het om gaat. Er is niets verzonden.",
    wrong: "Een van de gegevens is niet begrepen. Er is niets veranderd.",
    held: "In het kort",
    more: "Alles",
    take: "Meenemen",
    takeText:
      "Alles wat wordt bewaard, volledig (AVG 15, 20). Elke download wordt genoteerd, en een bericht meldt het u.",
    pdf: "Om te lezen (PDF)",
    json: "Voor programma’s (JSON)",
    correct: "Rectificeren",
    correctText: "Wat u zelf het best weet, wordt meteen veranderd (AVG 16).",
    keep: "zoals het is",
    save: "Bewaren",
    elseWrong: "Wat verder niet klopt, en hoe het zou moeten zijn",
    send: "Verzenden",
    restrict: "Beperken",
    restrictText:
      "Uw gegevens worden dan bewaard, en nergens voor gebruikt tot u het opheft (AVG 18). U krijgt alleen nog antwoorden zoals dit.",
    ground: "Waarom",
    restrictButton: "Beperken",
    lift: "Beperking opheffen",
    liftText: "Het gebruik van uw gegevens is nu beperkt.",
    object: "Bezwaar maken",
    objectText: "Geen reclame meer, waarop die ook berustte (AVG 21(2)). U hoeft geen reden te geven.",
    objectButton: "Bezwaar maken tegen reclame",
    objectElse: "Bezwaar tegen iets anders: waartegen, en om welke reden van u (AVG 21(1))",
    erase: "Wissen",
    eraseText:
      "Alles wat persoonlijk over u is, verdwijnt voorgoed (AVG 17). De volgende pagina zegt wat blijft, en vraagt het nog eens.",
    eraseButton: "Wis mij …",
    sure: "Alles wat persoonlijk is wissen?",
    sureLead:
      "Uw adres, uw taal, uw keuzes en alles wat u ons schreef, worden vernietigd. Het kan niet ongedaan worden gemaakt.",
    stays: "Dit blijft, en waarom:",
    sureMail: "Wij bewaren uw adres tot het bericht dat het bevestigt is verzonden, en niet langer.",
    sureTake: "Wilt u een kopie, neem die dan eerst mee.",
    yes: "Ja, wis mij",
    no: "Nee, terug",
    erased: "U bent gewist",
    erasedText:
      "Alles wat persoonlijk over u was, is vernietigd. Een laatste bericht bevestigt het; daarna is ook uw adres weg.",
    other: "Iets anders",
    otherText: "Elk ander verzoek over uw gegevens: iemand leest het en antwoordt binnen een maand.",
    otherLabel: "Uw verzoek",
    link: "Alles wat over u wordt bewaard bekijken, meenemen of wissen",
    grounds: {
      accuracy: "Ze kloppen niet, en u zoekt dat uit",
      unlawful: "Het gebruik is onrechtmatig, maar ik wil niet dat ze worden gewist",
      claims: "Ik heb ze nodig voor een vordering",
      objection: "Ik heb bezwaar gemaakt, en u weegt het af",
    },
  },
};
