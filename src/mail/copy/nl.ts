// The sentences of mail in Dutch.
import type { MailCopy } from "./sentences.ts";

export const nl: MailCopy = {
  footer: {
    advertising: "Reclame",
    objection: "U kunt op elk moment bezwaar maken tegen reclame, kosteloos en zonder opgave van redenen.",
    sentBy: "Verzonden door",
    unsubscribe: "Afmelden",
    preferences: "Uw keuzes",
    why: "Waarom krijg ik dit?",
  },
  confirmation: {
    subject: (controller) => `Graag bevestigen: e-mail van ${controller}`,
    asked: (controller) =>
      `Dit adres is ingevuld op een formulier van ${controller}, om per e-mail te ontvangen:`,
    button: "Bevestigen",
    expires: (moment) => `De link werkt tot ${moment}.`,
    notYou: "Was u het niet, doe dan niets: zonder uw bevestiging ontvangt u niets.",
  },
  order: {
    subject: (controller) => `Uw bestelling bij ${controller}: was u dit?`,
    received: (controller) => `${controller} heeft deze bestelling met uw adres ontvangen:`,
    please: "Zeg ons op de volgende pagina dat ze van u is: dan weten wij dat dit adres ook van u is.",
    button: "Bekijken en antwoorden",
    expires: (moment) => `De link werkt tot ${moment}.`,
    notYou: "Was u het niet, druk daar dan niet op de knop en laat het ons weten via het adres hieronder.",
  },
  information: {
    because: (controller) =>
      `U krijgt dit bericht omdat u ${controller} erom hebt gevraagd. Het meldt u nergens voor aan.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} schrijft u niet meer`,
    received: (moment) => `Wij hebben uw verzoek ontvangen op ${moment}; het ging meteen in.`,
    stopped: (controller) => `${controller} stuurt u niet meer:`,
    stoppedAll: (controller) => `${controller} stuurt u geen reclame meer.`,
    questions: "U hoeft niets te doen. Hebt u een vraag, schrijf dan naar het adres hieronder.",
  },
  link: {
    subject: (controller) => `De link naar uw keuzes bij ${controller}`,
    asked: (controller) =>
      `Iemand heeft om een link gevraagd om te zien en te wijzigen wat ${controller} naar dit adres stuurt.`,
    button: "Pagina openen",
    expires: (moment) => `Tot ${moment} bewijst de link dat deze mailbox van u is. Geef hem niet door.`,
    notYou: "Was u het niet, doe dan niets: er is niets veranderd.",
  },
  address: {
    subject: (controller) => `Is dit uw nieuwe adres voor ${controller}?`,
    asked: (controller) => `Iemand die e-mail krijgt van ${controller} heeft dit als nieuw adres opgegeven.`,
    button: "Bekijken en antwoorden",
    expires: (moment) => `De link werkt tot ${moment}.`,
    notYou: "Was u het niet, doe dan niets: naar dit adres wordt niets gestuurd.",
    noticeSubject: (controller) => `Er is een nieuw adres opgegeven aan ${controller}`,
    notice: (controller) =>
      `Op de pagina met uw keuzes bij ${controller}, geopend met een link naar deze mailbox, is een nieuw adres opgegeven. Zodra die mailbox antwoordt, geldt wat u hebt gekozen daar verder, en wordt hierheen niets meer gestuurd.`,
    noticeNotYou: "Was u het niet, schrijf dan meteen naar het adres hieronder.",
  },
  guardian: {
    subject: (controller) => `Mag dit kind e-mail van ${controller} krijgen?`,
    asked: (controller) =>
      `Een kind heeft uw adres aan ${controller} opgegeven als dat van een ouder of voogd.`,
    why: "Op die leeftijd vraagt de wet uw akkoord. De volgende pagina toont het adres van het kind en wat het wil krijgen.",
    button: "Bekijken en antwoorden",
    expires: (moment) => `De link werkt tot ${moment}.`,
    nothing: "Doet u niets, dan gebeurt er niets: het kind krijgt niets en er wordt niets van bewaard.",
  },
  privacyContact: "Gegevensbescherming:",
};
