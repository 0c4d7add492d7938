// The sentences of mail in Polish.
import type { MailCopy } from "./sentences.ts";

export const pl: MailCopy = {
  footer: {
    advertising: "Reklama",
    objection: "Sprzeciw wobec reklamy można zgłosić w każdej chwili, bezpłatnie i bez podania przyczyny.",
    sentBy: "Nadawca:",
    unsubscribe: "Rezygnacja",
    preferences: "Państwa wybory",
    why: "Dlaczego to do mnie przyszło?",
  },
  confirmation: {
    subject: (controller) => `Prosimy o potwierdzenie: wiadomości od ${controller}`,
    asked: (controller) =>
      `Ten adres wpisano w formularzu, który prowadzi ${controller}, aby otrzymywać e-mailem:`,
    button: "Potwierdzam",
    expires: (moment) => `Link działa do ${moment}.`,
    notYou: "Jeśli to nie Państwo, nic nie trzeba robić: bez potwierdzenia nic nie przyjdzie.",
  },
  order: {
    subject: (controller) => `Zamówienie (${controller}): czy złożyli je Państwo?`,
    received: (controller) => `Z Państwa adresem złożono to zamówienie (${controller}):`,
    please: "Prosimy potwierdzić na następnej stronie, że jest Państwa: wtedy wiemy, że ten adres również.",
    button: "Zobacz i odpowiedz",
    expires: (moment) => `Link działa do ${moment}.`,
    notYou: "Jeśli nie, proszę nie naciskać tam przycisku i dać nam znać na adres poniżej.",
  },
  information: {
    because: (controller) =>
      `Ta wiadomość przyszła, bo o nią poproszono (${controller}). Do niczego nie zapisuje.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} nie będzie już do Państwa pisać`,
    received: (moment) => `Zgłoszenie otrzymaliśmy dnia ${moment}; zadziałało od razu.`,
    stopped: (controller) => `${controller} nie będzie już wysyłać:`,
    stoppedAll: (controller) => `${controller} nie będzie już wysyłać żadnych reklam.`,
    questions: "Nie trzeba nic robić. W razie pytań prosimy pisać na adres poniżej.",
  },
  link: {
    subject: (controller) => `Link do Państwa wyborów (${controller})`,
    asked: (controller) =>
      `Ktoś poprosił o link, aby zobaczyć i zmienić to, co ${controller} wysyła na ten adres.`,
    button: "Otwórz stronę",
    expires: (moment) =>
      `Do ${moment} link dowodzi, że ta skrzynka należy do Państwa. Proszę go nikomu nie przekazywać.`,
    notYou: "Jeśli to nie Państwo, nic nie trzeba robić: nic się nie zmieniło.",
  },
  address: {
    subject: (controller) => `Czy to Państwa nowy adres (${controller})?`,
    asked: (controller) => `Ktoś, do kogo pisze ${controller}, podał ten adres jako swój nowy.`,
    button: "Zobacz i odpowiedz",
    expires: (moment) => `Link działa do ${moment}.`,
    notYou: "Jeśli to nie Państwo, nic nie trzeba robić: na ten adres nic nie zostanie wysłane.",
    noticeSubject: (controller) => `Podano nowy adres (${controller})`,
    notice: (controller) =>
      `Na stronie Państwa wyborów (${controller}), otwartej linkiem z tej skrzynki, podano nowy adres. Gdy tylko tamta skrzynka odpowie, dokonane wybory obowiązują tam, a tutaj nic więcej nie zostanie wysłane.`,
    noticeNotYou: "Jeśli to nie Państwo, prosimy od razu napisać na adres poniżej.",
  },
  guardian: {
    subject: (controller) => `Czy to dziecko może dostawać wiadomości od ${controller}?`,
    asked: (controller) => `Dziecko podało ${controller} ten adres jako adres rodzica lub opiekuna.`,
    why: "W tym wieku prawo wymaga zgody rodzica lub opiekuna. Następna strona pokazuje adres dziecka i to, co chce otrzymywać.",
    button: "Zobaczyć i odpowiedzieć",
    expires: (moment) => `Link działa do ${moment}.`,
    nothing:
      "Bez żadnego działania nic się nie stanie: dziecko nic nie dostanie i nic z tego nie zostanie zachowane.",
  },
  privacyContact: "Ochrona danych:",
};
