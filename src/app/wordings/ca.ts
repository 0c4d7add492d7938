// Ready wordings in Catalan. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const ca: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Puc retirar aquest consentiment quan vulgui amb l’enllaç que porta cada correu.",
  anyBox: "Sí, {controller} em pot escriure per correu electrònic sobre: {label}.",
  samples: {
    howOften: "com a molt dues vegades al mes",
    topic: "el nostre calçat nou i com cuidar-lo",
  },
  boxes: {
    newsletter: {
      label: "Butlletí de notícies",
      clause:
        "Sí, {controller} em pot enviar per correu electrònic el seu butlletí de notícies, {howOften}. Tracta de: {topic}.",
      aim: "Enviar-li el nostre butlletí de notícies per correu electrònic.",
    },
    offers: {
      label: "Ofertes i descomptes",
      clause:
        "Sí, {controller} em pot enviar per correu electrònic ofertes i descomptes, {howOften}. Són de: {topic}.",
      aim: "Enviar-li ofertes i descomptes per correu electrònic.",
    },
    events: {
      label: "Actes i invitacions",
      clause: "Sí, {controller} em pot enviar per correu electrònic invitacions als seus actes, {howOften}.",
      aim: "Convidar-lo als nostres actes per correu electrònic, amb invitacions.",
    },
    surveys: {
      label: "Enquestes",
      clause:
        "Sí, {controller} em pot enviar enquestes per correu electrònic, {howOften}, per saber què penso dels seus productes i serveis.",
      aim: "Preguntar-li per correu electrònic, amb enquestes, què pensa dels nostres productes i serveis.",
    },
    "partner-offers": {
      label: "Ofertes dels nostres socis",
      clause:
        "Sí, {controller} em pot enviar per correu electrònic ofertes d’altres empreses, {howOften}. Són ofertes de: {partners}. La meva adreça no es comunica a aquestes empreses.",
      aim: "Enviar-li per correu electrònic ofertes de les empreses que s’anomenen al costat de la casella. No els comuniquem la seva adreça.",
    },
    "order-reminder": {
      label: "Recordatori d’una comanda sense acabar",
      clause:
        "Sí, quan comenci una comanda i no l’acabi, {controller} me la pot recordar una vegada per correu electrònic.",
      aim: "Recordar-li una vegada, per correu electrònic, una comanda que va començar i no va acabar.",
    },
    "email-tracking": {
      label: "Mesura d’obertures i clics",
      clause:
        "Sí, {controller} pot registrar quan obro els seus correus i quins enllaços segueixo, per saber què m’interessa. Si deixo aquesta casella en blanc, rebré els mateixos correus, sense cap mesura.",
      aim: "Mesurar quins correus obre i quins enllaços segueix.",
    },
  },
  similarProducts: {
    label: "Productes similars als que ha comprat",
    text: "Com a client, {controller} li podrà enviar correus electrònics sobre productes propis similars als que compra, {howOften}. S’hi pot oposar gratuïtament, ara amb aquesta casella i més endavant amb l’enllaç que porta cada correu.",
    refusal: "No vull rebre correus sobre productes similars.",
    aim: "Escriure-li per correu electrònic sobre productes propis similars als que compra, si no s’hi oposa.",
  },
  information: {
    label: "La informació que ha demanat",
    aim: "Enviar-li per correu electrònic la informació que ens demana: {topic}. Res més.",
  },
  rows: {
    controller: {
      title: "Responsable",
      text: "{controller}, {address}. Contacte de protecció de dades: {contact}.",
    },
    purpose: { title: "Finalitat" },
    basis: {
      title: "Base jurídica",
      consent: "El seu consentiment (art. 6.1.a de l’RGPD). No donar-lo no té cap conseqüència.",
      customer:
        "El nostre interès legítim a fer conèixer el que venem a qui ja és client (art. 6.1.f de l’RGPD) i l’excepció que la llei del seu país preveu per als clients.",
      request: "La seva sol·licitud (art. 6.1.b de l’RGPD).",
    },
    recipients: {
      title: "Destinataris",
      text: "Només empreses que treballen per a nosaltres per contracte, com a encarregats del tractament: {recipients}. No venem les seves dades.",
    },
    transfers: {
      title: "Transferències internacionals",
      text: "Les seves dades no surten de l’Espai Econòmic Europeu.",
    },
    retention: {
      title: "Termini de conservació",
      text: "Fins que retiri el seu consentiment o s’hi oposi. Si no en tenim notícies, deixem d’escriure-li al cap de {months} mesos.",
    },
    rights: {
      title: "Els seus drets",
      text: "Pot retirar el seu consentiment o oposar-se a la publicitat en qualsevol moment, amb l’enllaç que porta cada correu. Pot accedir a les seves dades, rectificar-les, suprimir-les, limitar-ne l’ús i endur-se-les: escrigui a {contact}. Pot reclamar davant l’autoritat de protecció de dades: {authority}.",
    },
    more: {
      title: "Informació addicional",
      text: "La informació completa sobre protecció de dades està enllaçada al costat d’aquesta taula.",
    },
  },
};
