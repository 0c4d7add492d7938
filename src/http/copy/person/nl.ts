// The words of what a person may do on the page of their choices, and of links that have ended, in Dutch.
import type { PersonWords } from "./en.ts";

export const nl: PersonWords = {
  own: {
    joining: "Met een druk op de knop zegt u:",
    askFirst: "Wij sturen u dan één e-mail met een knop. Er begint niets voordat u daarop drukt.",
    joined: "Gedaan. Dit geldt vanaf nu.",
    asked:
      "Kijk nu in uw mailbox: wij sturen een e-mail met een knop, en er begint niets voordat u daarop drukt. Meestal komt hij meteen; na meerdere verzoeken kan het tot een dag duren.",
    measured: "Meting",
    measuredText:
      "Dit staat los van de rest: zonder meting krijgt u dezelfde e-mails en leggen wij niet vast wat u opent.",
    paused: (day: string) =>
      `Het is u gevraagd en u hebt geen ja gezegd. Vóór ${day} vragen we het niet opnieuw.`,
    renew: "Ja, ga door",
    lapses: (day: string) => `Dit eindigt op ${day}, tenzij u het opnieuw zegt.`,
    rights: "Het ene recht zonder het andere",
    withdraw: "Alle toestemming intrekken",
    withdrawText:
      "Waar u ooit mee instemde, eindigt (AVG 7(3)). Wat op iets anders berust, zoals een aankoop, gaat door tot u bezwaar maakt.",
    object: "Bezwaar tegen alle reclame",
    objectText:
      "Wij gebruiken uw gegevens niet meer voor reclame, wat die ook toestond (AVG 21(2)), tot u er zelf om vraagt.",
    language: "De taal waarin wij u aanspreken",
    keep: "Opslaan",
    often: "Hoe vaak?",
    keepNamed: (purpose) => `Opslaan hoe vaak u “${purpose}” krijgt`,
    frequencies: {
      any: "Zoals het komt",
      week: "Hooguit één keer per week",
      month: "Hooguit één keer per maand",
    },
    outdated:
      "Deze pagina stond te lang open of kwam niet heel aan, dus is er niets veranderd. Hier is ze opnieuw: kies nog een keer.",
  },
  seen: {
    form: "Het formulier zoals het was",
    ticked: "Aangevinkt:",
    notTicked: "Niet aangevinkt:",
    uses: "E-mails die hierop berustten",
    uncertain: "misschien: de verbinding werd verbroken",
  },
  gone: {
    title: "Deze link is beëindigd",
    text: "Wat wij van u wisten is gewist, en daarmee wat deze pagina zou tonen. Wij hebben alleen bewaard wat verdere reclame tegenhoudt.",
  },
  link: {
    title: "Uw keuzes",
    lead: "Vul uw adres in, en wij sturen een link naar de mailbox ervan: daar ziet en wijzigt u wat wij u sturen.",
    button: "Stuur mij de link",
    sent: "Kijk nu in uw mailbox",
    sentText:
      "Als wij dit adres kennen, is een e-mail met een link onderweg. Wij zeggen iedereen hetzelfde, zodat niemand te weten komt wiens adres wij kennen. Na meerdere verzoeken kan het tot een dag duren.",
  },
  address: {
    title: "Uw adres",
    text: "Geef een nieuw adres op, en wij vragen het aan de mailbox ervan. Wat u hebt gekozen, geldt daar verder zodra die heeft geantwoord; hierheen schrijven wij dan niet meer.",
    field: "Nieuw e-mailadres",
    button: "Die mailbox vragen",
    fresh:
      "Vraag om uw adres te wijzigen een nieuwe link naar deze mailbox: een doorgestuurde e-mail mag niet genoeg zijn.",
    freshLink: "Een link vragen",
    asked: "Wij hebben naar het nieuwe adres geschreven. Er verandert niets voordat u daar op de knop drukt.",
    same: "Naar dit adres schrijven wij al.",
    often: "U hebt vandaag meerdere adressen opgegeven. Probeer het morgen opnieuw.",
    confirm: "Is dit uw nieuwe adres?",
    confirmText:
      "Iemand heeft dit adres als nieuw adres opgegeven. Als u op de knop drukt, geldt hier verder wat die persoon heeft gekozen, toestemming en weigering, en krijgt het oude adres geen e-mail meer.",
    yes: "Ja, het is van mij",
    done: "Overgezet",
    doneText: "Wat u hebt gekozen, geldt vanaf nu hier. Wat alleen een aankoop toestond, gaat niet mee.",
    expired: "Deze knop is verlopen",
    expiredText:
      "Er is te veel tijd verstreken, dus er is niets overgezet. U kunt het adres opnieuw opgeven op de pagina met uw keuzes.",
  },
};
