// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in Polish.
import { plural } from "../../../mail/locale.ts";
import type { Forms } from "./en.ts";

const times = plural("pl", { one: "jeden raz", few: "# razy", many: "# razy", other: "# razy" });

export const pl: Forms = {
  whole: "Wszystko o Państwa danych",
  form: {
    email: "Adres e-mail",
    country: "Kraj",
    countryHint: "Nie trzeba podawać. Decyduje tylko o tym, które prawo chroni Państwa najlepiej.",
    noCountry: "Wolę nie podawać",
    products: "Co chcą Państwo zamówić?",
    boxes: "Czy możemy do Państwa pisać?",
    boxesHint: "Wybór należy do Państwa. Nic nie jest zaznaczone z góry i nic od tego nie zależy.",
    confirmHint:
      "Po zaznaczeniu pola wysyłamy jeden e-mail, aby upewnić się, że zgłoszenie pochodzi od Państwa. Nic się nie zacznie, dopóki nie zostanie naciśnięty przycisk w tym e-mailu.",
    softOptIn: "Podobne produkty",
    refusalKept: "Zaznaczono, że te e-maile nie są chciane. Zachowaliśmy ten wybór.",
    notice: "Podstawowe informacje o ochronie danych",
    signUp: "Zapisz mnie",
    order: "Zamówienie z obowiązkiem zapłaty",
    informationRequest: "Proszę o przesłanie",
    unavailable: "Ten formularz jest zamknięty",
    unavailableText: "Pod tym adresem nie ma formularza albo nie jest już używany.",
  },
  mistakes: {
    title: "Czegoś brakuje",
    prefix: "Do sprawdzenia: ",
    "address-missing": "Proszę wpisać adres e-mail.",
    "address-malformed": "To nie wygląda na adres e-mail. Przykład: imie@example.org.",
    "country-unknown": "Proszę wybrać kraj z listy albo pozostawić pole puste.",
    "product-missing": "Proszę wybrać, co ma zostać zamówione.",
    "nothing-asked": "Proszę zaznaczyć co najmniej jedno pole. Inaczej nie ma na co się zapisać.",
    tickAgain:
      "Dla Państwa ochrony nigdy nie zaznaczamy pól za Państwa. Jeśli jakieś były zaznaczone, proszę zaznaczyć je ponownie.",
    unknownPage:
      "Ta strona nie dotarła w całości, więc nic nie zostało zapisane. Oto ona ponownie, z tym, co wpisano. Proszę ją przejrzeć i wysłać jeszcze raz.",
  },
  thanks: {
    signUp: "Dziękujemy",
    order: "Dziękujemy za zamówienie",
    informationRequest: "Już w drodze",
    look: "Teraz proszę zajrzeć do skrzynki",
    mailbox:
      "Wysyłamy e-mail z przyciskiem do potwierdzenia. Dopóki nie zostanie naciśnięty, nic się nie zaczyna. Zwykle przychodzi od razu; po kilku zgłoszeniach może to potrwać do jednego dnia, bo na jeden adres piszemy tylko kilka razy dziennie. Jeśli nic nie przyjdzie, być może adres jest błędnie wpisany.",
    orderMail: "Wysyłamy e-mail o tym zamówieniu, z przyciskiem do potwierdzenia, że jest Państwa.",
    orderOpens: "Dopóki nie zostanie naciśnięty, zamówienie nie pozwala wysyłać reklam na ten adres.",
    refused: "Nie chcą Państwo e-maili o podobnych produktach. Zostało to zapisane.",
    recorded: "Państwa wybór został zapisany. Każdy e-mail reklamowy zawiera link do rezygnacji.",
    reference: (reference) => `Numer zamówienia: ${reference}.`,
    answer: "Wysyłamy to, o co Państwo prosili, i nic więcej. Po kilku prośbach może to potrwać jeden dzień.",
    kept: "Nie zaznaczono żadnego pola, więc będziemy pisać tylko o tym zamówieniu.",
  },
  confirm: {
    title: "Czy to Państwa zgłoszenie?",
    lead: (when) => `Dnia ${when} ktoś wpisał Państwa adres w naszym formularzu i zaznaczył:`,
    leadOrder: (when) => `Dnia ${when} ktoś złożył to zamówienie z Państwa adresem:`,
    country: (name) => `Podany kraj: ${name}.`,
    told: "A to stało obok zamówienia; pola sprzeciwu nie zaznaczono:",
    refused: "Zaznaczono pole sprzeciwu wobec e-maili o podobnych produktach. Sprzeciw obowiązuje nadal.",
    several: (count) =>
      `Państwa adresu użyto ${times(count)}. Każdy raz ma własny przycisk: proszę nacisnąć tylko to, co pochodzi od Państwa.`,
    expiredOrder:
      "Minęło zbyt dużo czasu, więc nic nie zostało potwierdzone. Zamówienia to nie zmienia; nie pozwala ono tylko na reklamy.",
    button: "Tak, to moje zgłoszenie",
    otherwise: "Jeśli nie, proszę zamknąć tę stronę. Żadne reklamy nie zostaną wysłane.",
    until: (when) => `Przycisk działa do ${when}.`,
    done: "Potwierdzono",
    doneText: "Dziękujemy. Zapisano teraz:",
    doneLater: "Każdy e-mail reklamowy zawiera link do rezygnacji, który działa od razu.",
    barred:
      "Po wypełnieniu formularza złożyli Państwo rezygnację i nadal ona obowiązuje. W razie zmiany zdania proszę wypełnić formularz ponownie.",
    expired: "Ten przycisk wygasł",
    expiredText:
      "Od wypełnienia formularza minęło zbyt dużo czasu, więc nic nie zostało potwierdzone. Można wypełnić go ponownie; to chwila.",
    again: "Wypełnij formularz ponownie",
  },
  notice: {
    title: "Ochrona danych",
    version: (version) => `Wersja ${version}`,
    second: "W całości",
  },
};
