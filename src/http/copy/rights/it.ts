// The words of the page of one's rights, and of asking for a link, in Italian.
import type { RightsPages } from "./en.ts";

export const it: RightsPages = {
  rightsLink: {
    title: "I Suoi dati",
    lead: "Scriva il Suo indirizzo e vi inviamo un link. Porta a tutto ciò che è conservato su di Lei, e permette di rettificarlo, limitarlo o cancellarlo.",
    button: "Inviatemi il link",
    sent: "Guardi nella Sua casella",
    sentText:
      "Se legge i messaggi di questo indirizzo, il link arriva fra un momento. Se ne sono stati chiesti diversi, può volerci un giorno.",
    otherwise: "Se non legge più quella casella, o preferisce scrivere a qualcuno, scriva a:",
  },
  rights: {
    title: "I Suoi dati",
    lead: "Tutto ciò che è conservato su di Lei, e che cosa può farne. Ciò che si può fare subito si fa subito.",
    expired: "Questo link non vale più",
    expiredText: "Per la Sua sicurezza vale solo un giorno. Ne chieda uno nuovo; arriva fra un momento.",
    again: "Chiedere un nuovo link",
    corrected: "Fatto. È corretto, e un messaggio lo dice.",
    restricted: "Fatto. Da ora i Suoi dati sono conservati e non usati.",
    lifted: "Fatto. La limitazione è revocata.",
    objected: "Fatto. Non riceve più pubblicità.",
    asked: "Grazie. È registrato, e qualcuno Le risponderà al più tardi entro un mese.",
    outdated:
      "Questa pagina è rimasta aperta troppo a lungo o non è arrivata intera, perciò non è stato fatto nulla. Eccola di nuovo.",
    missing: "Scriva, per favore, di che cosa si tratta. Non è stato inviato nulla.",
    wrong: "Uno dei dati non è stato compreso. Non è stato cambiato nulla.",
    held: "In breve",
    more: "Tutto",
    take: "Portarlo con sé",
    takeText:
      "Tutto ciò che è conservato, completo (GDPR 15, 20). Ogni scaricamento è annotato, e un messaggio glielo dice.",
    pdf: "Da leggere (PDF)",
    json: "Per programmi (JSON)",
    correct: "Correggere",
    correctText: "Ciò che sa meglio Lei si cambia subito (GDPR 16).",
    keep: "com’è",
    save: "Salvare",
    elseWrong: "Che cos’altro è sbagliato, e come dovrebbe essere",
    send: "Inviare",
    restrict: "Limitare",
    restrictText:
      "I Suoi dati sono allora conservati, e non usati per nulla finché non revoca la limitazione (GDPR 18). Riceve solo risposte come questa.",
    ground: "Perché",
    restrictButton: "Limitare",
    lift: "Revocare la limitazione",
    liftText: "L’uso dei Suoi dati è limitato.",
    object: "Opporsi",
    objectText: "Nessuna pubblicità più, qualunque ne fosse la base (GDPR 21(2)). Non occorre un motivo.",
    objectButton: "Oppormi alla pubblicità",
    objectElse: "Oppormi ad altro: a che cosa, e per quale motivo mio (GDPR 21(1))",
    erase: "Cancellare",
    eraseText:
      "Tutto ciò che è personale su di Lei sparisce per sempre (GDPR 17). La pagina seguente dice che cosa resta, e chiede ancora una volta.",
    eraseButton: "Cancellarmi …",
    sure: "Cancellare tutto ciò che è personale?",
    sureLead:
      "Il Suo indirizzo, la Sua lingua, le Sue scelte e tutto ciò che ci ha scritto sono distrutti. Non si può annullare.",
    stays: "Questo resta, e perché:",
    sureMail: "Conserviamo il Suo indirizzo fino all’invio del messaggio che lo conferma, e non oltre.",
    sureTake: "Se desidera una copia, la prenda prima.",
    yes: "Sì, cancellarmi",
    no: "No, indietro",
    erased: "È stato cancellato",
    erasedText:
      "Tutto ciò che era personale su di Lei è distrutto. Un ultimo messaggio lo conferma; poi sparisce anche il Suo indirizzo.",
    other: "Altro",
    otherText: "Ogni altra richiesta sui Suoi dati: qualcuno la leggerà e risponderà entro un mese.",
    otherLabel: "La Sua richiesta",
    link: "Vedere, portare con sé o cancellare tutto ciò che è conservato su di Lei",
    grounds: {
      accuracy: "Sono sbagliati, e lo state verificando",
      unlawful: "Il loro uso è illecito, ma non voglio che siano cancellati",
      claims: "Mi servono per far valere un diritto",
      objection: "Mi sono opposto, e lo state valutando",
    },
  },
};
