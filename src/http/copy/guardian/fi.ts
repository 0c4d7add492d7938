// The words for children and for the parent or guardian who decides with them, in Finnish.
import type { GuardianWords } from "./en.ts";

export const fi: GuardianWords = {
  guardian: {
    birthDate: "Syntymäaika",
    birthHint:
      "Tämä on tehty myös lapsille. Laki vaatii tietämään, tarvitaanko huoltajan lupa; päivää ei käytetä muuhun.",
    mistakes: {
      "birth-missing": "Anna syntymäaika.",
      "birth-malformed":
        "Tämä ei voi olla syntymäaika. Kirjoita vuosi, kuukausi ja päivä, esimerkiksi 2014-03-31.",
      "guardian-missing": "Anna huoltajan sähköpostiosoite.",
      "guardian-malformed": "Huoltajan osoite ei näytä sähköpostiosoitteelta. Esimerkki: nimi@example.org.",
      "guardian-same": "Huoltajan osoitteen on oltava eri kuin lapsen.",
    },
    young: (age: number) => `Alle ${age}-vuotias: huoltajan lupa tarvitaan`,
    youngText:
      "Laki sallii tilaamisen vain yhdessä huoltajan kanssa. Anna huoltajan sähköpostiosoite, niin kysymme häneltä. Ennen lupaa emme säilytä mitään kirjoitetusta emmekä lähetä sinulle mitään.",
    field: "Huoltajan sähköpostiosoite",
    asked: "Huoltajalta on kysytty",
    askedText: (until: string) =>
      `Viesti, jossa on linkki, on matkalla huoltajalle. Jos kukaan ei anna lupaa ennen hetkeä ${until}, mitään ei tapahdu emmekä säilytä mitään kirjoitetusta.`,
    title: "Saako tämä lapsi tilata?",
    lead: "Lapsi haluaa saada meiltä sähköpostia ja on liian nuori päättämään siitä yksin. Se tulisi tähän osoitteeseen:",
    words: "Lapsi rastitti:",
    born: (day: string) => `Ilmoitettu syntymäaika: ${day}.`,
    statement:
      "Painamalla painiketta vakuutat, että olet täysi-ikäinen, että olet tämän lapsen huoltaja ja että annat luvan.",
    button: "Kyllä, annan luvan",
    otherwise:
      "Jos et anna lupaa, sulje tämä sivu. Silloin lapselle ei lähetetä mitään emmekä säilytä mitään kirjoitetusta.",
    done: "Lupasi on kirjattu",
    doneText:
      "Voit perua sen milloin tahansa: jokaisessa mainosviestissä on linkki lopettamiseen, ja voit kirjoittaa tietosuojayhteyshenkilöllemme.",
    doneMail:
      "Lapsen postilaatikkoon tulee nyt yksi viesti, jossa on painike. Mitään ei ala ennen kuin sitä painetaan.",
    expired: "Tämä linkki on vanhentunut",
    expiredText:
      "Mitään ei kirjattu emmekä ole säilyttäneet mitään kirjoitetusta. Lapsi voi täyttää lomakkeen uudelleen.",
  },
};
