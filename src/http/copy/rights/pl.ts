// The words of the page of one's rights, and of asking for a link, in Polish.
import type { RightsPages } from "./en.ts";

export const pl: RightsPages = {
  rightsLink: {
    title: "Państwa dane",
    lead: "Prosimy wpisać adres, a wyślemy tam link. Prowadzi on do wszystkiego, co jest o Państwu przechowywane, i pozwala to sprostować, ograniczyć lub usunąć.",
    button: "Wyślij mi link",
    sent: "Prosimy zajrzeć do skrzynki",
    sentText:
      "Jeśli czytają Państwo pocztę pod tym adresem, link będzie tam za chwilę. Po kilku prośbach może to potrwać do jednego dnia.",
    otherwise: "Jeśli ta skrzynka nie jest już używana albo wolą Państwo napisać do kogoś:",
  },
  rights: {
    title: "Państwa dane",
    lead: "Wszystko, co jest o Państwu przechowywane, i co można z tym zrobić. Co da się zrobić od razu, dzieje się od razu.",
    expired: "Ten link już nie działa",
    expiredText: "Dla bezpieczeństwa działa tylko jeden dzień. Prosimy poprosić o nowy; przyjdzie za chwilę.",
    again: "Poproś o nowy link",
    corrected: "Zrobione. Sprostowano, a wiadomość to potwierdza.",
    restricted: "Zrobione. Odtąd dane są przechowywane i nieużywane.",
    lifted: "Zrobione. Ograniczenie zniesiono.",
    objected: "Zrobione. Reklamy już nie przyjdą.",
    asked: "Dziękujemy. Zapisano, a odpowiedź przyjdzie najpóźniej w ciągu miesiąca.",
    outdated:
      "Strona była otwarta zbyt długo lub nie dotarła w całości, więc nic nie zrobiono. Oto ona ponownie.",
    missing: "Prosimy napisać, o co chodzi. Nic nie wysłano.",
    wrong: "Jednej z danych nie zrozumiano. Nic nie zmieniono.",
    held: "W skrócie",
    more: "Wszystko",
    take: "Zabrać ze sobą",
    takeText:
      "Wszystko, co jest przechowywane, w całości (RODO 15, 20). Każde pobranie jest notowane, a wiadomość o nim mówi.",
    pdf: "Do czytania (PDF)",
    json: "Dla programów (JSON)",
    correct: "Sprostować",
    correctText: "To, co sami Państwo wiedzą najlepiej, zmienia się od razu (RODO 16).",
    keep: "bez zmian",
    save: "Zapisz",
    elseWrong: "Co jeszcze jest błędne i jak powinno być",
    send: "Wyślij",
    restrict: "Ograniczyć",
    restrictText:
      "Dane są wtedy przechowywane i do niczego nieużywane, dopóki ograniczenie nie zostanie zniesione (RODO 18). Przychodzą tylko odpowiedzi takie jak ta.",
    ground: "Dlaczego",
    restrictButton: "Ogranicz",
    lift: "Znieś ograniczenie",
    liftText: "Przetwarzanie Państwa danych jest ograniczone.",
    object: "Sprzeciwić się",
    objectText: "Żadnych reklam, bez względu na podstawę (RODO 21(2)). Powód nie jest potrzebny.",
    objectButton: "Sprzeciw wobec reklam",
    objectElse: "Sprzeciw wobec czegoś innego: wobec czego i z jakiego własnego powodu (RODO 21(1))",
    erase: "Usunąć",
    eraseText:
      "Wszystko, co osobowe, znika na zawsze (RODO 17). Następna strona mówi, co zostaje, i pyta jeszcze raz.",
    eraseButton: "Usuń mnie …",
    sure: "Usunąć wszystko, co osobowe?",
    sureLead:
      "Państwa adres, język, wybory i wszystko, co do nas napisano, zostanie zniszczone. Nie da się tego cofnąć.",
    stays: "To zostaje i dlaczego:",
    sureMail: "Adres przechowujemy do wysłania wiadomości, która to potwierdza, i nie dłużej.",
    sureTake: "Jeśli potrzebna jest kopia, prosimy pobrać ją wcześniej.",
    yes: "Tak, usuń mnie",
    no: "Nie, wróć",
    erased: "Dane usunięto",
    erasedText:
      "Wszystko, co osobowe, zniszczono. Potwierdza to ostatnia wiadomość; potem znika także adres.",
    other: "Coś innego",
    otherText: "Każda inna sprawa dotycząca Państwa danych: ktoś ją przeczyta i odpowie w ciągu miesiąca.",
    otherLabel: "Państwa sprawa",
    link: "Zobaczyć, zabrać lub usunąć wszystko, co jest o Państwu przechowywane",
    grounds: {
      accuracy: "Są błędne, a Państwo to sprawdzają",
      unlawful: "Ich użycie jest bezprawne, ale nie chcę ich usunięcia",
      claims: "Są mi potrzebne do dochodzenia roszczenia",
      objection: "Wniesiono sprzeciw, który jest rozważany",
    },
  },
};
