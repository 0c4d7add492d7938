// Ready wordings in Polish. Needs counsel's approval before it is published.
import type { Wordings } from "./wordings.ts";

export const pl: Wordings = {
  status: "needs counsel's approval",
  withdrawal: "Mogę wycofać tę zgodę w każdej chwili za pomocą linku w każdym e-mailu.",
  anyBox: "Tak, zgadzam się, aby {controller} wysyłał mi e-maile na ten temat: {label}.",
  samples: {
    howOften: "najwyżej dwa razy w miesiącu",
    topic: "nasze nowe buty i ich pielęgnacja",
  },
  boxes: {
    newsletter: {
      label: "Newsletter",
      clause:
        "Tak, zgadzam się, aby {controller} wysyłał mi e-mailem newsletter, {howOften}. Jego tematy: {topic}.",
      aim: "Wysyłanie Ci newslettera e-mailem.",
    },
    offers: {
      label: "Oferty i rabaty",
      clause:
        "Tak, zgadzam się, aby {controller} wysyłał mi e-mailem oferty i rabaty, {howOften}. Dotyczą one: {topic}.",
      aim: "Wysyłanie Ci ofert i rabatów e-mailem.",
    },
    events: {
      label: "Wydarzenia i zaproszenia",
      clause:
        "Tak, zgadzam się, aby {controller} wysyłał mi e-mailem zaproszenia na swoje wydarzenia, {howOften}.",
      aim: "Zapraszanie Cię e-mailem na nasze wydarzenia.",
    },
    surveys: {
      label: "Ankiety",
      clause:
        "Tak, zgadzam się, aby {controller} wysyłał mi e-mailem ankiety z pytaniem o opinię na temat swoich produktów i usług, {howOften}.",
      aim: "Wysyłanie Ci e-mailem ankiet z pytaniem o opinię na temat naszych produktów i usług.",
    },
    "partner-offers": {
      label: "Oferty naszych partnerów",
      clause:
        "Tak, zgadzam się, aby {controller} wysyłał mi e-mailem oferty innych firm, {howOften}. Te firmy to: {partners}. Mój adres nie jest im przekazywany.",
      aim: "Wysyłanie Ci e-mailem ofert firm wymienionych obok pola wyboru. Nie przekazujemy im Twojego adresu.",
    },
    "order-reminder": {
      label: "Przypomnienie o niedokończonym zamówieniu",
      clause:
        "Tak, zgadzam się, aby {controller} jeden raz przypomniał mi e-mailem o zamówieniu, które zacznę i którego nie dokończę.",
      aim: "Przypomnienie Ci e-mailem, jeden raz, o niedokończonym zamówieniu.",
    },
    "email-tracking": {
      label: "Pomiar otwarć i kliknięć",
      clause:
        "Tak, zgadzam się, aby {controller} zapisywał, kiedy otwieram e-maile i które linki klikam, żeby wiedzieć, co mnie interesuje. Jeśli zostawię to pole puste, dostanę te same e-maile bez pomiaru.",
      aim: "Pomiar tego, które e-maile otwierasz i które linki klikasz.",
    },
  },
  similarProducts: {
    label: "Produkty podobne do kupionych",
    text: "Jako klient możesz dostawać od {controller} e-maile o naszych własnych produktach podobnych do tych, które kupujesz, {howOften}. Możesz się temu bezpłatnie sprzeciwić, teraz za pomocą tego pola, a później za pomocą linku w każdym e-mailu.",
    refusal: "Nie chcę dostawać e-maili o podobnych produktach.",
    aim: "Wysyłanie Ci e-maili o naszych własnych produktach podobnych do tych, które kupujesz, chyba że się sprzeciwisz.",
  },
  information: {
    label: "Informacje, o które prosisz",
    aim: "Wysłanie Ci e-mailem informacji, o które prosisz: {topic}. Nic więcej.",
  },
  rows: {
    controller: {
      title: "Administrator danych",
      text: "{controller}, {address}. Kontakt w sprawie ochrony danych: {contact}.",
    },
    purpose: { title: "Cel" },
    basis: {
      title: "Podstawa prawna",
      consent: "Twoja zgoda (art. 6 ust. 1 lit. a RODO). Jej brak nie ma żadnych skutków.",
      customer:
        "Nasz prawnie uzasadniony interes, aby informować klientów o tym, co sprzedajemy (art. 6 ust. 1 lit. f RODO), oraz wyjątek dla dotychczasowych klientów w prawie Twojego kraju.",
      request: "Twoja prośba (art. 6 ust. 1 lit. b RODO).",
    },
    recipients: {
      title: "Odbiorcy danych",
      text: "Tylko firmy, które pracują dla nas na podstawie umowy powierzenia: {recipients}. Nie sprzedajemy Twoich danych.",
    },
    transfers: {
      title: "Przekazywanie danych poza Europę",
      text: "Twoje dane nie opuszczają Europejskiego Obszaru Gospodarczego.",
    },
    retention: {
      title: "Jak długo przechowujemy dane",
      text: "Do wycofania zgody albo do sprzeciwu. Jeśli nie dasz nam żadnego znaku, kończymy po {months} miesiącach.",
    },
    rights: {
      title: "Twoje prawa",
      text: "W każdej chwili możesz wycofać zgodę albo sprzeciwić się reklamie, za pomocą linku w każdym e-mailu. Masz prawo dostępu do swoich danych, ich sprostowania, usunięcia, ograniczenia i przeniesienia: napisz na adres {contact}. Możesz złożyć skargę do organu nadzorczego: {authority}.",
    },
    more: {
      title: "Więcej informacji",
      text: "Pełną informację o ochronie danych znajdziesz pod linkiem obok tej tabeli.",
    },
  },
};
