// The sentences of mail in Finnish.
import type { MailCopy } from "./sentences.ts";

export const fi: MailCopy = {
  footer: {
    advertising: "Mainos",
    objection: "Voit kieltää mainonnan milloin tahansa, maksutta ja perustelematta.",
    sentBy: "Lähettäjä:",
    unsubscribe: "Peru tilaus",
    preferences: "Valintasi",
    why: "Miksi saan tämän?",
  },
  confirmation: {
    subject: (controller) => `Vahvista: sähköpostia lähettäjältä ${controller}`,
    asked: (controller) =>
      `Tämä osoite kirjoitettiin lomakkeelle (${controller}), jotta sähköpostiin tulisi:`,
    button: "Vahvista",
    expires: (moment) => `Linkki toimii ${moment} asti.`,
    notYou: "Jos se et ollut sinä, älä tee mitään: ilman vahvistustasi et saa mitään.",
  },
  order: {
    subject: (controller) => `Tilauksesi, ${controller}: olitko se sinä?`,
    received: (controller) => `${controller} on saanut tämän tilauksen osoitteellasi:`,
    please: "Kerro seuraavalla sivulla, että se on sinun: silloin tiedämme, että myös tämä osoite on.",
    button: "Katso ja vastaa",
    expires: (moment) => `Linkki toimii ${moment} asti.`,
    notYou: "Jos se et ollut sinä, älä paina siellä painiketta, ja kerro siitä alla olevaan osoitteeseen.",
  },
  information: {
    because: (controller) =>
      `Saat tämän viestin, koska pyysit sitä (${controller}). Se ei tilaa sinulle mitään.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} ei enää kirjoita sinulle`,
    received: (moment) => `Saimme pyyntösi ${moment}, ja se tuli voimaan heti.`,
    stopped: (controller) => `${controller} ei enää lähetä sinulle:`,
    stoppedAll: (controller) => `${controller} ei enää lähetä sinulle mainoksia.`,
    questions:
      "Sinun ei tarvitse tehdä mitään. Jos sinulla on kysyttävää, kirjoita alla olevaan osoitteeseen.",
  },
  link: {
    subject: (controller) => `Linkki valintoihisi, ${controller}`,
    asked: (controller) =>
      `Joku pyysi linkkiä nähdäkseen ja muuttaakseen, mitä ${controller} lähettää tähän osoitteeseen.`,
    button: "Avaa sivu",
    expires: (moment) =>
      `Linkki osoittaa ${moment} asti, että tämä sähköposti on sinun. Älä anna sitä eteenpäin.`,
    notYou: "Jos se et ollut sinä, älä tee mitään: mikään ei ole muuttunut.",
  },
  address: {
    subject: (controller) => `Onko tämä uusi osoitteesi (${controller})?`,
    asked: (controller) => `Joku, jolle ${controller} kirjoittaa, antoi tämän uudeksi osoitteekseen.`,
    button: "Katso ja vastaa",
    expires: (moment) => `Linkki toimii ${moment} asti.`,
    notYou: "Jos se et ollut sinä, älä tee mitään: tähän osoitteeseen ei lähetetä mitään.",
    noticeSubject: (controller) => `Uusi osoite annettu (${controller})`,
    notice: (controller) =>
      `Valintojesi sivulla (${controller}), joka avattiin tähän sähköpostiin lähetetyllä linkillä, annettiin uusi osoite. Heti kun se vastaa, valintasi ovat voimassa siellä, eikä tänne enää lähetetä mitään.`,
    noticeNotYou: "Jos se et ollut sinä, kirjoita heti alla olevaan osoitteeseen.",
  },
  guardian: {
    subject: (controller) => `Saako tämä lapsi sähköpostia lähettäjältä ${controller}?`,
    asked: (controller) => `Lapsi antoi osoitteesi lähettäjälle ${controller} huoltajan osoitteena.`,
    why: "Siinä iässä laki vaatii huoltajan luvan. Seuraava sivu näyttää lapsen osoitteen ja sen, mitä hän haluaa saada.",
    button: "Katso ja vastaa",
    expires: (moment) => `Linkki toimii ${moment} asti.`,
    nothing: "Jos et tee mitään, mitään ei tapahdu: lapselle ei lähetetä mitään, eikä mitään säilytetä.",
  },
  privacyContact: "Tietosuoja:",
};
