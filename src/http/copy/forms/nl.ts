// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Dutch.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("nl", { one: "één keer", other: "# keer" });

export const nl: Forms = {
  whole: "Alles over uw gegevens",
  form: {
    email: "E-mailadres",
    country: "Land",
    countryHint: "Niet verplicht. Het bepaalt alleen welke wet u het best beschermt.",
    noCountry: "Zeg ik liever niet",
    products: "Wat wilt u?",
    boxes: "Mogen wij u schrijven?",
    boxesHint: "U kiest zelf. Niets is vooraf aangevinkt, en niets hangt ervan af.",
    confirmHint:
      "Als u een vakje aanvinkt, sturen wij u één e-mail om zeker te zijn dat u het was. Er begint niets voordat u op de knop daarin drukt.",
    softOptIn: "Gelijksoortige producten",
    refusalKept: "U hebt aangevinkt dat u deze e-mails niet wilt. Dat hebben wij bewaard.",
    notice: "Het belangrijkste over gegevensbescherming",
    signUp: "Aanmelden",
    order: "Bestelling met betalingsverplichting",
    informationRequest: "Stuur het mij",
    unavailable: "Dit formulier is gesloten",
    unavailableText: "Er is geen formulier op dit adres, of het is niet meer in gebruik.",
  },
  mistakes: {
    title: "Er ontbreekt iets",
    prefix: "Graag nakijken: ",
    "address-missing": "Vul uw e-mailadres in.",
    "address-malformed": "Dit lijkt geen e-mailadres. Een voorbeeld: naam@example.org.",
    "country-unknown": "Kies een land uit de lijst, of laat het open.",
    "product-missing": "Kies wat u wilt bestellen.",
    "nothing-asked": "Vink ten minste één vakje aan. Anders is er niets om u voor aan te melden.",
    tickAgain:
      "Om u te beschermen vinken wij nooit een vakje voor u aan. Had u er aangevinkt, doe dat dan opnieuw.",
    unknownPage:
      "Deze pagina kwam niet heel aan, dus is er niets vastgelegd. Hier is ze opnieuw, met wat u had ingevuld. Kijk haar na en verstuur haar nog een keer.",
  },
  thanks: {
    signUp: "Dank u wel",
    order: "Dank u voor uw bestelling",
    informationRequest: "Het is onderweg",
    look: "Kijk nu in uw mailbox",
    mailbox:
      "Wij sturen u een e-mail met een knop om te bevestigen. Zolang u daar niet op drukt, begint er niets. Meestal komt hij meteen; na meerdere verzoeken kan het tot een dag duren, want wij schrijven maar enkele keren per dag naar één adres. Komt er geen, dan is het adres misschien verkeerd getypt.",
    orderMail: "Wij sturen u een e-mail over deze bestelling, met een knop om te zeggen dat ze van u is.",
    orderOpens:
      "Zolang u daar niet op drukt, geeft de bestelling geen toestemming voor reclame naar dit adres.",
    refused: "U wilt geen e-mails over gelijksoortige producten. Dat is nu vastgelegd.",
    recorded: "Uw keuze is vastgelegd. Elke reclame-e-mail bevat een link om te stoppen.",
    reference: (reference) => `Uw bestelnummer is ${reference}.`,
    answer:
      "Wij sturen waar u om vroeg naar uw mailbox, en verder niets. Hebt u er meerdere keren om gevraagd, dan kan het een dag duren.",
    kept: "U hebt geen vakje aangevinkt, dus wij schrijven u alleen over deze bestelling.",
  },
  confirm: {
    title: "Was u dit?",
    lead: (when) => `Op ${when} heeft iemand uw adres in ons formulier ingevuld en aangevinkt:`,
    leadOrder: (when) => `Op ${when} heeft iemand deze bestelling geplaatst met uw adres:`,
    country: (name) => `Opgegeven land: ${name}.`,
    told: "En dit stond naast de bestelling; het vakje om bezwaar te maken was niet aangevinkt:",
    refused: "Het vakje tegen e-mails over gelijksoortige producten was aangevinkt. Dat blijft gelden.",
    several: (count) =>
      `Uw adres is ${times(count)} gebruikt. Elke keer heeft een eigen knop: druk alleen op wat van u kwam.`,
    expiredOrder:
      "Er is te veel tijd verstreken, dus er is niets bevestigd. Voor de bestelling maakt dat niets uit; ze opent alleen geen reclame.",
    button: "Ja, dat was ik",
    otherwise: "Was u het niet, sluit dan deze pagina. Er wordt geen reclame gestuurd.",
    until: (when) => `De knop werkt tot ${when}.`,
    done: "Bevestigd",
    doneText: "Dank u wel. Dit is nu vastgelegd:",
    doneLater: "Elke reclame-e-mail bevat een link om te stoppen, en die werkt meteen.",
    barred:
      "Nadat u het formulier had ingevuld, hebt u ons gevraagd te stoppen, en dat geldt nog. Bent u van gedachten veranderd, vul het formulier dan opnieuw in.",
    expired: "Deze knop is verlopen",
    expiredText:
      "Er is te veel tijd verstreken sinds u het formulier invulde, dus er is niets bevestigd. U kunt het opnieuw invullen; het duurt maar even.",
    again: "Formulier opnieuw invullen",
  },
  notice: {
    title: "Gegevensbescherming",
    version: (version) => `Versie ${version}`,
    second: "Volledig",
  },
};
