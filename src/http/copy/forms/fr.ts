// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in French.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("fr", { one: "# fois", many: "# de fois", other: "# fois" });

export const fr: Forms = {
  whole: "Tout sur vos données",
  form: {
    email: "Adresse e-mail",
    country: "Pays",
    countryHint: "Facultatif. Il sert seulement à savoir quelle loi vous protège le mieux.",
    noCountry: "Je préfère ne pas le dire",
    products: "Que souhaitez-vous ?",
    boxes: "Pouvons-nous vous écrire ?",
    boxesHint: "À vous de choisir. Rien n’est coché d’avance, et rien n’en dépend.",
    confirmHint:
      "Si vous cochez une case, nous vous envoyons un seul message pour vérifier que c’était bien vous. Rien ne commence avant que vous ayez appuyé sur son bouton.",
    softOptIn: "Produits analogues",
    refusalKept: "Vous avez coché que vous ne voulez pas de ces messages. Nous l’avons gardé.",
    notice: "Informations de base sur la protection des données",
    signUp: "S’inscrire",
    order: "Commander avec obligation de paiement",
    informationRequest: "Envoyez-le-moi",
    unavailable: "Ce formulaire est fermé",
    unavailableText: "Il n’y a pas de formulaire à cette adresse, ou il n’est plus utilisé.",
  },
  mistakes: {
    title: "Il manque quelque chose",
    prefix: "À vérifier : ",
    "address-missing": "Saisissez votre adresse e-mail.",
    "address-malformed": "Cela ne ressemble pas à une adresse e-mail. Exemple : nom@example.org.",
    "country-unknown": "Choisissez un pays de la liste, ou laissez ce champ vide.",
    "product-missing": "Choisissez ce que vous voulez commander.",
    "nothing-asked": "Cochez au moins une case. Sans cela, il n’y a pas d’inscription.",
    tickAgain:
      "Pour vous protéger, nous ne cochons jamais une case à votre place. Si vous en aviez coché, merci de les cocher à nouveau.",
    unknownPage:
      "Cette page n’est pas arrivée entière, et rien n’a été enregistré. La revoici, avec ce que vous aviez saisi. Merci de la relire et de l’envoyer à nouveau.",
  },
  thanks: {
    signUp: "Merci",
    order: "Merci de votre commande",
    informationRequest: "C’est en route",
    look: "Consultez maintenant votre messagerie",
    mailbox:
      "Nous vous envoyons un message avec un bouton de confirmation. Tant que vous n’appuyez pas dessus, rien ne commence. Il arrive en général aussitôt ; après plusieurs demandes, cela peut prendre un jour, car nous n’écrivons que quelques fois par jour à une même adresse. S’il n’arrive pas, l’adresse est peut-être mal saisie.",
    orderMail:
      "Nous vous envoyons un message sur cette commande, avec un bouton pour dire que c’est bien la vôtre.",
    orderOpens:
      "Tant que vous n’appuyez pas dessus, la commande n’autorise aucune publicité à cette adresse.",
    refused: "Vous ne voulez pas de messages sur des produits analogues. C’est enregistré.",
    recorded: "Votre choix est enregistré. Chaque message publicitaire contient un lien pour arrêter.",
    reference: (reference) => `Votre numéro de commande est ${reference}.`,
    answer:
      "Nous envoyons ce que vous avez demandé à votre messagerie, et rien d’autre. Si vous l’avez demandé plusieurs fois, cela peut prendre un jour.",
    kept: "Vous n’avez coché aucune case : nous vous écrirons seulement au sujet de cette commande.",
  },
  confirm: {
    title: "Était-ce bien vous ?",
    lead: (when) => `Le ${when}, quelqu’un a saisi votre adresse dans notre formulaire et coché :`,
    leadOrder: (when) => `Le ${when}, quelqu’un a passé cette commande avec votre adresse :`,
    country: (name) => `Pays indiqué : ${name}.`,
    told: "Ceci figurait à côté de la commande, et la case pour s’y opposer n’a pas été cochée :",
    refused: "La case qui refuse les messages sur des produits analogues a été cochée. Cela vaut toujours.",
    several: (count) =>
      `Votre adresse a servi ${times(count)}. Chaque fois a son propre bouton : n’appuyez que sur ce qui vient de vous.`,
    expiredOrder:
      "Trop de temps a passé : rien n’a été confirmé. La commande n’en est pas changée ; simplement, elle n’autorise aucune publicité.",
    button: "Oui, c’était moi",
    otherwise: "Si ce n’était pas vous, fermez cette page. Aucune publicité ne sera envoyée.",
    until: (when) => `Le bouton fonctionne jusqu’au ${when}.`,
    done: "Confirmé",
    doneText: "Merci. Ceci est maintenant enregistré :",
    doneLater: "Chaque message publicitaire contient un lien pour arrêter, avec effet immédiat.",
    barred:
      "Vous nous avez demandé d’arrêter après avoir rempli le formulaire, et cela vaut toujours. Si vous avez changé d’avis, merci de remplir à nouveau le formulaire.",
    expired: "Ce bouton a expiré",
    expiredText:
      "Trop de temps a passé depuis que vous avez rempli le formulaire : rien n’a été confirmé. Vous pouvez le remplir à nouveau, c’est rapide.",
    again: "Remplir à nouveau le formulaire",
  },
  notice: {
    title: "Protection des données",
    version: (version) => `Version ${version}`,
    second: "En détail",
  },
};
