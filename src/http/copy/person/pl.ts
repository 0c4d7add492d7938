// The words of what a person may do on the page of their choices, and of links that have ended, in Polish.
import type { PersonWords } from "./en.ts";

export const pl: PersonWords = {
  own: {
    joining: "Naciskając przycisk, oświadczają Państwo:",
    askFirst:
      "Wyślemy wtedy jeden e-mail z przyciskiem. Nic się nie zacznie, dopóki nie zostanie on naciśnięty.",
    joined: "Gotowe. Obowiązuje to od teraz.",
    asked:
      "Teraz proszę zajrzeć do skrzynki: wysyłamy e-mail z przyciskiem i nic się nie zacznie, dopóki nie zostanie on naciśnięty. Zwykle przychodzi od razu; po kilku zgłoszeniach może to potrwać do jednego dnia.",
    measured: "Pomiar",
    measuredText:
      "To osobna sprawa: bez pomiaru przychodzą te same e-maile, a my nie zapisujemy, co jest otwierane.",
    paused: (day: string) => `Pytanie zostało zadane i nie padła zgoda. Nie zadamy go ponownie przed ${day}.`,
    renew: "Tak, dalej",
    lapses: (day: string) => `To kończy się ${day}, chyba że padnie ponowna zgoda.`,
    rights: "Jedno prawo bez drugiego",
    withdraw: "Wycofuję wszystkie zgody",
    withdrawText:
      "To, na co wyrażono zgodę, kończy się (RODO 7(3)). Co opiera się na czymś innym, na przykład na zakupie, trwa do czasu sprzeciwu.",
    object: "Sprzeciwiam się wszelkim reklamom",
    objectText:
      "Nie używamy już Państwa danych do reklamy, bez względu na to, co na nią pozwalało (RODO 21(2)), dopóki sami Państwo o nią nie poproszą.",
    language: "Język, w którym się zwracamy",
    keep: "Zapisz",
    often: "Jak często?",
    keepNamed: (purpose) => `Zapisz częstotliwość „${purpose}”`,
    frequencies: { any: "Na bieżąco", week: "Najwyżej raz w tygodniu", month: "Najwyżej raz w miesiącu" },
    outdated:
      "Ta strona była otwarta zbyt długo albo nie dotarła w całości, więc niczego nie zmieniono. Oto ona ponownie: proszę wybrać jeszcze raz.",
  },
  seen: {
    form: "Formularz w ówczesnej postaci",
    ticked: "Zaznaczono:",
    notTicked: "Nie zaznaczono:",
    uses: "E-maile, które się na tym opierały",
    uncertain: "być może: połączenie zostało przerwane",
  },
  gone: {
    title: "Ten link już nie działa",
    text: "To, co wiedzieliśmy o Państwu, zostało usunięte, a z tym to, co pokazałaby ta strona. Zachowaliśmy tylko to, co zapobiega dalszym reklamom.",
  },
  link: {
    title: "Państwa wybory",
    lead: "Proszę wpisać adres, a wyślemy link do jego skrzynki: tam można zobaczyć i zmienić, co wysyłamy.",
    button: "Proszę o link",
    sent: "Teraz proszę zajrzeć do skrzynki",
    sentText:
      "Jeśli znamy ten adres, e-mail z linkiem jest w drodze. Wszystkim mówimy to samo, aby nikt się nie dowiedział, czyj adres znamy. Po kilku zgłoszeniach może to potrwać do jednego dnia.",
  },
  address: {
    title: "Państwa adres",
    text: "Proszę podać nowy adres, a zapytamy jego skrzynkę. Dokonane wybory obowiązują tam, gdy tylko odpowie; tutaj wtedy już nie piszemy.",
    field: "Nowy adres e-mail",
    button: "Zapytaj tę skrzynkę",
    fresh:
      "Aby zmienić adres, proszę poprosić o nowy link do tej skrzynki: przekazany dalej e-mail nie może wystarczyć.",
    freshLink: "Poproś o link",
    asked: "Napisaliśmy na nowy adres. Nic się nie zmieni, dopóki nie zostanie tam naciśnięty przycisk.",
    same: "Na ten adres już piszemy.",
    often: "Podano dziś kilka adresów. Proszę spróbować ponownie jutro.",
    confirm: "Czy to Państwa nowy adres?",
    confirmText:
      "Ktoś podał ten adres jako swój nowy. Po naciśnięciu przycisku dokonane wybory obowiązują tutaj, zarówno zgody, jak i odmowy, a na stary adres nic już nie przyjdzie.",
    yes: "Tak, to mój adres",
    done: "Przeniesiono",
    doneText: "Dokonane wybory obowiązują odtąd tutaj. To, na co pozwalał tylko zakup, nie przechodzi.",
    expired: "Ten przycisk wygasł",
    expiredText:
      "Minęło zbyt dużo czasu, więc nic nie zostało przeniesione. Adres można podać ponownie na stronie swoich wyborów.",
  },
};
