// Whether somebody who answers a mail says, and says nothing else, that they wish no more.

/** The whole of what is said, in twelve languages; a sentence that merely holds such a word may mean anything. */
const stops = new RegExp(
  `^(?:(?:please|bitte|merci de(?: me)?|por favor|per favore|proszę|si us plau|s['’]il vous pla[iî]t)[ ,]+)?(?:${[
    // English
    "stop(?: (?:it|this|mailing|emailing|writing)(?: me)?)?",
    "unsubscribe(?: me)?",
    "remove(?: me)?(?: from (?:the|this|your) (?:mailing )?list)?",
    "opt[ -]?out",
    "no more (?:e-?mails?|mails?)",
    // French
    "d[ée]sinscri(?:ption|re|vez-moi)",
    "d[ée]sabonne(?:ment|r|z-moi)",
    "me d[ée]s(?:inscrire|abonner)",
    "arr[êe]tez",
    // Spanish, Catalan, Portuguese, Italian
    "baja",
    "darme de baja",
    "dar(?:me)? de baixa",
    "cancelar (?:la )?(?:suscripci[óo]n|subscri[çc][ãa]o)",
    "desuscribir(?:me)?",
    "baixa",
    "cancel[·.]lar(?: la)? subscripci[óo]",
    "remover",
    "cancella(?:mi|zione|re)?(?: (?:l['’])?iscrizione)?",
    "disiscri(?:vimi|zione|vermi)",
    "basta",
    // German, Dutch
    "abmelden",
    "abmeldung",
    "austragen",
    "abbestellen",
    "keine (?:weiteren )?(?:e-?mails?|mails?|werbung)(?: mehr)?",
    "afmelden",
    "uitschrijven",
    // Danish, Swedish, Finnish, Polish
    "afmeld(?: mig)?",
    "frameld(?: mig)?",
    "avregistrera(?: mig)?",
    "avsluta(?: prenumeration(?:en)?)?",
    "avprenumerera",
    "peru(?:uta)?(?: tilaus)?",
    "poista(?: minut)?(?: listalta)?",
    "wypisz(?: mnie)?",
    "rezygnuj[ęe]",
    "wypisuj[ęe] si[ęe]",
  ].join("|")})[\\s.!…]*$`,
  "iu",
);

/** What stands before the mail that is answered, as far as it can be told: the person's own words. */
function ownWords(text: string): string {
  const lines: string[] = [];
  for (const whole of text.slice(0, 4000).split("\n")) {
    const line = whole.slice(0, 300);
    if (/^\s*>/.test(line) || /^\s*(?:-- ?$|_{5,}|-{3,})/.test(line)) break;
    // `On Monday, Ana wrote:` and `Von: …`, in any language.
    if (
      /^\s*\S.*[@<].*:\s*$/.test(line) ||
      /^\s*(?:from|von|de|da|van|fra|från|lähettäjä|od)\s*:/i.test(line)
    )
      break;
    if (/^\s*(?:sent from my|envoyé de mon|von meinem .* gesendet|enviado desde mi)/i.test(line)) break;
    lines.push(line.trim());
  }
  return lines.filter((line) => line !== "").join(" ");
}

/** @param text - the plain text of the mail. */
export function saysStop(subject: string, text: string): boolean {
  return [subject.slice(0, 300), ownWords(text)].some((words) => stops.test(words.normalize("NFC").trim()));
}
