/** The bases and refusal codes explained in French. */
import type { OperatorExplanations } from "./explanation.ts";

const COLLECT =
  "Recueillir le consentement au prochain contact ; le demander par e-mail est déjà de la publicité.";
const COMPLETE =
  "Verser les preuves manquantes si elles existent ; sinon recueillir le consentement au prochain contact, pas par e-mail.";
const ANEW =
  "Laisser la personne remplir à nouveau le formulaire : un nouveau message de confirmation suit. Pas de relance.";

/** French. */
export const fr = {
  "legal-obligation": {
    name: "Obligation légale",
    operator: "Le message cite une loi qui vous oblige à informer cette personne.",
    remedy: "N’envoyer que ce que cette loi demande, sans publicité.",
  },
  rights: {
    name: "Exercice d’un droit",
    operator: "Le message répond à un droit que la personne a exercé.",
    remedy: "Répondre à ce qui est demandé, dans les délais et sans publicité.",
  },
  contract: {
    name: "Contrat",
    operator: "Le message relève d’un contrat ou d’un compte en cours de cette personne.",
    remedy: "N’envoyer que le nécessaire au contrat ; un seul bloc promotionnel en fait une publicité.",
  },
  "double-opt-in": {
    name: "Confirmation d’une inscription",
    operator: "Un formulaire a été rempli pour cette adresse il y a moins de 48 heures, sans confirmation.",
    remedy: "Envoyer ce seul message, neutre, sans relance.",
  },
  "requested-information": {
    name: "Information demandée",
    operator: "La personne l’a demandée, et ce qui a été promis n’est pas épuisé.",
    remedy: "Envoyer ce qui est demandé, et s’arrêter quand la promesse est tenue.",
  },
  consent: {
    name: "Consentement",
    operator: "La personne a consenti à cette finalité, et la preuve est conservée.",
    remedy: "Conserver la preuve, et s’arrêter dès que le consentement est retiré.",
  },
  "soft-opt-in": {
    name: "Client existant (soft opt-in)",
    operator: "Un client qui a pu refuser lors de la collecte de l’adresse reçoit des offres analogues.",
    remedy: "Ne promouvoir que vos propres produits analogues, avec un refus gratuit dans chaque message.",
  },
  "corporate-opt-out": {
    name: "Entreprise qui peut s’opposer",
    operator: "Une entreprise avérée, dans un pays où l’on peut lui écrire tant qu’elle ne s’oppose pas.",
    remedy: "Dire d’où vient l’adresse et comment s’opposer ; s’arrêter à la première opposition.",
  },
  "input-invalid": {
    name: "Question incomprise",
    operator: "Un élément de la question manque ou est illisible ; son emplacement est indiqué.",
    remedy: "Corriger ce qui est indiqué et redemander ; d’ici là, rien n’est envoyé.",
  },
  "address-invalid": {
    name: "Adresse hors service",
    operator: "Un message à cette adresse a été rejeté définitivement, et elle n’a pas été rétablie.",
    remedy: "Demander une adresse valable à la personne au prochain contact.",
  },
  erased: {
    name: "Effacée",
    operator: "La personne a été effacée et n’est pas revenue d’une façon qui fonde ce message.",
    remedy: "Ne pas écrire en premier ; cela se rouvre quand la personne revient d’elle-même.",
  },
  restricted: {
    name: "Traitement limité",
    operator: "Le traitement des données de la personne est limité, et la limitation n’est pas levée.",
    remedy: "Régler la cause de la limitation, et informer la personne avant de la lever (RGPD 18(3)).",
  },
  objected: {
    name: "Opposition",
    operator: "La personne s’est opposée à cette prospection, sans consentement valable depuis.",
    remedy: "La respecter ; seul un consentement ultérieur, donné spontanément, la lève.",
  },
  "complaint-as-objection": {
    name: "Signalement comme spam",
    operator: "La personne a signalé un message comme spam, sans consentement valable depuis.",
    remedy: "La respecter comme une opposition ; seul un consentement ultérieur et spontané la lève.",
  },
  withdrawn: {
    name: "Consentement retiré",
    operator: "La personne vous a demandé d’arrêter, sans consentement valable depuis.",
    remedy: "Ne pas écrire pour la reconquérir ; laisser l’inscription là où elle peut la trouver.",
  },
  "under-age": {
    name: "Trop jeune, ou âge inconnu",
    operator: "La personne n’a peut-être pas l’âge de consentir ici, et nul parent n’a consenti à temps.",
    remedy:
      "Verser d’abord le consentement d’un parent avec sa preuve, puis celui de la personne ; sinon, ne pas écrire.",
  },
  "exclusion-register": {
    name: "Inscrite sur une liste d’opposition",
    operator: "Une liste d’opposition applicable ici la cite, et aucun consentement envers vous ne prime.",
    remedy: "L’exclure ; un consentement envers vous, recueilli au prochain contact, primerait.",
  },
  "register-stale": {
    name: "Liste d’opposition non consultée",
    operator: "Une liste d’opposition applicable ici n’a pas été lue dans les dernières 24 heures.",
    remedy:
      "Consulter à nouveau la liste, ou recueillir le consentement au prochain contact : la liste ne vise pas qui a consenti.",
  },
  "third-party-source": {
    name: "Adresse venue d’un tiers",
    operator: "L’adresse a été achetée, aspirée ou transmise, sans consentement valable envers vous.",
    remedy: "Écarter l’adresse ; seul un consentement que la personne vous donne l’ouvre.",
  },
  "repermission-no-basis": {
    name: "Demander la permission sans l’avoir",
    operator: "Le message demande une permission : c’est aussi de la publicité, et rien ne l’autorise.",
    remedy: "Demander au prochain contact, sur votre site ou de vive voix, et non par e-mail.",
  },
  "message-noncompliant": {
    name: "Mentions manquantes dans le message",
    operator: "Il manque l’expéditeur, une adresse postale, un moyen de refus ou la mention publicitaire.",
    remedy: "Ajouter ce qui manque, puis redemander.",
  },
  "promo-in-service": {
    name: "Publicité dans un message qui n’en est pas une",
    operator: "Un message de service, d’information, légal ou de droits contient un bloc promotionnel.",
    remedy: "Retirer le bloc, ou l’envoyer comme prospection à qui peut la recevoir.",
  },
  "ads-in-neutral-mail": {
    name: "Publicité dans un message neutre",
    operator: "Une confirmation ou un accusé de réception contient un bloc promotionnel.",
    remedy: "Retirer le bloc ; le logo et les mentions légales peuvent rester.",
  },
  "no-legal-duty": {
    name: "Aucune obligation légale citée",
    operator: "Le message entend remplir une obligation légale et ne cite aucune loi.",
    remedy: "Citer la loi qui vous oblige, ou poser la question pour le vrai type du message.",
  },
  "no-case": {
    name: "Rien à quoi répondre",
    operator: "Ni demande de droits ouverte, ni retrait ou opposition récents auxquels répondre.",
    remedy: "Citer la demande ouverte, ou ne pas envoyer.",
  },
  "not-necessary": {
    name: "Aucun contrat ne l’exige",
    operator: "Le message ne cite aucun contrat en cours.",
    remedy: "Citer le contrat en cours ; s’il est terminé, ne rien envoyer à ce titre.",
  },
  "doi-limit": {
    name: "Pas de message de confirmation maintenant",
    operator: "La demande a plus de 48 heures, est confirmée, bloquée depuis, ou trop proche d’une autre.",
    remedy: "Pas de relance ; une nouvelle demande de la personne peut tout recommencer.",
  },
  "beyond-request": {
    name: "Plus que ce qui est demandé",
    operator: "La personne ne l’a pas demandé, ou les réponses promises ou leur délai sont épuisés.",
    remedy: "S’arrêter là ; une nouvelle demande de la personne rouvre la voie.",
  },
  "third-party-consent": {
    name: "Consentement d’un autre",
    operator: "Un autre a donné le consentement, ou un parent sans preuve conservée.",
    remedy: "Le recueillir auprès d’elle au prochain contact, ou d’un parent avec preuve ; pas par e-mail.",
  },
  "legacy-consent": {
    name: "Consentement antérieur au RGPD",
    operator: "Le consentement date d’avant le 25 mai 2018, et sa preuve ne suffit pas aujourd’hui.",
    remedy: COMPLETE,
  },
  "no-proof": {
    name: "Consentement sans preuve",
    operator: "Un consentement est conservé, mais pas les mots ou le formulaire présentés.",
    remedy: COMPLETE,
  },
  "not-affirmative": {
    name: "Pas de choix actif",
    operator: "La case était cochée d’avance, ou le consentement faisait partie des conditions.",
    remedy: "Recueillir le consentement au prochain contact, avec une case vide à part ; pas par e-mail.",
  },
  conditional: {
    name: "Consentement exigé",
    operator: "Le consentement était exigé pour obtenir autre chose ; il est présumé non libre.",
    remedy: "Offrir le service sans lui, et laisser le choix ouvert au prochain contact.",
  },
  "not-specific": {
    name: "Une case pour plusieurs finalités",
    operator: "Une seule case couvrait plusieurs finalités.",
    remedy: "Recueillir le consentement au prochain contact, une case par finalité ; pas par e-mail.",
  },
  "controller-not-named": {
    name: "Consentement qui nomme d’autres",
    operator: "Le consentement nomme d’autres responsables, et pas celui-ci.",
    remedy: "Recueillir au prochain contact un consentement qui vous nomme ; pas par e-mail.",
  },
  "scope-mismatch": {
    name: "Hors de ce qui a été consenti",
    operator: "Le consentement porte sur un autre canal ou une autre catégorie que ce message.",
    remedy: "S’en tenir à ce qui est consenti, ou recueillir ce consentement au prochain contact.",
  },
  "not-informed": {
    name: "Information insuffisante",
    operator: "Pas de notice conservée avec le consentement, ou elle ne disait pas qu’il peut être retiré.",
    remedy: "Recueillir le consentement au prochain contact, notice sous les yeux ; pas par e-mail.",
  },
  "controller-changed": {
    name: "Responsable changé",
    operator: "Le responsable a changé après le consentement, et la personne n’en a pas été informée.",
    remedy:
      "Donner l’information exigée et la verser, ou recueillir un nouveau consentement ; un avocat dira lequel.",
  },
  "doi-unconfirmed": {
    name: "Non confirmé depuis la boîte",
    operator: "Le formulaire ou le pays exige une confirmation depuis la boîte ; aucune n’est conservée.",
    remedy: ANEW,
  },
  "doi-expired": {
    name: "Confirmé trop tard",
    operator: "La confirmation est venue après l’expiration de son lien.",
    remedy: ANEW,
  },
  "doi-bot": {
    name: "Confirmé par un programme",
    operator: "Le lien a été ouvert, comme le font les antivirus, et nul n’a appuyé sur le bouton.",
    remedy: ANEW,
  },
  "consent-decayed": {
    name: "Consentement éteint",
    operator: "Trop longtemps sans signe de vie depuis le consentement ; les ouvertures ne comptent pas.",
    remedy: "Ne pas écrire pour la reconquérir ; recueillir le consentement au prochain contact.",
  },
  "no-sale-context": {
    name: "Pas de vente qui compte",
    operator: "Le pays ne connaît pas le soft opt-in, ou aucune vente conservée ne l’ouvre.",
    remedy: COLLECT,
  },
  "free-account-not-sale": {
    name: "Compte gratuit",
    operator: "Un compte gratuit ne vaut pas vente dans les règles de ce pays.",
    remedy: COLLECT,
  },
  "not-from-customer": {
    name: "Adresse non donnée par le client",
    operator: "Rien ne montre que le client a donné l’adresse lors de la vente.",
    remedy: COLLECT,
  },
  "no-optout-at-collection": {
    name: "Aucun refus proposé lors de la vente",
    operator: "Il n’est pas prouvé qu’un refus a été proposé lors de la collecte de l’adresse.",
    remedy:
      "Le proposer à la prochaine vente. D’ici là, seul un consentement aide ; le demander par e-mail est de la publicité.",
  },
  "refused-at-collection": {
    name: "Refus lors d’une vente",
    operator: "La personne a refusé la publicité lors d’une vente.",
    remedy: "Le respecter ; seul un consentement donné spontanément l’ouvre.",
  },
  "not-same-person": {
    name: "Achat chez une autre société",
    operator: "Le vendeur était une autre personne morale ; une société du même groupe en est une autre.",
    remedy: COLLECT,
  },
  "not-similar": {
    name: "Sans analogie avec l’achat",
    operator: "Ce qui a été acheté est d’une autre catégorie que ce qui est promu.",
    remedy: "Ne promouvoir que l’analogue, ou recueillir le consentement au prochain contact.",
  },
  "soft-expired": {
    name: "Vente trop ancienne",
    operator: "Le délai pendant lequel les règles de ce pays se fondent sur une vente est écoulé.",
    remedy: COLLECT,
  },
  "not-corporate": {
    name: "Pas une entreprise à qui l’on peut écrire",
    operator: "Rien ne prouve une personne morale, ou son pays exige malgré tout le consentement.",
    remedy:
      "Verser l’inscription au registre si elle existe ; sinon recueillir le consentement, pas par e-mail.",
  },
  "role-mismatch": {
    name: "Sans lien avec la fonction",
    operator: "Rien n’indique pourquoi le message concerne la fonction de la personne.",
    remedy: "Verser la raison si elle est vraie ; sinon recueillir le consentement au prochain contact.",
  },
  "no-lia": {
    name: "Pas de mise en balance",
    operator: "Aucune mise en balance de votre intérêt et de celui du destinataire n’est conservée.",
    remedy: "Faire et verser d’abord la mise en balance ; son résultat peut être non.",
  },
  "no-art14": {
    name: "Source non indiquée",
    operator: "Le message ne dit pas d’où vient l’adresse ni comment s’opposer.",
    remedy: "Mettre la source et le droit d’opposition dans le message, puis redemander.",
  },
  "no-basis": {
    name: "Rien ne l’autorise",
    operator: "Rien de ce qui est conservé n’autorise ce message.",
    remedy: "Recueillir le consentement au prochain contact ; le demander par e-mail est lui-même illicite.",
  },
} as const satisfies OperatorExplanations;
