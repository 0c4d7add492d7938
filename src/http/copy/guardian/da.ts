// The words for children and for the parent or guardian who decides with them, in Danish.
import type { GuardianWords } from "./en.ts";

export const da: GuardianWords = {
  guardian: {
    birthDate: "Fødselsdato",
    birthHint:
      "Dette er også lavet til børn. Loven vil vide, om en forælder skal give lov; datoen bruges ikke til andet.",
    mistakes: {
      "birth-missing": "Angiv fødselsdatoen.",
      "birth-malformed": "Det kan ikke være en fødselsdato. Skriv år, måned og dag, for eksempel 2014-03-31.",
      "guardian-missing": "Angiv e-mailadressen på en forælder eller værge.",
      "guardian-malformed":
        "Forælderens eller værgens adresse ligner ikke en e-mailadresse. Et eksempel: navn@example.org.",
      "guardian-same": "Forælderens eller værgens adresse skal være en anden end barnets.",
    },
    young: (age: number) => `Yngre end ${age}: en forælder skal give lov`,
    youngText:
      "Loven lader dig kun tilmelde dig sammen med en forælder eller værge. Angiv e-mailadressen på en af dem, så spørger vi der. Indtil de giver lov, gemmer vi intet af det, du skrev, og sender dig ingenting.",
    field: "E-mailadresse på en forælder eller værge",
    asked: "En forælder er blevet spurgt",
    askedText: (until: string) =>
      `En besked med et link er på vej til forælderen eller værgen. Hvis ingen giver lov før ${until}, sker der ingenting, og vi gemmer intet af det, der blev skrevet.`,
    title: "Må dette barn tilmelde sig?",
    lead: "Et barn vil gerne have e-mails fra os og er for ungt til at bestemme det alene. De ville gå til denne adresse:",
    words: "Barnet satte kryds ved:",
    born: (day: string) => `Angivet fødselsdato: ${day}.`,
    statement:
      "Hvis du trykker på knappen, siger du, at du er myndig, at du er forælder eller værge til barnet, og at du giver lov.",
    button: "Ja, jeg giver lov",
    otherwise:
      "Hvis du ikke giver lov, så luk siden. Så sendes der ingenting til barnet, og vi gemmer intet af det, der blev skrevet.",
    done: "Din tilladelse er registreret",
    doneText:
      "Du kan trække den tilbage når som helst: hver reklamemail har et link til at stoppe, og du kan skrive til vores kontakt for databeskyttelse.",
    doneMail: "Barnets mailboks får nu én besked med en knap. Intet begynder, før der bliver trykket på den.",
    expired: "Linket er udløbet",
    expiredText:
      "Intet blev registreret, og vi har intet gemt af det, der blev skrevet. Barnet kan udfylde formularen igen.",
  },
};
