// The words of the first page and the built-in mailbox, for who tries Licet out, in French.
import type { Newcomer } from "./en.ts";

export const fr: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Configuré pour ${controller}`,
    title: "Est-ce permis ?",
    lead: "Licet le demande avant chaque envoi : pour cette personne, pour cette finalité, à cet instant. Sans preuve enregistrée, la réponse est non.",
    forms: "Où l’on dit oui",
    formsText: "Chaque formulaire garde les mots exacts qui ont été montrés.",
    kinds: { signUp: "Inscription", order: "Commande", informationRequest: "Information" },
    mailbox: "Où arrive le courrier",
    mailboxText:
      "Aucun serveur de courrier n’est configuré : une boîte intégrée recueille tout. Rien ne quitte cette machine.",
    openMailbox: "Ouvrir la boîte",
    commands: "Où vous décidez",
    commandsText: "Dans un terminal, à côté de ce serveur :",
    audience: "à qui l’on peut écrire, à qui non, et pourquoi",
    explain: "toute l’histoire d’une personne, avec les articles",
    send: "demander pour chacun, envoyer là où c’est permis, garder la preuve",
  },
  mailbox: {
    search: "Envoyé à",
    show: "Afficher",
    nobody: "Rien n’a été envoyé à cette adresse.",
    title: "Boîte aux lettres",
    lead: "Tous les messages que cette machine aurait envoyés.",
    empty: "Rien pour l’instant. Remplissez un formulaire ou lancez une campagne.",
    older: "Plus anciens",
    newest: "Les plus récents",
    all: "Tous les messages",
    to: "À",
    from: "De",
    received: "Reçu",
    headers: "En-têtes",
    text: "Texte brut",
    html: "Comme dans un logiciel de messagerie",
    oneClick: "Se désabonner",
    oneClickText:
      "Un logiciel de messagerie montre ce bouton d’après les en-têtes List-Unsubscribe et List-Unsubscribe-Post.",
    noSubject: "(sans objet)",
  },
};
