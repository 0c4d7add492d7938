// The words of the page of one's rights, and of asking for a link, in Finnish.
import type { RightsPages } from "./en.ts";

export const fi: RightsPages = {
  rightsLink: {
    title: "Tietosi",
    lead: "Kirjoita osoitteesi, niin lähetämme sinne linkin. Se vie kaikkeen, mitä sinusta on tallessa, ja sen kautta voit oikaista, rajoittaa tai poistaa sen.",
    button: "Lähettäkää linkki",
    sent: "Katso postilaatikkoosi",
    sentText:
      "Jos luet tämän osoitteen postia, linkki on siellä hetken päästä. Jos niitä on pyydetty useita, se voi kestää päivän.",
    otherwise:
      "Jos et enää lue sitä postilaatikkoa tai haluat mieluummin kirjoittaa jollekulle, kirjoita osoitteeseen:",
  },
  rights: {
    title: "Tietosi",
    lead: "Kaikki, mitä sinusta on tallessa, ja mitä voit sille tehdä. Mitä voidaan tehdä heti, tehdään heti.",
    expired: "Tämä linkki ei enää toimi",
    expiredText: "Turvallisuutesi vuoksi se toimii vain päivän. Pyydä uusi; se tulee hetkessä.",
    again: "Pyydä uusi linkki",
    corrected: "Tehty. Se on oikaistu, ja viesti kertoo siitä.",
    restricted: "Tehty. Tästä lähtien tietosi säilytetään, eikä niitä käytetä.",
    lifted: "Tehty. Rajoitus on poistettu.",
    objected: "Tehty. Et saa enää mainoksia.",
    asked: "Kiitos. Se on kirjattu, ja saat vastauksen viimeistään kuukaudessa.",
    outdated:
      "Sivu oli auki liian kauan tai ei tullut perille kokonaan, joten mitään ei tehty. Tässä se on uudelleen.",
    missing: "Kirjoita, mistä on kyse. Mitään ei lähetetty.",
    wrong: "Yhtä tiedoista ei ymmärretty. Mitään ei muutettu.",
    held: "Lyhyesti",
    more: "Kaikki",
    take: "Ota mukaasi",
    takeText:
      "Kaikki, mitä on tallessa, kokonaan (GDPR 15, 20). Jokainen lataus merkitään, ja viesti kertoo siitä.",
    pdf: "Luettavaksi (PDF)",
    json: "Ohjelmille (JSON)",
    correct: "Oikaise",
    correctText: "Se, minkä itse parhaiten tiedät, muutetaan heti (GDPR 16).",
    keep: "kuten on",
    save: "Tallenna",
    elseWrong: "Mikä muu on väärin, ja miten sen pitäisi olla",
    send: "Lähetä",
    restrict: "Rajoita",
    restrictText:
      "Tietosi säilytetään silloin, eikä niitä käytetä mihinkään, kunnes poistat rajoituksen (GDPR 18). Saat vain tällaisia vastauksia.",
    ground: "Miksi",
    restrictButton: "Rajoita",
    lift: "Poista rajoitus",
    liftText: "Tietojesi käyttö on nyt rajoitettu.",
    object: "Vastusta",
    objectText: "Ei enää mainoksia, olipa peruste mikä tahansa (GDPR 21(2)). Syytä ei tarvita.",
    objectButton: "Vastusta mainontaa",
    objectElse: "Vastusta muuta: mitä, ja mistä omasta syystäsi (GDPR 21(1))",
    erase: "Poista",
    eraseText:
      "Kaikki henkilökohtainen sinusta katoaa lopullisesti (GDPR 17). Seuraava sivu kertoo, mitä jää, ja kysyy vielä kerran.",
    eraseButton: "Poista minut …",
    sure: "Poistetaanko kaikki henkilökohtainen?",
    sureLead: "Osoitteesi, kielesi, valintasi ja kaikki, mitä meille kirjoitit, tuhotaan. Sitä ei voi perua.",
    stays: "Tämä jää, ja miksi:",
    sureMail: "Säilytämme osoitteesi, kunnes asian vahvistava viesti on lähetetty, emmekä kauemmin.",
    sureTake: "Jos haluat kopion, ota se ensin.",
    yes: "Kyllä, poista minut",
    no: "Ei, takaisin",
    erased: "Tietosi on poistettu",
    erasedText:
      "Kaikki henkilökohtainen sinusta on tuhottu. Viimeinen viesti vahvistaa sen; sitten osoitteesikin on poissa.",
    other: "Jotakin muuta",
    otherText: "Mikä tahansa muu tietojasi koskeva pyyntö: joku lukee sen ja vastaa kuukaudessa.",
    otherLabel: "Pyyntösi",
    link: "Katso, ota mukaasi tai poista kaikki, mitä sinusta on tallessa",
    grounds: {
      accuracy: "Ne ovat väärin, ja selvitätte asiaa",
      unlawful: "Niiden käyttö on laitonta, mutta en halua niitä poistettavan",
      claims: "Tarvitsen niitä oikeudelliseen vaatimukseen",
      objection: "Olen vastustanut, ja harkitsette asiaa",
    },
  },
};
