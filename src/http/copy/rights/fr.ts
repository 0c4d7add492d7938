// The words of the page of one's rights, and of asking for a link, in French.
import type { RightsPages } from "./en.ts";

export const fr: RightsPages = {
  rightsLink: {
    title: "Vos données",
    lead: "Saisissez votre adresse : nous y envoyons un lien. Il mène à tout ce qui est conservé sur vous, et permet de le faire rectifier, limiter ou effacer.",
    button: "Envoyez-moi le lien",
    sent: "Regardez votre boîte",
    sentText:
      "Si vous lisez les messages de cette adresse, le lien y est dans un instant. Après plusieurs demandes, cela peut prendre un jour.",
    otherwise: "Si vous ne lisez plus cette boîte, ou préférez écrire à quelqu’un :",
  },
  rights: {
    title: "Vos données",
    lead: "Tout ce qui est conservé sur vous, et ce que vous pouvez en faire. Ce qui peut être fait aussitôt l’est aussitôt.",
    expired: "Ce lien n’est plus valable",
    expiredText:
      "Pour votre sécurité, il ne vaut qu’un jour. Demandez-en un nouveau ; il vient dans un instant.",
    again: "Demander un nouveau lien",
    corrected: "C’est fait. C’est rectifié, et un message le dit.",
    restricted: "C’est fait. Vos données sont désormais gardées et non utilisées.",
    lifted: "C’est fait. La limitation est levée.",
    objected: "C’est fait. Vous ne recevez plus de publicité.",
    asked: "Merci. C’est enregistré, et quelqu’un vous répondra dans un mois au plus tard.",
    outdated:
      "Cette page est restée ouverte trop longtemps ou n’est pas arrivée entière ; rien n’a été fait. La voici à nouveau.",
    missing: "Écrivez, s’il vous plaît, de quoi il s’agit. Rien n’a été envoyé.",
    wrong: "Une saisie n’a pas été comprise. Rien n’a été modifié.",
    held: "En bref",
    more: "Tout",
    take: "L’emporter",
    takeText:
      "Tout ce qui est conservé, complet (RGPD 15, 20). Chaque téléchargement est noté, et un message vous le dit.",
    pdf: "Pour lire (PDF)",
    json: "Pour programmes (JSON)",
    correct: "Rectifier",
    correctText: "Ce que vous savez mieux que nous est modifié aussitôt (RGPD 16).",
    keep: "inchangé",
    save: "Enregistrer",
    elseWrong: "Ce qui est faux d’autre, et ce qui serait juste",
    send: "Envoyer",
    restrict: "Limiter",
    restrictText:
      "Vos données sont alors gardées, et ne servent à rien jusqu’à ce que vous leviez la limitation (RGPD 18). Vous ne recevez plus que des réponses comme celle-ci.",
    ground: "Pourquoi",
    restrictButton: "Limiter",
    lift: "Lever la limitation",
    liftText: "L’usage de vos données est limité.",
    object: "S’opposer",
    objectText:
      "Plus aucune publicité, quel qu’en soit le fondement (RGPD 21(2)). Sans avoir à dire pourquoi.",
    objectButton: "M’opposer à la publicité",
    objectElse: "M’opposer à autre chose : à quoi, et pour quelle raison qui m’est propre (RGPD 21(1))",
    erase: "Effacer",
    eraseText:
      "Tout ce qui vous est personnel disparaît pour de bon (RGPD 17). La page suivante dit ce qui reste, et demande encore une fois.",
    eraseButton: "M’effacer …",
    sure: "Effacer tout ce qui est personnel ?",
    sureLead:
      "Votre adresse, votre langue, vos choix et tout ce que vous nous avez écrit sont détruits. C’est définitif.",
    stays: "Cela reste, et pourquoi :",
    sureMail: "Nous gardons votre adresse jusqu’à l’envoi du message qui le confirme, pas plus.",
    sureTake: "Si vous voulez une copie, prenez-la avant.",
    yes: "Oui, m’effacer",
    no: "Non, revenir",
    erased: "Vous êtes effacé",
    erasedText:
      "Tout ce qui vous était personnel est détruit. Un dernier message le confirme ; puis votre adresse disparaît aussi.",
    other: "Autre chose",
    otherText: "Toute autre demande au sujet de vos données : quelqu’un la lira et répondra dans un mois.",
    otherLabel: "Votre demande",
    link: "Voir, emporter ou effacer tout ce qui est conservé sur vous",
    grounds: {
      accuracy: "Elles sont fausses, et vous vérifiez",
      unlawful: "Leur usage est illicite, mais je ne veux pas qu’elles soient effacées",
      claims: "J’en ai besoin pour faire valoir un droit",
      objection: "Je me suis opposé, et vous examinez",
    },
  },
};
