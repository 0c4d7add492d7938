// The words of the first page and the built-in mailbox, for who tries Licet out, in Polish.
import type { Newcomer } from "./en.ts";

export const pl: Newcomer = {
  homePage: {
    setUpFor: (controller) => `Skonfigurowano dla: ${controller}`,
    title: "Czy to dozwolone?",
    lead: "Licet pyta o to przed każdą wysyłką: dla tej osoby, w tym celu, w tej chwili. Bez zapisanego dowodu odpowiedź brzmi: nie.",
    forms: "Gdzie ludzie mówią „tak”",
    formsText: "Każdy formularz zachowuje dokładnie te słowa, które pokazano.",
    kinds: { signUp: "Zapis", order: "Zamówienie", informationRequest: "Informacje" },
    mailbox: "Dokąd trafia poczta",
    mailboxText:
      "Nie skonfigurowano serwera poczty, więc wszystko zbiera wbudowana skrzynka. Nic nie opuszcza tego komputera.",
    openMailbox: "Otwórz skrzynkę",
    commands: "Gdzie się decyduje",
    commandsText: "W terminalu, obok tego serwera:",
    audience: "do kogo wolno pisać, do kogo nie i dlaczego",
    explain: "cała historia jednej osoby, z artykułami",
    send: "zapytać o każdą osobę, wysłać tam, gdzie wolno, zachować dowód",
  },
  mailbox: {
    search: "Wysłano do",
    show: "Pokaż",
    nobody: "Na ten adres nic nie wysłano.",
    title: "Skrzynka",
    lead: "Wszystkie wiadomości, które ten komputer by wysłał.",
    empty: "Jeszcze nic. Proszę wypełnić formularz albo wysłać kampanię.",
    older: "Starsze",
    newest: "Najnowsze",
    all: "Wszystkie wiadomości",
    to: "Do",
    from: "Od",
    received: "Otrzymano",
    headers: "Nagłówki",
    text: "Zwykły tekst",
    html: "Tak jak pokazuje program pocztowy",
    oneClick: "Rezygnacja",
    oneClickText:
      "Program pocztowy pokazuje ten przycisk na podstawie nagłówków List-Unsubscribe i List-Unsubscribe-Post.",
    noSubject: "(bez tematu)",
  },
};
