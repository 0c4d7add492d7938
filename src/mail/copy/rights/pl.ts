// The sentences of mail about rights in Polish.
import type { RightsSentences } from "./sentences.ts";

export const pl: RightsSentences = {
  link: {
    subject: (controller) => `Państwa dane w ${controller}`,
    asked: (controller) => `Na stronie ${controller} poproszono o link dla tego adresu.`,
    button: "Zobacz swoje dane",
    expires: (moment) =>
      `Link działa do ${moment}. Kto go ma, widzi wszystko, co jest o Państwu przechowywane, i może to usunąć: prosimy nie przekazywać tej wiadomości.`,
    notYou: "Jeśli to nie Państwo, nic nie trzeba robić: samo z siebie nic się nie zmieni.",
  },
  nothing: {
    subject: (controller) => `${controller}: nic nie jest o Państwu przechowywane`,
    none: (controller) =>
      `Zapytano, co ${controller} o Państwu przechowuje. O tym adresie nic: ani nazwiska, ani wyboru, ani wiadomości.`,
    erased: (controller) =>
      `Zapytano, co ${controller} o Państwu przechowuje. To, co było wiadome o tym adresie, zostało usunięte.`,
    trace:
      "Pozostaje liczba utworzona z adresu, z dniami czynności i treścią, która wtedy obowiązywała. Nikt nie odczyta z niej adresu; służy temu, by uszanować Państwa wolę i dowieść, że wcześniejsze wiadomości były zgodne z prawem (RODO 17(3)(b) i (e)).",
    notYou:
      "Ten adres przechowano tylko dla tej wiadomości i już go nie ma. Jeśli to nie Państwo pytali, nic nie trzeba robić.",
  },
  reply: {
    subject: (controller) => `Państwa wniosek do ${controller}`,
    about: (day, right) => `Dnia ${day} otrzymaliśmy Państwa wniosek: ${right}.`,
    rights: {
      access: "informacja, co jest o Państwu przechowywane (RODO 15)",
      rectification: "sprostowanie danych (RODO 16)",
      erasure: "usunięcie danych (RODO 17)",
      restriction: "ograniczenie przetwarzania danych lub jego zniesienie (RODO 18)",
      portability: "przeniesienie danych (RODO 20)",
      objection: "sprzeciw wobec przetwarzania danych (RODO 21)",
      other: "sprawa dotycząca Państwa danych",
    },
    received: (day) => `Odpowiedź otrzymają Państwo do ${day}.`,
    extended: (day) => `Potrzebujemy więcej niż miesiąca. Odpowiedź otrzymają Państwo do ${day}. Powód:`,
    outcome: {
      granted: "Zrobione.",
      partly: "Zrobiliśmy to częściowo:",
      refused: "Nie możemy tego zrobić. Powód:",
    },
    erased: (controller) =>
      `${controller}: wszystkie Państwa dane osobowe zostały usunięte. Nie da się tego cofnąć.`,
    kept: [
      "Liczba utworzona z Państwa adresu, aby nie pisano do Państwa ponownie (RODO 17(3)(b), 21(3)).",
      "O każdej czynności: która, kiedy i pod jaką treścią, a o każdej wiadomości: kiedy i na jakiej podstawie, aby dowieść, że była zgodna z prawem (RODO 17(3)(e), 5(2)).",
    ],
    gone: "Pozostaje tylko to, co powyżej. Państwa adres przechowano do wysłania tej wiadomości i już go nie ma.",
    complaint: "Mogą Państwo wnieść skargę do organu ochrony danych i zwrócić się do sądu (RODO 77, 79).",
  },
};
