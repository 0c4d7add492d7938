// The words of what a person may do on the page of their choices, and of links that have ended, in Finnish.
import type { PersonWords } from "./en.ts";

export const fi: PersonWords = {
  own: {
    joining: "Painamalla painiketta sanot:",
    askFirst:
      "Lähetämme sinulle silloin yhden viestin, jossa on painike. Mikään ei ala ennen kuin painat sitä.",
    joined: "Valmis. Tämä on voimassa heti.",
    asked:
      "Katso nyt sähköpostiasi: lähetämme viestin, jossa on painike, eikä mikään ala ennen kuin painat sitä. Viesti tulee yleensä heti; usean pyynnön jälkeen se voi kestää enintään päivän.",
    measured: "Mittaaminen",
    measuredText: "Tämä on erillään muusta: ilman sitä saat samat viestit, emmekä tallenna, mitä avaat.",
    paused: (day: string) => `Sinulta on kysytty, etkä suostunut. Emme kysy uudelleen ennen päivää ${day}.`,
    renew: "Kyllä, jatketaan",
    lapses: (day: string) => `Tämä päättyy ${day}, jos et sano sitä uudelleen.`,
    rights: "Yksi oikeus ilman toista",
    withdraw: "Peru kaikki suostumukset",
    withdrawText:
      "Se, mihin kerran suostuit, päättyy (GDPR 7(3)). Se, mikä perustuu muuhun, kuten ostoon, jatkuu, kunnes kiellät sen.",
    object: "Kiellä kaikki mainonta",
    objectText:
      "Emme enää käytä tietojasi mainontaan, mikä ikinä sen sallikin (GDPR 21(2)), ennen kuin itse pyydät sitä.",
    language: "Kieli, jolla puhumme sinulle",
    keep: "Tallenna",
    often: "Kuinka usein?",
    keepNamed: (purpose) => `Tallenna, kuinka usein saat ”${purpose}”`,
    frequencies: {
      any: "Sitä mukaa kuin niitä tulee",
      week: "Enintään kerran viikossa",
      month: "Enintään kerran kuukaudessa",
    },
    outdated:
      "Sivu oli auki liian kauan tai ei saapunut kokonaisena, joten mitään ei muutettu. Tässä se on uudelleen: valitse vielä kerran.",
  },
  seen: {
    form: "Lomake sellaisena kuin se oli",
    ticked: "Rastitettu:",
    notTicked: "Ei rastitettu:",
    uses: "Viestit, jotka perustuivat siihen",
    uncertain: "ehkä: yhteys katkesi",
  },
  gone: {
    title: "Tämä linkki on päättynyt",
    text: "Se, mitä tiesimme sinusta, on poistettu, ja sen mukana se, mitä tämä sivu näyttäisi. Säilytimme vain sen, mikä estää lisämainonnan.",
  },
  link: {
    title: "Valintasi",
    lead: "Kirjoita osoitteesi, niin lähetämme linkin sen sähköpostiin: siellä näet ja muutat, mitä lähetämme sinulle.",
    button: "Lähettäkää linkki",
    sent: "Katso nyt sähköpostiasi",
    sentText:
      "Jos tunnemme tämän osoitteen, linkin sisältävä viesti on matkalla. Sanomme kaikille samoin, jottei kukaan saa tietää, kenen osoitteen tunnemme. Usean pyynnön jälkeen se voi kestää enintään päivän.",
  },
  address: {
    title: "Osoitteesi",
    text: "Anna uusi osoite, niin kysymme sen sähköpostista. Valintasi ovat voimassa siellä heti, kun se on vastannut; tänne emme silloin enää kirjoita.",
    field: "Uusi sähköpostiosoite",
    button: "Kysy siltä",
    fresh:
      "Vaihtaaksesi osoitteen pyydä uusi linkki tähän sähköpostiin: edelleenlähetetty viesti ei saa riittää.",
    freshLink: "Pyydä linkki",
    asked: "Olemme kirjoittaneet uuteen osoitteeseen. Mikään ei muutu ennen kuin painat siellä painiketta.",
    same: "Tähän osoitteeseen kirjoitamme jo.",
    often: "Annoit tänään useita osoitteita. Yritä huomenna uudelleen.",
    confirm: "Onko tämä uusi osoitteesi?",
    confirmText:
      "Joku antoi tämän osoitteen uudeksi osoitteekseen. Jos painat painiketta, hänen valintansa ovat voimassa täällä, niin suostumukset kuin kiellot, eikä vanha osoite saa enää viestejä.",
    yes: "Kyllä, se on minun",
    done: "Siirretty",
    doneText: "Valintasi ovat tästä lähtien voimassa täällä. Se, minkä vain osto salli, ei siirry.",
    expired: "Tämä painike on vanhentunut",
    expiredText:
      "Aikaa on kulunut liikaa, joten mitään ei siirretty. Voit antaa osoitteen uudelleen valintojesi sivulla.",
  },
};
