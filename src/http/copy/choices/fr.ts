// The words of the way out, the preferences and the reason for a mail, in French.
import type { Choices } from "./en.ts";

export const fr: Choices = {
  wayOut: {
    title: "Arrêter ces messages ?",
    titleAll: "Arrêter toute notre publicité ?",
    lead: (purpose) =>
      `Une pression, et nous ne vous envoyons plus jamais « ${purpose} », sauf si vous le demandez.`,
    leadAll: "Une pression, et nous ne vous envoyons plus jamais de publicité, sauf si vous le demandez.",
    button: "Arrêter",
    manage: "Voir et modifier tous vos choix",
    done: "C’est arrêté",
    doneText: (purpose) => `Nous ne vous envoyons plus « ${purpose} ». Cela vaut dès maintenant.`,
    doneAll: "Nous ne vous envoyons plus aucune publicité. Cela vaut dès maintenant.",
  },
  preferences: {
    title: "Vos choix",
    lead: "Chaque ligne est une finalité. Ce que vous arrêtez ici s’arrête aussitôt.",
    receiving: "Oui",
    waiting: "Pas encore : en attente de votre confirmation",
    stopped: "Non, vous l’avez arrêté",
    none: "Non",
    since: (when) => `depuis le ${when}`,
    waitingText:
      "Appuyez sur le bouton du message que nous vous avons envoyé, ou remplissez à nouveau le formulaire.",
    leave: "Arrêter",
    leaveNamed: (purpose) => `Arrêter « ${purpose} »`,
    join: "S’inscrire",
    joinNamed: (purpose) => `S’inscrire à « ${purpose} »`,
    all: "Plus aucune publicité",
    allText: "Nous n’écrivons alors que ce qui tient à une commande ou que la loi exige.",
    leaveAll: "Tout arrêter",
    saved: "C’est fait. Cela vaut dès maintenant.",
    why: "Pourquoi ai-je reçu ce message ?",
  },
  why: {
    title: "Pourquoi vous avez reçu ce message",
    lead: (purpose, when) => `Nous vous avons envoyé « ${purpose} » le ${when}.`,
    relied: "Nous nous sommes fondés sur ceci :",
    consentGiven: "Vous avez coché une case",
    sale: "Vous avez acheté quelque chose",
    request: "Vous avez demandé une information",
    contract: "Vous avez un contrat avec nous",
    other: "C’est enregistré",
    when: "Quand",
    where: "Où",
    elsewhere: (source) =>
      `Cela nous vient d’un autre système (${source}). Les mots y sont conservés sous cette marque :`,
    confirmed: "Confirmé",
    confirmedText: (when) => `Vous avez appuyé sur le bouton de notre message le ${when}.`,
    articles: "La loi",
    used: "Utilisé",
    usedText: (when) => `Nous avons vérifié à nouveau au moment de l’envoi, le ${when}, et cela valait.`,
    number: "Marque",
    since: "Depuis, cela ne vaut plus : nous ne vous l’envoyons plus.",
    stop: "Arrêter ces messages",
    notFound: "Nous n’avons pas trouvé ce message",
    notFoundText: "Ce que nous en savions a été effacé, ou il n’a jamais été remis.",
    answered:
      "Ce message répondait à un acte fait avec votre adresse sur l’un de nos formulaires. Ce n’est pas de la publicité, et aucun autre n’en découle.",
  },
};
