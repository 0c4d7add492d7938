// The words of the first page and the built-in mailbox, for who tries Licet out, in Finnish.
import type { Newcomer } from "./en.ts";

export const fi: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Määritetty: ${controller}`,
    title: "Onko se sallittua?",
    lead: "Licet kysyy sen ennen jokaista sähköpostia: tälle henkilölle, tähän tarkoitukseen, tällä hetkellä. Ilman tallennettua näyttöä vastaus on ei.",
    forms: "Missä ihmiset sanovat kyllä",
    formsText: "Jokainen lomake säilyttää täsmälleen ne sanat, jotka näytettiin.",
    kinds: { signUp: "Ilmoittautuminen", order: "Tilaus", informationRequest: "Tiedot" },
    mailbox: "Minne posti saapuu",
    mailboxText:
      "Postipalvelinta ei ole määritetty, joten sisäänrakennettu postilaatikko kerää kaiken. Mikään ei lähde tältä koneelta.",
    openMailbox: "Avaa postilaatikko",
    commands: "Missä päätät",
    commandsText: "Päätteessä, tämän palvelimen rinnalla:",
    audience: "kenelle saa kirjoittaa, kenelle ei, ja miksi",
    explain: "yhden henkilön koko tarina, artikloineen",
    send: "kysy jokaisesta, lähetä missä se on sallittua, säilytä näyttö",
  },
  mailbox: {
    search: "Vastaanottaja",
    show: "Näytä",
    nobody: "Tähän osoitteeseen ei ole lähetetty mitään.",
    title: "Postilaatikko",
    lead: "Kaikki viestit, jotka tämä kone olisi lähettänyt.",
    empty: "Ei vielä mitään. Täytä lomake tai lähetä kampanja.",
    older: "Vanhemmat",
    newest: "Uusimmat",
    all: "Kaikki viestit",
    to: "Vastaanottaja",
    from: "Lähettäjä",
    received: "Saapunut",
    headers: "Otsakkeet",
    text: "Pelkkä teksti",
    html: "Kuten sähköpostiohjelma sen näyttää",
    oneClick: "Peru tilaus",
    oneClickText:
      "Sähköpostiohjelma näyttää tämän painikkeen otsakkeiden List-Unsubscribe ja List-Unsubscribe-Post perusteella.",
    noSubject: "(ei aihetta)",
  },
};
