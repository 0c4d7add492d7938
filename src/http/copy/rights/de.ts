// The words of the page of one's rights, and of asking for a link, in German.
import type { RightsPages } from "./en.ts";

export const de: RightsPages = {
  rightsLink: {
    title: "Ihre Daten",
    lead: "Geben Sie Ihre Adresse ein, und wir senden einen Link dorthin. Er führt zu allem, was über Sie gespeichert ist, und lässt Sie es berichtigen, einschränken oder löschen.",
    button: "Link senden",
    sent: "Sehen Sie in Ihr Postfach",
    sentText:
      "Wenn Sie Nachrichten an diese Adresse lesen können, ist der Link gleich da. Wurden mehrere angefordert, kann es bis zu einem Tag dauern.",
    otherwise: "Wenn Sie dieses Postfach nicht mehr lesen oder lieber jemandem schreiben möchten:",
  },
  rights: {
    title: "Ihre Daten",
    lead: "Alles, was über Sie gespeichert ist, und was Sie damit tun können. Was sofort möglich ist, geschieht sofort.",
    expired: "Dieser Link gilt nicht mehr",
    expiredText: "Zu Ihrer Sicherheit gilt er nur einen Tag. Fordern Sie einen neuen an; er kommt gleich.",
    again: "Neuen Link anfordern",
    corrected: "Erledigt. Es ist berichtigt, und eine Nachricht sagt es Ihnen.",
    restricted: "Erledigt. Von jetzt an werden Ihre Daten aufbewahrt und nicht verwendet.",
    lifted: "Erledigt. Die Einschränkung ist aufgehoben.",
    objected: "Erledigt. Sie erhalten keine Werbung mehr.",
    asked: "Danke. Es ist verzeichnet, und Sie erhalten spätestens in einem Monat eine Antwort.",
    outdated:
      "Diese Seite war zu lange offen oder kam nicht vollständig an, daher ist nichts geschehen. Hier ist sie noch einmal.",
    missing: "Bitte schreiben Sie, worum es geht. Es wurde nichts gesendet.",
    wrong: "Eine der Angaben wurde nicht verstanden. Es wurde nichts geändert.",
    held: "Kurz gesagt",
    more: "Alles",
    take: "Mitnehmen",
    takeText:
      "Alles, was gespeichert ist, vollständig (DSGVO 15, 20). Jeder Abruf wird vermerkt, und eine Nachricht sagt es Ihnen.",
    pdf: "Zum Lesen (PDF)",
    json: "Für Programme (JSON)",
    correct: "Berichtigen",
    correctText: "Was Sie selbst am besten wissen, wird sofort geändert (DSGVO 16).",
    keep: "wie es ist",
    save: "Speichern",
    elseWrong: "Was sonst falsch ist und wie es richtig wäre",
    send: "Senden",
    restrict: "Einschränken",
    restrictText:
      "Ihre Daten werden dann aufbewahrt und zu nichts verwendet, bis Sie es aufheben (DSGVO 18). Sie erhalten nur noch Antworten wie diese.",
    ground: "Warum",
    restrictButton: "Einschränken",
    lift: "Einschränkung aufheben",
    liftText: "Die Verarbeitung Ihrer Daten ist jetzt eingeschränkt.",
    object: "Widersprechen",
    objectText: "Keine Werbung mehr, worauf auch immer sie beruhte (DSGVO 21(2)). Sie brauchen keinen Grund.",
    objectButton: "Werbung widersprechen",
    objectElse: "Etwas anderem widersprechen: wem, und aus welchem Grund in Ihrer Lage (DSGVO 21(1))",
    erase: "Löschen",
    eraseText:
      "Alles Persönliche über Sie verschwindet endgültig (DSGVO 17). Die nächste Seite sagt, was bleibt, und fragt noch einmal.",
    eraseButton: "Mich löschen …",
    sure: "Alles Persönliche löschen?",
    sureLead:
      "Ihre Adresse, Ihre Sprache, Ihre Auswahl und alles, was Sie uns geschrieben haben, wird vernichtet. Das lässt sich nicht rückgängig machen.",
    stays: "Das bleibt, und warum:",
    sureMail:
      "Ihre Adresse bewahren wir auf, bis die Nachricht gesendet ist, die es bestätigt, und nicht länger.",
    sureTake: "Wenn Sie eine Kopie möchten, nehmen Sie sie vorher mit.",
    yes: "Ja, löschen",
    no: "Nein, zurück",
    erased: "Sie sind gelöscht",
    erasedText:
      "Alles Persönliche über Sie ist vernichtet. Eine letzte Nachricht bestätigt es; dann ist auch Ihre Adresse fort.",
    other: "Etwas anderes",
    otherText: "Jedes andere Anliegen zu Ihren Daten: Jemand liest es und antwortet in einem Monat.",
    otherLabel: "Ihr Anliegen",
    link: "Alles ansehen, mitnehmen oder löschen, was über Sie gespeichert ist",
    grounds: {
      accuracy: "Sie sind falsch, und Sie prüfen das",
      unlawful: "Die Verarbeitung ist unrechtmäßig, aber ich möchte keine Löschung",
      claims: "Ich brauche sie für einen Anspruch",
      objection: "Ich habe widersprochen, und Sie wägen ab",
    },
  },
};
