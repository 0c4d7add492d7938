// The words of the first page and the built-in mailbox, for who tries Licet out, in Catalan.
import type { Newcomer } from "./en.ts";

export const ca: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Configurat per a ${controller}`,
    title: "Està permès?",
    lead: "Licet ho pregunta abans de cada enviament: per a aquesta persona, per a aquesta finalitat, en aquest moment. Sense una prova registrada, la resposta és no.",
    forms: "On la gent diu que sí",
    formsText: "Cada formulari guarda les paraules exactes que es van mostrar.",
    kinds: { signUp: "Subscripció", order: "Comanda", informationRequest: "Informació" },
    mailbox: "On arriba el correu",
    mailboxText:
      "No hi ha cap servidor de correu configurat, i una bústia integrada ho recull tot. Res no surt d’aquesta màquina.",
    openMailbox: "Obrir la bústia",
    commands: "On es decideix",
    commandsText: "En un terminal, al costat d’aquest servidor:",
    audience: "a qui es pot escriure, a qui no, i per què",
    explain: "tota la història d’una persona, amb els articles",
    send: "preguntar per cada persona, enviar on està permès, guardar la prova",
  },
  mailbox: {
    search: "Enviat a",
    show: "Mostrar",
    nobody: "No s’ha enviat res a aquesta adreça.",
    title: "Bústia",
    lead: "Tots els missatges que aquesta màquina hauria enviat.",
    empty: "Encara res. Ompli un formulari o enviï una campanya.",
    older: "Més antics",
    newest: "Més recents",
    all: "Tots els missatges",
    to: "Per a",
    from: "De",
    received: "Rebut",
    headers: "Capçaleres",
    text: "Només text",
    html: "Com el mostra un programa de correu",
    oneClick: "Donar-se de baixa",
    oneClickText:
      "Un programa de correu mostra aquest botó a partir de les capçaleres List-Unsubscribe i List-Unsubscribe-Post.",
    noSubject: "(sense assumpte)",
  },
};
