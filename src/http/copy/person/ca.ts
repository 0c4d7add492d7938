// The words of what a person may do on the page of their choices, and of links that have ended, in Catalan.
import type { PersonWords } from "./en.ts";

export const ca: PersonWords = {
  own: {
    joining: "En prémer el botó, vostè diu:",
    askFirst: "Aleshores li enviem un únic correu amb un botó. Res no comença abans que el premi.",
    joined: "Fet. Val des d’ara mateix.",
    asked:
      "Miri ara el seu correu: li enviem un missatge amb un botó, i res no comença abans que el premi. Sol arribar de seguida; després de diverses sol·licituds pot trigar fins a un dia.",
    measured: "Mesurament",
    measuredText:
      "Això va a part de la resta: sense això rep els mateixos correus i no registrem el que obre.",
    paused: (day: string) =>
      `Se li va preguntar i no va dir que sí. No l’hi tornarem a preguntar abans del ${day}.`,
    renew: "Sí, que continuï",
    lapses: (day: string) => `Això s’acaba el ${day}, si no ho torna a dir.`,
    rights: "Un dret sense l’altre",
    withdraw: "Retirar tots els consentiments",
    withdrawText:
      "El que va acceptar s’acaba (RGPD 7(3)). El que es basa en una altra cosa, com una compra, continua fins que s’hi oposi.",
    object: "Oposar-me a tota la publicitat",
    objectText:
      "Ja no fem servir les seves dades per a publicitat, fos quina fos la base (RGPD 21(2)), fins que la demani vostè.",
    language: "La llengua en què li parlem",
    keep: "Desar",
    often: "Amb quina freqüència?",
    keepNamed: (purpose) => `Desar la freqüència de «${purpose}»`,
    frequencies: {
      any: "A mesura que surtin",
      week: "Com a màxim un cop per setmana",
      month: "Com a màxim un cop al mes",
    },
    outdated:
      "Aquesta pàgina va estar oberta massa temps o no va arribar sencera, i per això no s’ha canviat res. Aquí la té de nou: triï una altra vegada.",
  },
  seen: {
    form: "El formulari tal com era",
    ticked: "Marcada:",
    notTicked: "Sense marcar:",
    uses: "Correus que s’hi van basar",
    uncertain: "potser: la connexió es va tallar",
  },
  gone: {
    title: "Aquest enllaç s’ha acabat",
    text: "El que sabíem de vostè s’ha esborrat, i amb això el que mostraria aquesta pàgina. Només hem conservat el que impedeix més publicitat.",
  },
  link: {
    title: "Les seves eleccions",
    lead: "Escrigui la seva adreça i enviem un enllaç a la bústia: allà veu i canvia el que li enviem.",
    button: "Envieu-me l’enllaç",
    sent: "Miri ara el seu correu",
    sentText:
      "Si coneixem aquesta adreça, un correu amb un enllaç està en camí. Diem el mateix a tothom, perquè ningú no sàpiga quines adreces coneixem. Després de diverses sol·licituds pot trigar fins a un dia.",
  },
  address: {
    title: "La seva adreça",
    text: "Indiqui una adreça nova i preguntem a la seva bústia. El que ha triat continua allà tan bon punt respongui; aquí ja no escrivim més.",
    field: "Nou correu electrònic",
    button: "Preguntar a aquella bústia",
    fresh:
      "Per canviar d’adreça, demani un enllaç nou a aquesta bústia: un correu reenviat no ha de ser suficient.",
    freshLink: "Demanar un enllaç",
    asked: "Hem escrit a la nova adreça. Res no canvia abans que hi premi el botó.",
    same: "És l’adreça a la qual ja li escrivim.",
    often: "Avui ha indicat diverses adreces. Torni-ho a provar demà.",
    confirm: "És aquesta la seva nova adreça?",
    confirmText:
      "Algú ha indicat aquesta adreça com la seva nova. Si prem el botó, el que aquella persona va triar continua aquí, tant consentiments com negatives, i l’adreça antiga no rep més correus.",
    yes: "Sí, és la meva",
    done: "Traslladat",
    doneText: "El que ha triat val aquí des d’ara. El que només permetia una compra no es trasllada.",
    expired: "Aquest botó ha caducat",
    expiredText:
      "Ha passat massa temps, i per això no s’ha traslladat res. Pot tornar a indicar l’adreça a la pàgina de les seves eleccions.",
  },
};
