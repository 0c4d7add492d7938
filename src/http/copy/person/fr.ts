// The words of what a person may do on the page of their choices, and of links that have ended, in French.
import type { PersonWords } from "./en.ts";

export const fr: PersonWords = {
  own: {
    joining: "En appuyant sur le bouton, vous dites :",
    askFirst:
      "Nous vous envoyons alors un seul message avec un bouton. Rien ne commence avant que vous l’ayez pressé.",
    joined: "C’est fait. Cela vaut dès maintenant.",
    asked:
      "Regardez maintenant votre messagerie : nous envoyons un message avec un bouton, et rien ne commence avant que vous l’ayez pressé. Il arrive d’ordinaire aussitôt ; après plusieurs demandes, il peut mettre jusqu’à un jour.",
    measured: "Être mesuré",
    measuredText:
      "C’est à part du reste : sans cela, vous recevez les mêmes messages et nous n’enregistrons pas ce que vous ouvrez.",
    paused: (day: string) =>
      `La question vous a été posée, et vous n’avez pas dit oui. Nous ne la posons plus avant le ${day}.`,
    renew: "Oui, continuer",
    lapses: (day: string) => `Cela prend fin le ${day}, à moins que vous ne le disiez à nouveau.`,
    rights: "Un droit sans l’autre",
    withdraw: "Retirer tous mes consentements",
    withdrawText:
      "Ce que vous aviez accepté prend fin (RGPD 7(3)). Ce qui repose sur autre chose, comme un achat, continue jusqu’à ce que vous vous y opposiez.",
    object: "M’opposer à toute publicité",
    objectText:
      "Nous n’utilisons plus vos données à des fins de publicité, quel qu’en soit le fondement (RGPD 21(2)), jusqu’à ce que vous la demandiez vous-même.",
    language: "La langue dans laquelle nous vous parlons",
    keep: "Enregistrer",
    often: "À quelle fréquence ?",
    keepNamed: (purpose) => `Enregistrer la fréquence de « ${purpose} »`,
    frequencies: {
      any: "Au fil de l’eau",
      week: "Au plus une fois par semaine",
      month: "Au plus une fois par mois",
    },
    outdated:
      "Cette page est restée ouverte trop longtemps ou n’est pas arrivée entière ; rien n’a donc été modifié. La voici de nouveau : veuillez choisir encore une fois.",
  },
  seen: {
    form: "Le formulaire tel qu’il était",
    ticked: "Cochée :",
    notTicked: "Non cochée :",
    uses: "Messages qui s’y sont appuyés",
    uncertain: "peut-être : la connexion a été coupée",
  },
  link: {
    title: "Vos choix",
    lead: "Indiquez votre adresse et nous envoyons un lien à sa messagerie : vous y voyez et modifiez ce que nous vous envoyons.",
    button: "Envoyez-moi le lien",
    sent: "Regardez maintenant votre messagerie",
    sentText:
      "Si nous connaissons cette adresse, un message avec un lien est en route. Nous disons la même chose à tout le monde, pour que personne n’apprenne quelles adresses nous connaissons. Après plusieurs demandes, il peut mettre jusqu’à un jour.",
  },
  address: {
    title: "Votre adresse",
    text: "Indiquez une nouvelle adresse et nous interrogeons sa messagerie. Ce que vous avez choisi continue là-bas dès qu’elle a répondu ; ici, nous n’écrivons alors plus.",
    field: "Nouvelle adresse e-mail",
    button: "Interroger cette messagerie",
    fresh:
      "Pour changer d’adresse, demandez un nouveau lien vers cette messagerie : un message transféré ne doit pas suffire.",
    freshLink: "Demander un lien",
    asked: "Nous avons écrit à la nouvelle adresse. Rien ne change avant que vous y ayez pressé le bouton.",
    same: "C’est l’adresse à laquelle nous écrivons déjà.",
    often: "Vous avez indiqué plusieurs adresses aujourd’hui. Veuillez réessayer demain.",
    confirm: "Est-ce votre nouvelle adresse ?",
    confirmText:
      "Quelqu’un a indiqué cette adresse comme la sienne. Si vous appuyez sur le bouton, ce que cette personne a choisi continue ici, consentements comme refus, et l’ancienne adresse ne reçoit plus rien.",
    yes: "Oui, c’est la mienne",
    done: "C’est transféré",
    doneText: "Ce que vous avez choisi vaut désormais ici. Ce que seul un achat permettait ne suit pas.",
    expired: "Ce bouton a expiré",
    expiredText:
      "Trop de temps a passé ; rien n’a donc été transféré. Vous pouvez indiquer l’adresse à nouveau sur la page de vos choix.",
  },
  gone: {
    title: "Ce lien a pris fin",
    text: "Ce que nous savions de vous a été effacé, et avec cela ce que cette page montrerait. Nous n’avons gardé que ce qui empêche toute nouvelle publicité.",
  },
};
