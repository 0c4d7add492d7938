// The words of the way out, the preferences and the reason for a mail, in Polish.
import type { Choices } from "./en.ts";

export const pl: Choices = {
  wayOut: {
    title: "Zrezygnować z tych e-maili?",
    titleAll: "Zrezygnować ze wszystkich naszych reklam?",
    lead: (purpose) =>
      `Jedno naciśnięcie i nigdy więcej nie wyślemy Państwu „${purpose}”, chyba że sami Państwo o to poproszą.`,
    leadAll:
      "Jedno naciśnięcie i nigdy więcej nie wyślemy Państwu reklam, chyba że sami Państwo o nie poproszą.",
    button: "Rezygnuję",
    manage: "Zobacz i zmień wszystkie swoje wybory",
    done: "Gotowe",
    doneText: (purpose) => `Nie wysyłamy już Państwu „${purpose}”. Obowiązuje to od teraz.`,
    doneAll: "Nie wysyłamy już Państwu żadnych reklam. Obowiązuje to od teraz.",
  },
  preferences: {
    title: "Państwa wybory",
    lead: "Każdy wiersz to jeden cel. Z czego się tu zrezygnuje, to kończy się od razu.",
    receiving: "Tak",
    waiting: "Jeszcze nie: czeka na Państwa potwierdzenie",
    stopped: "Nie, złożono rezygnację",
    none: "Nie",
    since: (when) => `od ${when}`,
    waitingText: "Proszę nacisnąć przycisk w e-mailu, który wysłaliśmy, albo wypełnić formularz ponownie.",
    leave: "Rezygnuję",
    leaveNamed: (purpose) => `Rezygnuję z „${purpose}”`,
    join: "Zapisz mnie",
    joinNamed: (purpose) => `Zapisz mnie na „${purpose}”`,
    all: "Żadnych reklam",
    allText: "Wtedy piszemy tylko o tym, co dotyczy zamówienia lub czego wymaga prawo.",
    leaveAll: "Rezygnuję ze wszystkiego",
    saved: "Gotowe. Obowiązuje to od teraz.",
    why: "Dlaczego ten e-mail do mnie przyszedł?",
  },
  why: {
    title: "Dlaczego ten e-mail do Państwa przyszedł",
    lead: (purpose, when) => `Wysłaliśmy Państwu „${purpose}” dnia ${when}.`,
    relied: "Oparliśmy się na tym:",
    consentGiven: "Zaznaczono pole",
    sale: "Coś kupiono",
    request: "Poproszono o informacje",
    contract: "Mają Państwo z nami umowę",
    other: "Jest to zapisane",
    when: "Kiedy",
    where: "Gdzie",
    elsewhere: (source) =>
      `Trafiło to do nas z innego systemu (${source}). Słowa są tam przechowywane pod tym oznaczeniem:`,
    confirmed: "Potwierdzono",
    confirmedText: (when) => `Przycisk w naszym e-mailu naciśnięto dnia ${when}.`,
    articles: "Prawo",
    used: "Wykorzystano",
    usedText: (when) => `W chwili wysyłki, dnia ${when}, sprawdziliśmy ponownie i zezwolenie obowiązywało.`,
    number: "Oznaczenie",
    since: "Od tego czasu już nie obowiązuje: nie wysyłamy tego Państwu więcej.",
    stop: "Rezygnuję z tych e-maili",
    notFound: "Nie znaleźliśmy takiego e-maila",
    notFoundText: "To, co o nim wiedzieliśmy, zostało usunięte albo nigdy go nie przekazano.",
    answered:
      "Ten e-mail był odpowiedzią na to, co zrobiono z Państwa adresem w jednym z naszych formularzy. Nie jest reklamą i żaden następny z niego nie wynika.",
  },
};
