// The sentences of mail in French.
import type { MailCopy } from "./sentences.ts";

export const fr: MailCopy = {
  footer: {
    advertising: "Publicité",
    objection: "Vous pouvez vous opposer à la publicité à tout moment, sans frais et sans donner de motif.",
    sentBy: "Envoyé par",
    unsubscribe: "Se désinscrire",
    preferences: "Vos préférences",
    why: "Pourquoi ce message ?",
  },
  confirmation: {
    subject: (controller) => `Merci de confirmer : les messages de ${controller}`,
    asked: (controller) =>
      `Cette adresse a été saisie dans un formulaire de ${controller}, pour recevoir par e-mail :`,
    button: "Confirmer",
    expires: (moment) => `Le lien fonctionne jusqu’au ${moment}.`,
    notYou: "Si ce n’était pas vous, ne faites rien : sans votre confirmation, vous ne recevrez rien.",
  },
  order: {
    subject: (controller) => `Votre commande chez ${controller} : était-ce vous ?`,
    received: (controller) => `${controller} a reçu cette commande avec votre adresse :`,
    please:
      "Dites-nous à la page suivante que cette commande est la vôtre : nous saurons ainsi que cette adresse l’est aussi.",
    button: "Voir et répondre",
    expires: (moment) => `Le lien fonctionne jusqu’au ${moment}.`,
    notYou:
      "Si ce n’était pas vous, n’appuyez pas sur le bouton de cette page et prévenez-nous à l’adresse ci-dessous.",
  },
  information: {
    because: (controller) =>
      `Vous recevez ce message parce que vous l’avez demandé à ${controller}. Il ne vous inscrit à rien d’autre.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} ne vous écrira plus`,
    received: (moment) => `Nous avons reçu votre demande le ${moment} ; elle a pris effet aussitôt.`,
    stopped: (controller) => `${controller} ne vous enverra plus :`,
    stoppedAll: (controller) => `${controller} ne vous enverra plus aucune publicité.`,
    questions: "Vous n’avez rien à faire. Pour toute question, écrivez à l’adresse ci-dessous.",
  },
  link: {
    subject: (controller) => `Le lien vers vos choix chez ${controller}`,
    asked: (controller) =>
      `Quelqu’un a demandé un lien pour voir et modifier ce que ${controller} envoie à cette adresse.`,
    button: "Ouvrir la page",
    expires: (moment) =>
      `Jusqu’au ${moment}, le lien prouve que cette messagerie est la vôtre. Ne le transmettez à personne.`,
    notYou: "Si ce n’était pas vous, ne faites rien : rien n’a changé.",
  },
  address: {
    subject: (controller) => `Est-ce votre nouvelle adresse pour ${controller} ?`,
    asked: (controller) =>
      `Une personne qui reçoit des messages de ${controller} a indiqué cette adresse comme la nouvelle.`,
    button: "Voir et répondre",
    expires: (moment) => `Le lien fonctionne jusqu’au ${moment}.`,
    notYou: "Si ce n’était pas vous, ne faites rien : rien ne sera envoyé à cette adresse.",
    noticeSubject: (controller) => `Une nouvelle adresse a été indiquée à ${controller}`,
    notice: (controller) =>
      `Sur la page de vos choix chez ${controller}, ouverte par un lien vers cette messagerie, une nouvelle adresse a été indiquée. Dès que cette autre messagerie répond, ce que vous avez choisi continue là-bas, et plus rien n’est envoyé ici.`,
    noticeNotYou: "Si ce n’était pas vous, écrivez aussitôt à l’adresse ci-dessous.",
  },
  guardian: {
    subject: (controller) => `Cet enfant peut-il recevoir les messages de ${controller} ?`,
    asked: (controller) =>
      `Un enfant a donné votre adresse à ${controller} comme celle d’un parent ou d’un responsable légal.`,
    why: "À cet âge, la loi demande votre accord. La page suivante montre l’adresse de l’enfant et ce qu’il souhaite recevoir.",
    button: "Voir et répondre",
    expires: (moment) => `Le lien fonctionne jusqu’au ${moment}.`,
    nothing:
      "Si vous ne faites rien, il ne se passe rien : rien n’est envoyé à l’enfant, et rien n’en est gardé.",
  },
  privacyContact: "Protection des données :",
};
