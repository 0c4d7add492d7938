/** Why a mail that is permitted does not go, explained to whoever sends: the person wishes to hear of its purpose less often. */
import type { OperatorWords } from "./explanation.ts";

/** By language. It is no code of the decision contract: no law asks for it (record 21). */
export const HELD_BACK = {
  en: {
    name: "Not so often",
    operator:
      "The person may be written to for this purpose, and wishes to hear of it at most once a week or once a month. They have had a mail within that time.",
    remedy:
      "Write to them when the week or the month is over. Nothing is missing, and nothing needs to be asked.",
  },
  fr: {
    name: "Pas si souvent",
    operator:
      "On peut écrire à cette personne pour cette finalité, et elle souhaite en entendre parler au plus une fois par semaine ou par mois. Elle a reçu un courriel dans ce délai.",
    remedy:
      "Écrivez-lui quand la semaine ou le mois est passé. Il ne manque rien, et il n’y a rien à demander.",
  },
  es: {
    name: "No tan a menudo",
    operator:
      "Se puede escribir a esta persona para esta finalidad, y desea recibir noticias como máximo una vez por semana o por mes. Ya ha recibido un correo en ese plazo.",
    remedy: "Escríbale cuando haya pasado la semana o el mes. No falta nada, y no hay nada que pedir.",
  },
} as const satisfies Readonly<Record<string, OperatorWords>>;
