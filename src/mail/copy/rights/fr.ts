// The sentences of mail about rights in French.
import type { RightsSentences } from "./sentences.ts";

export const fr: RightsSentences = {
  link: {
    subject: (controller) => `Vos données chez ${controller}`,
    asked: (controller) => `Sur une page de ${controller}, un lien a été demandé pour cette adresse.`,
    button: "Voir vos données",
    expires: (moment) =>
      `Le lien fonctionne jusqu’au ${moment}. Qui l’a en main voit tout ce qui est conservé sur vous et peut le faire effacer : ne transmettez pas ce message.`,
    notYou: "Si ce n’était pas vous, ne faites rien : rien ne change de soi-même.",
  },
  nothing: {
    subject: (controller) => `Rien n’est conservé sur vous chez ${controller}`,
    none: (controller) =>
      `Vous avez demandé ce que ${controller} conserve sur vous. Sur cette adresse, rien : ni nom, ni choix, ni message.`,
    erased: (controller) =>
      `Vous avez demandé ce que ${controller} conserve sur vous. Ce qui était connu de cette adresse a été effacé.`,
    trace:
      "Il reste un nombre tiré de l’adresse, avec les jours où vous avez agi et sous quels mots. Personne ne peut y lire l’adresse ; il sert à respecter ce que vous avez demandé et à prouver que les messages d’avant étaient licites (RGPD 17(3)(b) et (e)).",
    notYou:
      "Cette adresse n’a été gardée que pour ce message et n’existe plus ici. Si la demande ne venait pas de vous, vous n’avez rien à faire.",
  },
  reply: {
    subject: (controller) => `Votre demande à ${controller}`,
    about: (day, right) => `Le ${day}, nous avons reçu votre demande : ${right}.`,
    rights: {
      access: "savoir ce qui est conservé sur vous (RGPD 15)",
      rectification: "faire rectifier des données (RGPD 16)",
      erasure: "être effacé (RGPD 17)",
      restriction: "faire limiter l’usage de vos données, ou lever cette limitation (RGPD 18)",
      portability: "emporter vos données (RGPD 20)",
      objection: "vous opposer à l’usage de vos données (RGPD 21)",
      other: "une demande au sujet de vos données",
    },
    received: (day) => `Vous aurez notre réponse au plus tard le ${day}.`,
    extended: (day) =>
      `Il nous faut plus d’un mois. Vous aurez notre réponse au plus tard le ${day}. La raison :`,
    outcome: {
      granted: "C’est fait.",
      partly: "Nous l’avons fait en partie :",
      refused: "Nous ne pouvons pas le faire. La raison :",
    },
    erased: (controller) =>
      `${controller} a effacé tout ce qui vous concernait personnellement. C’est définitif.`,
    kept: [
      "Un nombre tiré de votre adresse, pour que l’on ne vous écrive plus (RGPD 17(3)(b), 21(3)).",
      "De chacun de vos actes, lequel, quand et sous quels mots, et de chaque message, quand et sur quelle base, pour prouver qu’il était licite (RGPD 17(3)(e), 5(2)).",
    ],
    gone: "Seul reste ce qui figure ci-dessus. Votre adresse a été gardée jusqu’à l’envoi de ce message et n’existe plus ici.",
    complaint:
      "Vous pouvez vous plaindre auprès d’une autorité de protection des données et saisir la justice (RGPD 77, 79).",
  },
};
