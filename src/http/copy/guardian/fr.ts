// The words for children and for the parent or guardian who decides with them, in French.
import type { GuardianWords } from "./en.ts";

export const fr: GuardianWords = {
  guardian: {
    birthDate: "Date de naissance",
    birthHint:
      "Ceci s’adresse aussi aux enfants. La loi veut savoir si un parent doit donner son accord ; la date ne sert à rien d’autre.",
    mistakes: {
      "birth-missing": "Indiquez la date de naissance.",
      "birth-malformed":
        "Cela ne peut pas être une date de naissance. Écrivez l’année, le mois et le jour, par exemple 2014-03-31.",
      "guardian-missing": "Indiquez l’adresse électronique d’un parent ou d’un responsable légal.",
      "guardian-malformed":
        "L’adresse du parent ou du responsable légal ne ressemble pas à une adresse électronique. Exemple : nom@example.org.",
      "guardian-same":
        "L’adresse du parent ou du responsable légal doit être différente de celle de l’enfant.",
    },
    young: (age: number) => `Moins de ${age} ans : un parent doit donner son accord`,
    youngText:
      "La loi ne permet de s’inscrire qu’avec l’accord d’un parent ou d’un responsable légal. Indiquez l’adresse électronique de l’un d’eux, et nous lui posons la question. Jusqu’à son accord, nous ne gardons rien de ce qui a été saisi et n’envoyons rien à l’enfant.",
    field: "Adresse électronique d’un parent ou d’un responsable légal",
    asked: "La question est posée à un parent",
    askedText: (until: string) =>
      `Un message avec un lien est parti vers le parent ou le responsable légal. Si personne ne donne son accord avant le ${until}, il ne se passe rien, et nous ne gardons rien de ce qui a été saisi.`,
    title: "Cet enfant peut-il s’inscrire ?",
    lead: "Un enfant souhaite recevoir nos messages et est trop jeune pour en décider seul. Ils iraient à cette adresse :",
    words: "L’enfant a coché :",
    born: (day: string) => `Date de naissance indiquée : ${day}.`,
    statement:
      "En appuyant sur le bouton, vous déclarez être majeur, être le parent ou le responsable légal de cet enfant, et donner votre accord.",
    button: "Oui, je suis d’accord",
    otherwise:
      "Si vous n’êtes pas d’accord, fermez cette page. Rien n’est alors envoyé à l’enfant, et nous ne gardons rien de ce qui a été saisi.",
    done: "Votre accord est enregistré",
    doneText:
      "Vous pouvez le retirer à tout moment : chaque message publicitaire contient un lien pour arrêter, et vous pouvez écrire à notre contact pour la protection des données.",
    doneMail:
      "La messagerie de l’enfant reçoit maintenant un message avec un bouton. Rien ne commence avant qu’on y appuie.",
    expired: "Ce lien n’est plus valable",
    expiredText:
      "Rien n’a été enregistré, et nous n’avons rien gardé de ce qui a été saisi. L’enfant peut remplir à nouveau le formulaire.",
  },
};
