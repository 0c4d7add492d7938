// The words of what stands around every page, and what it says when it cannot be shown, in Italian.
import type { Frame } from "./en.ts";

export const it: Frame = {
  name: "Italiano",
  language: "Lingua",
  privacyContact: "Protezione dei dati",
  registration: "Iscrizione al registro",
  laws: { GDPR: "GDPR", ePD: "direttiva ePrivacy", ECD: "direttiva sul commercio elettronico", CJEU: "CGUE" },
  problem: {
    malformed: "Questo link non è completo",
    malformedText:
      "Ne manca una parte, o è stato modificato lungo il percorso. Lo apra di nuovo dall’email. Non è stato fatto nulla.",
    notFound: "Qui non c’è nulla",
    notFoundText: "Forse l’indirizzo è scritto male, o la pagina non esiste più.",
    busy: "Troppe richieste insieme",
    busyText:
      "Dalla Sua rete sono arrivate molte richieste. Attenda un minuto e riprovi. Nulla di ciò che avevamo confermato è andato perso.",
    failed: "Qualcosa non ha funzionato da parte nostra",
    failedText: "Non dipende da Lei. Riprovi tra un momento.",
    unsaved: "Al momento non possiamo salvare nulla",
    unsavedText:
      "Non dipende da Lei. Ciò che ha inviato non è confermato: lo invii di nuovo tra un momento. Inviarlo due volte non fa alcun danno.",
    missing: "Non è ancora configurato nulla",
    missingText:
      "Chi gestisce questo server dichiara chi scrive, perché e con quali parole nel file licet.yaml, ed esegue:",
  },
};
