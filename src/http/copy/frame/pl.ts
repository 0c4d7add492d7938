// The words of what stands around every page, and what it says when it cannot be shown, in Polish.
import type { Frame } from "./en.ts";

export const pl: Frame = {
  name: "Polski",
  language: "Język",
  privacyContact: "Ochrona danych",
  registration: "Wpis do rejestru",
  laws: {
    GDPR: "RODO",
    ePD: "dyrektywa o prywatności i łączności elektronicznej",
    ECD: "dyrektywa o handlu elektronicznym",
    CJEU: "TSUE",
  },
  problem: {
    malformed: "Ten link jest niepełny",
    malformedText:
      "Brakuje jego części albo został po drodze zmieniony. Proszę otworzyć go ponownie z e-maila. Nic nie zostało wykonane.",
    notFound: "Tu niczego nie ma",
    notFoundText: "Być może adres jest błędnie wpisany albo strona już nie istnieje.",
    busy: "Za dużo żądań naraz",
    busyText:
      "Z Państwa sieci przyszło wiele żądań. Proszę odczekać minutę i spróbować ponownie. Nic z tego, co potwierdziliśmy, nie przepadło.",
    failed: "Coś zawiodło po naszej stronie",
    failedText: "To nie Państwa wina. Proszę spróbować ponownie za chwilę.",
    unsaved: "Chwilowo nie możemy niczego zapisać",
    unsavedText:
      "To nie Państwa wina. To, co wysłano, nie jest potwierdzone: proszę wysłać to ponownie za chwilę. Wysłanie dwa razy nie szkodzi.",
    missing: "Nic jeszcze nie jest skonfigurowane",
    missingText:
      "Kto prowadzi ten serwer, podaje w pliku licet.yaml, kto pisze, po co i jakimi słowami, a potem uruchamia:",
  },
};
