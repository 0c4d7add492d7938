// Ready wordings in French. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const fr: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Je peux retirer ce consentement à tout moment grâce au lien présent dans chaque courriel.",
  anyBox: "Oui, {controller} peut m’écrire par courriel au sujet de : {label}.",
  samples: {
    howOften: "au plus deux fois par mois",
    topic: "nos nouvelles chaussures et leur entretien",
  },
  boxes: {
    newsletter: {
      label: "Lettre d’information",
      clause:
        "Oui, {controller} peut m’envoyer par courriel sa lettre d’information, {howOften}. Elle porte sur : {topic}.",
      aim: "Vous envoyer notre lettre d’information par courriel.",
    },
    offers: {
      label: "Offres et réductions",
      clause:
        "Oui, {controller} peut m’envoyer par courriel ses offres et ses réductions, {howOften}. Elles concernent : {topic}.",
      aim: "Vous envoyer nos offres et nos réductions par courriel.",
    },
    events: {
      label: "Événements et invitations",
      clause: "Oui, {controller} peut m’inviter par courriel à ses événements, {howOften}.",
      aim: "Vous inviter à nos événements par courriel.",
    },
    surveys: {
      label: "Enquêtes",
      clause:
        "Oui, {controller} peut m’envoyer des enquêtes par courriel, {howOften}, pour savoir ce que je pense de ses produits et de ses services.",
      aim: "Vous demander par courriel, dans des enquêtes, ce que vous pensez de nos produits et de nos services.",
    },
    "partner-offers": {
      label: "Offres de nos partenaires",
      clause:
        "Oui, {controller} peut m’envoyer par courriel les offres d’autres entreprises, {howOften}. Ce sont les offres de : {partners}. Mon adresse n’est pas transmise à ces entreprises.",
      aim: "Vous envoyer par courriel les offres des entreprises nommées à côté de la case. Nous ne leur transmettons pas votre adresse.",
    },
    "order-reminder": {
      label: "Rappel d’une commande inachevée",
      clause:
        "Oui, quand j’ai commencé une commande sans la terminer, {controller} peut me la rappeler une fois par courriel.",
      aim: "Vous rappeler une fois, par courriel, une commande que vous avez commencée sans la terminer.",
    },
    "email-tracking": {
      label: "Mesure des ouvertures et des clics",
      clause:
        "Oui, {controller} peut enregistrer quand j’ouvre ses courriels et sur quels liens je clique, afin de savoir ce qui m’intéresse. Si je laisse cette case vide, je reçois les mêmes courriels, sans mesure.",
      aim: "Mesurer quels courriels vous ouvrez et sur quels liens vous cliquez.",
    },
  },
  similarProducts: {
    label: "Produits analogues à vos achats",
    text: "En tant que client, vous pouvez recevoir des courriels de {controller} sur nos propres produits analogues à ceux que vous achetez, {howOften}. Vous pouvez vous y opposer sans frais, dès maintenant avec cette case et plus tard grâce au lien présent dans chaque courriel.",
    refusal: "Non, je ne souhaite pas recevoir de courriels sur des produits analogues.",
    aim: "Vous écrire par courriel au sujet de nos propres produits analogues à ceux que vous achetez, sauf opposition de votre part.",
  },
  information: {
    label: "Les informations que vous avez demandées",
    aim: "Vous envoyer par courriel les informations que vous demandez : {topic}. Rien d’autre.",
  },
  rows: {
    controller: {
      title: "Responsable du traitement",
      text: "{controller}, {address}. Contact pour la protection des données : {contact}.",
    },
    purpose: { title: "Finalité" },
    basis: {
      title: "Base juridique",
      consent: "Votre consentement (art. 6.1.a du RGPD). Ne pas le donner n’a aucune conséquence.",
      customer:
        "Notre intérêt légitime à faire connaître ce que nous vendons à nos clients (art. 6.1.f du RGPD) et l’exception que la loi de votre pays prévoit pour les clients.",
      request: "Votre demande (art. 6.1.b du RGPD).",
    },
    recipients: {
      title: "Destinataires",
      text: "Seules des entreprises qui travaillent pour nous comme sous-traitants, sous contrat : {recipients}. Vos données ne sont pas vendues.",
    },
    transfers: {
      title: "Transferts hors d’Europe",
      text: "Vos données ne quittent pas l’Espace économique européen.",
    },
    retention: {
      title: "Durée de conservation",
      text: "Jusqu’au retrait de votre consentement ou à votre opposition. Sans nouvelles de vous, nous arrêtons au bout de {months} mois.",
    },
    rights: {
      title: "Vos droits",
      text: "Vous pouvez à tout moment retirer votre consentement ou vous opposer à la publicité, grâce au lien présent dans chaque courriel. Vous pouvez accéder à vos données, les faire rectifier ou effacer, en limiter l’usage et les récupérer : écrivez à {contact}. Vous pouvez saisir l’autorité de contrôle : {authority}.",
    },
    more: {
      title: "En savoir plus",
      text: "L’information complète sur la protection des données est accessible par le lien qui accompagne ce tableau.",
    },
  },
};
