// The words for children and for the parent or guardian who decides with them, in Polish.
import type { GuardianWords } from "./en.ts";

export const pl: GuardianWords = {
  guardian: {
    birthDate: "Data urodzenia",
    birthHint:
      "To jest przeznaczone także dla dzieci. Prawo wymaga ustalenia, czy potrzebna jest zgoda rodzica; data nie służy do niczego innego.",
    mistakes: {
      "birth-missing": "Prosimy podać datę urodzenia.",
      "birth-malformed":
        "To nie może być data urodzenia. Prosimy wpisać rok, miesiąc i dzień, na przykład 2014-03-31.",
      "guardian-missing": "Prosimy podać adres e-mail rodzica lub opiekuna.",
      "guardian-malformed":
        "Adres rodzica lub opiekuna nie wygląda na adres e-mail. Przykład: nazwa@example.org.",
      "guardian-same": "Adres rodzica lub opiekuna musi być inny niż adres dziecka.",
    },
    young: (age: number) => `Poniżej ${age} lat: potrzebna jest zgoda rodzica`,
    youngText:
      "Prawo pozwala zapisać się tylko razem z rodzicem lub opiekunem. Prosimy podać adres e-mail jednego z nich, a tam zapytamy. Do czasu zgody nie zachowujemy niczego z tego, co wpisano, i niczego dziecku nie wysyłamy.",
    field: "Adres e-mail rodzica lub opiekuna",
    asked: "Rodzic został zapytany",
    askedText: (until: string) =>
      `Wiadomość z linkiem jest w drodze do rodzica lub opiekuna. Jeśli nikt nie wyrazi zgody do ${until}, nic się nie stanie i nie zachowamy niczego z tego, co wpisano.`,
    title: "Czy to dziecko może się zapisać?",
    lead: "Dziecko chce otrzymywać od nas wiadomości i jest za młode, aby samo o tym zdecydować. Przychodziłyby na ten adres:",
    words: "Dziecko zaznaczyło:",
    born: (day: string) => `Podana data urodzenia: ${day}.`,
    statement:
      "Naciśnięcie przycisku oznacza oświadczenie, że jest się osobą pełnoletnią, rodzicem lub opiekunem tego dziecka i że wyraża się zgodę.",
    button: "Tak, wyrażam zgodę",
    otherwise:
      "W razie braku zgody wystarczy zamknąć tę stronę. Wtedy dziecko nic nie dostanie i nie zachowamy niczego z tego, co wpisano.",
    done: "Zgoda została zapisana",
    doneText:
      "Można ją wycofać w każdej chwili: każda wiadomość reklamowa ma link do rezygnacji, można też napisać do naszego kontaktu w sprawach ochrony danych.",
    doneMail:
      "Na skrzynkę dziecka przyjdzie teraz jedna wiadomość z przyciskiem. Nic się nie zacznie, zanim zostanie naciśnięty.",
    expired: "Ten link wygasł",
    expiredText:
      "Nic nie zostało zapisane i niczego z tego, co wpisano, nie zachowaliśmy. Dziecko może wypełnić formularz ponownie.",
  },
};
