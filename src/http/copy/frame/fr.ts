// The words of what stands around every page, and what it says when it cannot be shown, in French.
import type { Frame } from "./en.ts";

export const fr: Frame = {
  name: "Français",
  language: "Langue",
  privacyContact: "Protection des données",
  registration: "Immatriculation",
  laws: { GDPR: "RGPD", ePD: "directive ePrivacy", ECD: "directive commerce électronique", CJEU: "CJUE" },
  problem: {
    malformed: "Ce lien n’est pas complet",
    malformedText:
      "Il en manque une partie, ou il a été modifié en route. Ouvrez-le à nouveau depuis le message. Rien n’a été fait.",
    notFound: "Il n’y a rien ici",
    notFoundText: "L’adresse est peut-être mal saisie, ou la page n’existe plus.",
    busy: "Trop de demandes à la fois",
    busyText:
      "Beaucoup de demandes sont venues de votre réseau. Attendez une minute et réessayez. Rien de ce que nous avions confirmé n’est perdu.",
    unsaved: "Nous ne pouvons rien enregistrer pour le moment",
    unsavedText:
      "Ce n’est pas de votre fait. Ce que vous avez envoyé n’est pas confirmé : merci de l’envoyer à nouveau dans un instant. L’envoyer deux fois est sans conséquence.",
    failed: "Quelque chose a échoué de notre côté",
    failedText: "Ce n’est pas de votre fait. Merci de réessayer dans un instant.",
    missing: "Rien n’est encore configuré",
    missingText:
      "Qui tient ce serveur déclare qui écrit, pourquoi et avec quels mots dans le fichier licet.yaml, puis lance :",
  },
};
