/** What a person is told of each basis and refusal code, in Dutch. */
import type { RecipientWords } from "./recipient-words.ts";

export const nl: RecipientWords = {
  "legal-obligation": "De wet verplicht ons het u te laten weten.",
  rights: "Het is een antwoord op een verzoek dat u over uw gegevens hebt gedaan.",
  contract: "Het hoort bij een overeenkomst die u met ons hebt.",
  "double-opt-in": "Iemand heeft dit adres op een formulier ingevuld, en wij hebben gevraagd of u het was.",
  "requested-information": "U hebt ons om deze informatie gevraagd.",
  consent: "U hebt toestemming gegeven.",
  "soft-opt-in":
    "U hebt bij ons gekocht, hoorde dat wij over gelijksoortige producten konden schrijven en hebt niet geweigerd.",
  "corporate-opt-out": "Wij schrijven u als bedrijf, dat geen bezwaar heeft gemaakt.",
  "input-invalid": "Wij konden niet vaststellen of wij u mogen schrijven, dus hebben wij het niet gedaan.",
  "address-invalid": "Onze e-mails naar uw adres kwamen terug, dus sturen wij ze niet meer.",
  erased: "Uw gegevens zijn gewist, dus schrijven wij u niet meer.",
  restricted: "Het gebruik van uw gegevens is beperkt, dus bewaren wij ze voorlopig alleen.",
  objected: "U hebt bezwaar gemaakt tegen onze reclame, dus sturen wij die niet.",
  "complaint-as-objection": "U hebt een van onze berichten als spam gemeld, dus zijn wij gestopt.",
  withdrawn: "U hebt ons gevraagd te stoppen, dus zijn wij gestopt.",
  "under-age": "Wij schrijven kinderen alleen met toestemming van een ouder of voogd.",
  "exclusion-register":
    "U staat op een officiële lijst van mensen die geen reclame willen, dus sturen wij die niet.",
  "register-stale":
    "Wij konden de officiële lijst van wie geen reclame wil niet nagaan, dus hebben wij niet geschreven.",
  "third-party-source": "U hebt ons uw adres niet zelf gegeven, dus sturen wij u geen reclame.",
  "repermission-no-basis": "Wij mogen u niet schrijven alleen om te vragen of wij mogen schrijven.",
  "message-noncompliant":
    "In een bericht van ons ontbrak informatie waar u recht op hebt, dus is het niet verzonden.",
  "promo-in-service": "Wij houden reclame uit berichten die u nodig hebt of waar u om vroeg.",
  "ads-in-neutral-mail": "Wij houden reclame uit berichten die alleen iets bevestigen.",
  "no-legal-duty":
    "Wij kennen geen wet die ons verplicht u dit te laten weten, dus hebben wij niet geschreven.",
  "no-case": "U hebt geen lopend verzoek waarop dit bericht een antwoord zou zijn.",
  "not-necessary": "U hebt geen lopende overeenkomst met ons die dit bericht nodig heeft.",
  "doi-limit": "Wij vragen maar één keer om een bevestiging, kort nadat een formulier is ingevuld.",
  "beyond-request": "U hebt hier niet om gevraagd, of u hebt alles gekregen waar u om vroeg.",
  "third-party-consent": "De vastgelegde toestemming is niet van uzelf, dus baseren wij ons er niet op.",
  "legacy-consent":
    "Uw toestemming is ouder dan de huidige regels en niet volledig genoeg om ons op te baseren.",
  "no-proof": "Wij kunnen niet bewijzen dat u toestemming gaf, dus schrijven wij niet.",
  "not-affirmative": "De vraag liet u niet echt kiezen, dus schrijven wij niet.",
  conditional: "U moest akkoord gaan om iets anders te krijgen, dus zien wij dat niet als toestemming.",
  "not-specific": "Eén vakje vroeg u meerdere dingen tegelijk, dus baseren wij ons er niet op.",
  "controller-not-named": "Uw toestemming noemt anderen en niet ons, dus schrijven wij niet.",
  "scope-mismatch": "U gaf toestemming voor iets anders, dus sturen wij dit niet.",
  "not-informed": "Toen u werd gevraagd, is u niet genoeg verteld, dus baseren wij ons er niet op.",
  "controller-changed": "Het bedrijf hierachter is veranderd zonder dat u het wist, dus schrijven wij niet.",
  "doi-unconfirmed": "U hebt niet op de knop in onze bevestigingsmail gedrukt, dus is er niets begonnen.",
  "doi-expired": "U bevestigde toen de link al was verlopen, dus is er niets begonnen.",
  "doi-bot":
    "De link in onze e-mail is geopend, maar er is niet op de knop gedrukt, dus is er niets begonnen.",
  "consent-decayed": "Wij hebben lang niets van u gehoord, dus baseren wij ons niet meer op uw toestemming.",
  "no-sale-context": "U hebt bij ons niets gekocht waardoor wij u mogen schrijven.",
  "free-account-not-sale": "U hebt een gratis account bij ons, en alleen daarom mogen wij u niet schrijven.",
  "not-from-customer": "U hebt ons dit adres niet gegeven toen u bij ons kocht, dus gebruiken wij het niet.",
  "no-optout-at-collection": "U kon niet weigeren toen u bij ons kocht, dus schrijven wij niet.",
  "refused-at-collection":
    "U hebt ons bij een aankoop gezegd dat u geen reclame wilt, dus sturen wij die niet.",
  "not-same-person": "U hebt bij een ander bedrijf gekocht en niet bij ons.",
  "not-similar": "Dit lijkt niet op wat u bij ons hebt gekocht, dus sturen wij het niet.",
  "soft-expired": "U hebt lang geleden bij ons gekocht, dus schrijven wij u daarom niet meer.",
  "not-corporate": "Om u te schrijven hebben wij uw toestemming nodig, en die hebben wij niet.",
  "role-mismatch": "Niets zegt ons waarom dit uw werk zou betreffen, dus hebben wij het niet verzonden.",
  "no-lia": "Wij hebben ons belang niet tegen het uwe afgewogen, dus schrijven wij niet.",
  "no-art14": "Het bericht zei niet waar wij uw adres vandaan hebben, dus is het niet verzonden.",
  "no-basis": "Niets wat is vastgelegd staat ons toe u te schrijven, dus doen wij het niet.",
};
