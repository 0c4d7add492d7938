// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Finnish.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("fi", { one: "yhden kerran", other: "# kertaa" });

export const fi: Forms = {
  whole: "Kaikki tiedoistasi",
  form: {
    email: "Sähköpostiosoite",
    country: "Maa",
    countryHint: "Vapaaehtoinen. Se ratkaisee vain, mikä laki suojaa sinua parhaiten.",
    noCountry: "En halua kertoa",
    products: "Mitä haluat?",
    boxes: "Saammeko kirjoittaa sinulle?",
    boxesHint: "Valinta on sinun. Mitään ei ole rastitettu valmiiksi, eikä siitä riipu mikään.",
    confirmHint:
      "Jos rastitat ruudun, lähetämme yhden viestin varmistaaksemme, että se olit sinä. Mikään ei ala ennen kuin painat viestin painiketta.",
    softOptIn: "Samankaltaiset tuotteet",
    refusalKept: "Rastitit, ettet halua näitä viestejä. Olemme säilyttäneet sen.",
    notice: "Tärkein tieto tietosuojasta",
    signUp: "Tilaa",
    order: "Maksuvelvollisuuden sisältävä tilaus",
    informationRequest: "Lähettäkää minulle",
    unavailable: "Tämä lomake on suljettu",
    unavailableText: "Tässä osoitteessa ei ole lomaketta, tai se ei ole enää käytössä.",
  },
  mistakes: {
    title: "Jotakin puuttuu",
    prefix: "Tarkista: ",
    "address-missing": "Kirjoita sähköpostiosoitteesi.",
    "address-malformed": "Tämä ei näytä sähköpostiosoitteelta. Esimerkki: nimi@example.org.",
    "country-unknown": "Valitse maa luettelosta tai jätä kohta avoimeksi.",
    "product-missing": "Valitse, mitä haluat tilata.",
    "nothing-asked": "Rastita ainakin yksi ruutu. Muuten ei ole mitään tilattavaa.",
    tickAgain:
      "Suojellaksemme sinua emme koskaan rastita ruutua puolestasi. Jos olit rastittanut ruutuja, rastita ne uudelleen.",
    unknownPage:
      "Sivu ei saapunut kokonaisena, joten mitään ei tallennettu. Tässä se on uudelleen, kirjoittamasi tiedot mukana. Tarkista se ja lähetä vielä kerran.",
  },
  thanks: {
    signUp: "Kiitos",
    order: "Kiitos tilauksestasi",
    informationRequest: "Se on matkalla",
    look: "Katso nyt sähköpostiasi",
    mailbox:
      "Lähetämme viestin, jossa on vahvistuspainike. Mikään ei ala ennen kuin painat sitä. Viesti tulee yleensä heti; usean pyynnön jälkeen se voi kestää enintään päivän, sillä kirjoitamme samaan osoitteeseen vain muutaman kerran päivässä. Jos viestiä ei tule, osoite voi olla väärin kirjoitettu.",
    orderMail:
      "Lähetämme sinulle viestin tästä tilauksesta. Siinä on painike, jolla kerrot tilauksen olevan sinun.",
    orderOpens: "Ennen kuin painat sitä, tilaus ei oikeuta mainontaan tähän osoitteeseen.",
    refused: "Et halua sähköpostia samankaltaisista tuotteista. Se on nyt tallennettu.",
    recorded: "Valintasi on tallennettu. Jokaisessa mainosviestissä on linkki lopettamiseen.",
    reference: (reference) => `Tilausnumerosi on ${reference}.`,
    answer:
      "Lähetämme pyytämäsi sähköpostiisi, emmekä mitään muuta. Jos olet pyytänyt sitä useasti, se voi kestää päivän.",
    kept: "Et rastittanut ruutuja, joten kirjoitamme sinulle vain tästä tilauksesta.",
  },
  confirm: {
    title: "Olitko se sinä?",
    lead: (when) => `Joku kirjoitti osoitteesi lomakkeellemme ${when} ja rastitti:`,
    leadOrder: (when) => `Joku teki tämän tilauksen osoitteellasi ${when}:`,
    country: (name) => `Ilmoitettu maa: ${name}.`,
    told: "Ja tämä oli tilauksen vieressä; kieltoruutua ei rastitettu:",
    refused: "Ruutu, joka kieltää viestit samankaltaisista tuotteista, rastitettiin. Kielto on voimassa.",
    several: (count) =>
      `Osoitettasi käytettiin ${times(count)}. Jokaisella kerralla on oma painikkeensa: paina vain sitä, mikä oli sinulta.`,
    expiredOrder:
      "Aikaa on kulunut liikaa, joten mitään ei vahvistettu. Tilaukseen se ei vaikuta; se ei vain oikeuta mainontaan.",
    button: "Kyllä, se olin minä",
    otherwise: "Jos se et ollut sinä, sulje tämä sivu. Mainoksia ei lähetetä.",
    until: (when) => `Painike toimii ${when} asti.`,
    done: "Vahvistettu",
    doneText: "Kiitos. Tämä on nyt tallennettu:",
    doneLater: "Jokaisessa mainosviestissä on linkki lopettamiseen, ja se vaikuttaa heti.",
    barred:
      "Täytettyäsi lomakkeen pyysit meitä lopettamaan, ja se on yhä voimassa. Jos muutit mielesi, täytä lomake uudelleen.",
    expired: "Tämä painike on vanhentunut",
    expiredText:
      "Lomakkeen täyttämisestä on kulunut liikaa aikaa, joten mitään ei vahvistettu. Voit täyttää sen uudelleen; se vie vain hetken.",
    again: "Täytä lomake uudelleen",
  },
  notice: {
    title: "Tietosuoja",
    version: (version) => `Versio ${version}`,
    second: "Kokonaisuudessaan",
  },
};
