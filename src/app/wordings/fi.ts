// Ready wordings in Finnish. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const fi: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Voin perua suostumukseni milloin tahansa jokaisessa sähköpostissa olevasta linkistä.",
  anyBox: "Kyllä, {controller} saa lähettää minulle sähköpostia tästä aiheesta: {label}.",
  samples: {
    howOften: "enintään kaksi kertaa kuussa",
    topic: "uudet kenkämme ja niiden hoito",
  },
  boxes: {
    newsletter: {
      label: "Uutiskirje",
      clause:
        "Kyllä, {controller} saa lähettää minulle uutiskirjeen sähköpostilla, {howOften}. Sen aiheet: {topic}.",
      aim: "Lähetämme sinulle uutiskirjeen sähköpostilla.",
    },
    offers: {
      label: "Tarjoukset ja alennukset",
      clause:
        "Kyllä, {controller} saa lähettää minulle tarjouksia ja alennuksia sähköpostilla, {howOften}. Niiden aiheet: {topic}.",
      aim: "Lähetämme sinulle tarjouksia ja alennuksia sähköpostilla.",
    },
    events: {
      label: "Tapahtumat ja kutsut",
      clause: "Kyllä, {controller} saa lähettää minulle kutsuja tapahtumiinsa sähköpostilla, {howOften}.",
      aim: "Kutsumme sinut tapahtumiimme sähköpostilla.",
    },
    surveys: {
      label: "Kyselyt",
      clause:
        "Kyllä, {controller} saa lähettää minulle kyselyjä sähköpostilla, {howOften}. Niissä kysytään, mitä mieltä olen tuotteista ja palveluista.",
      aim: "Kysymme sähköpostilla lähetettävissä kyselyissä, mitä mieltä olet tuotteistamme ja palveluistamme.",
    },
    "partner-offers": {
      label: "Kumppaniemme tarjoukset",
      clause:
        "Kyllä, {controller} saa lähettää minulle muiden yritysten tarjouksia sähköpostilla, {howOften}. Yritykset ovat: {partners}. Osoitettani ei anneta niille.",
      aim: "Lähetämme sinulle sähköpostilla niiden yritysten tarjouksia, jotka mainitaan ruudun vieressä. Emme anna osoitettasi niille.",
    },
    "order-reminder": {
      label: "Muistutus keskeneräisestä tilauksesta",
      clause:
        "Kyllä, jos aloitan tilauksen enkä vie sitä loppuun, {controller} saa muistuttaa minua siitä kerran sähköpostilla.",
      aim: "Muistutamme sinua kerran sähköpostilla tilauksesta, jonka aloitit etkä vienyt loppuun.",
    },
    "email-tracking": {
      label: "Avausten ja klikkausten mittaaminen",
      clause:
        "Kyllä, {controller} saa tallentaa, milloin avaan sähköpostit ja mitä linkkejä klikkaan, jotta se tietää, mikä minua kiinnostaa. Jos jätän ruudun tyhjäksi, saan samat sähköpostit ilman mittaamista.",
      aim: "Mittaamme, mitä sähköposteja avaat ja mitä linkkejä klikkaat.",
    },
  },
  similarProducts: {
    label: "Ostamiesi kaltaiset tuotteet",
    text: "Asiakkaana voit saada sähköpostia, jonka lähettää {controller} omista tuotteistaan, jotka ovat ostamiesi kaltaisia, {howOften}. Voit kieltää sen maksutta, nyt tällä ruudulla ja myöhemmin jokaisessa sähköpostissa olevasta linkistä.",
    refusal: "En halua sähköpostia samankaltaisista tuotteista.",
    aim: "Lähetämme sinulle sähköpostia omista tuotteistamme, jotka ovat ostamiesi kaltaisia, jos et kiellä sitä.",
  },
  information: {
    label: "Pyytämäsi tiedot",
    aim: "Lähetämme sinulle pyytämäsi tiedot sähköpostilla: {topic}. Emme muuta.",
  },
  rows: {
    controller: {
      title: "Rekisterinpitäjä",
      text: "{controller}, {address}. Yhteys tietosuoja-asioissa: {contact}.",
    },
    purpose: { title: "Tarkoitus" },
    basis: {
      title: "Oikeusperuste",
      consent: "Suostumuksesi (GDPR 6 artikla 1 kohta a). Sen antamatta jättämisestä ei seuraa mitään.",
      customer:
        "Oikeutettu etumme kertoa asiakkaille, mitä myymme (GDPR 6 artikla 1 kohta f), ja maasi lain poikkeus, joka koskee nykyisiä asiakkaita.",
      request: "Pyyntösi (GDPR 6 artikla 1 kohta b).",
    },
    recipients: {
      title: "Vastaanottajat",
      text: "Vain yritykset, jotka käsittelevät tietoja puolestamme sopimuksen mukaan: {recipients}. Emme myy tietojasi.",
    },
    transfers: {
      title: "Siirrot Euroopan ulkopuolelle",
      text: "Tietosi eivät poistu Euroopan talousalueelta.",
    },
    retention: {
      title: "Säilytysaika",
      text: "Kunnes perut suostumuksesi tai kiellät viestit. Jos emme kuule sinusta, lopetamme {months} kuukauden kuluttua.",
    },
    rights: {
      title: "Oikeutesi",
      text: "Voit perua suostumuksesi tai kieltää mainonnan milloin tahansa jokaisessa sähköpostissa olevasta linkistä. Voit saada tietosi nähtäväksi ja pyytää niiden oikaisua, poistamista, rajoittamista tai siirtämistä: kirjoita osoitteeseen {contact}. Voit valittaa valvontaviranomaiselle: {authority}.",
    },
    more: {
      title: "Lisätietoja",
      text: "Täydelliset tiedot tietosuojasta löydät taulukon vieressä olevasta linkistä.",
    },
  },
};
