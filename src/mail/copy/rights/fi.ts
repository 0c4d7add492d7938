// The sentences of mail about rights in Finnish.
import type { RightsSentences } from "./sentences.ts";

export const fi: RightsSentences = {
  link: {
    subject: (controller) => `Tietosi: ${controller}`,
    asked: (controller) => `Sivulla, jota ylläpitää ${controller}, pyydettiin linkkiä tähän osoitteeseen.`,
    button: "Katso tietosi",
    expires: (moment) =>
      `Linkki toimii ${moment} saakka. Kenellä se on, näkee kaiken, mitä sinusta on tallessa, ja voi poistattaa sen: älä välitä tätä viestiä eteenpäin.`,
    notYou: "Jos se et ollut sinä, älä tee mitään: mikään ei muutu itsestään.",
  },
  nothing: {
    subject: (controller) => `${controller}: sinusta ei ole tallessa mitään`,
    none: (controller) =>
      `Kysyit, mitä ${controller} tallentaa sinusta. Tästä osoitteesta ei mitään: ei nimeä, ei valintaa, ei viestiä.`,
    erased: (controller) =>
      `Kysyit, mitä ${controller} tallentaa sinusta. Se, mitä tästä osoitteesta tiedettiin, on poistettu.`,
    trace:
      "Jäljelle jää osoitteesta muodostettu luku sekä päivät, joina toimit, ja sanamuoto, joka silloin oli voimassa. Kukaan ei voi lukea siitä osoitetta; sen avulla noudatetaan sitä, mitä pyysit, ja osoitetaan, että aiemmat viestit olivat laillisia (GDPR 17(3)(b) ja (e)).",
    notYou:
      "Tämä osoite säilytettiin vain tätä viestiä varten, eikä sitä enää ole. Jos et itse kysynyt, sinun ei tarvitse tehdä mitään.",
  },
  reply: {
    subject: (controller) => `Pyyntösi: ${controller}`,
    about: (day, right) => `Saimme ${day} pyyntösi: ${right}.`,
    rights: {
      access: "tieto siitä, mitä sinusta on tallessa (GDPR 15)",
      rectification: "tietojen oikaisu (GDPR 16)",
      erasure: "tietojesi poisto (GDPR 17)",
      restriction: "tietojesi käytön rajoittaminen tai rajoituksen poisto (GDPR 18)",
      portability: "tietojesi siirto (GDPR 20)",
      objection: "tietojesi käytön vastustaminen (GDPR 21)",
      other: "tietojasi koskeva pyyntö",
    },
    received: (day) => `Saat vastauksemme viimeistään ${day}.`,
    extended: (day) => `Tarvitsemme aikaa yli kuukauden. Saat vastauksemme viimeistään ${day}. Syy:`,
    outcome: {
      granted: "Se on tehty.",
      partly: "Teimme sen osittain:",
      refused: "Emme voi tehdä sitä. Syy:",
    },
    erased: (controller) => `${controller} on poistanut kaikki henkilökohtaiset tietosi. Sitä ei voi perua.`,
    kept: [
      "Osoitteestasi muodostettu luku, jotta sinulle ei kirjoiteta uudelleen (GDPR 17(3)(b), 21(3)).",
      "Jokaisesta teosta, mikä, milloin ja millä sanamuodolla, ja jokaisesta viestistä, milloin ja millä perusteella, jotta voidaan osoittaa sen laillisuus (GDPR 17(3)(e), 5(2)).",
    ],
    gone: "Vain edellä mainittu säilyy. Osoitteesi säilytettiin tämän viestin lähettämiseen asti, eikä sitä enää ole.",
    complaint: "Voit valittaa tietosuojaviranomaiselle ja viedä asian tuomioistuimeen (GDPR 77, 79).",
  },
};
