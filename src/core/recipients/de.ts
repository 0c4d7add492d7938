/** What a person is told of each basis and refusal code, in German. */
import type { RecipientWords } from "./recipient-words.ts";

export const de: RecipientWords = {
  "legal-obligation": "Das Gesetz verpflichtet uns, es Ihnen mitzuteilen.",
  rights: "Es beantwortet eine Anfrage, die Sie zu Ihren Daten gestellt haben.",
  contract: "Es gehört zu einem Vertrag, den Sie mit uns haben.",
  "double-opt-in":
    "Jemand hat diese Adresse in ein Formular eingegeben, und wir haben gefragt, ob Sie es waren.",
  "requested-information": "Sie haben uns um diese Information gebeten.",
  consent: "Sie haben eingewilligt.",
  "soft-opt-in":
    "Sie haben bei uns gekauft, wurden auf E-Mails zu ähnlichen Produkten hingewiesen und haben nicht abgelehnt.",
  "corporate-opt-out": "Wir schreiben Ihnen als Unternehmen, das nicht widersprochen hat.",
  "input-invalid":
    "Wir konnten nicht feststellen, ob wir Ihnen schreiben dürfen, und haben es daher nicht getan.",
  "address-invalid": "Unsere E-Mails an Ihre Adresse kamen zurück, deshalb senden wir keine mehr.",
  erased: "Ihre Daten wurden gelöscht, deshalb schreiben wir Ihnen nicht mehr.",
  restricted: "Die Verarbeitung Ihrer Daten ist eingeschränkt, deshalb bewahren wir sie vorerst nur auf.",
  objected: "Sie haben unserer Werbung widersprochen, deshalb senden wir sie nicht.",
  "complaint-as-objection": "Sie haben eine unserer E-Mails als Spam gemeldet, deshalb haben wir aufgehört.",
  withdrawn: "Sie haben uns gebeten aufzuhören, also haben wir aufgehört.",
  "under-age": "Kindern schreiben wir nur mit Einwilligung der Eltern oder eines Vormunds.",
  "exclusion-register":
    "Sie stehen auf einer amtlichen Liste von Personen, die keine Werbung möchten; wir senden keine.",
  "register-stale":
    "Wir konnten die amtliche Liste der Werbeverweigerer nicht prüfen und haben daher nicht geschrieben.",
  "third-party-source":
    "Sie haben uns Ihre Adresse nicht selbst gegeben, deshalb senden wir Ihnen keine Werbung.",
  "repermission-no-basis": "Wir dürfen Ihnen nicht schreiben, nur um zu fragen, ob wir schreiben dürfen.",
  "message-noncompliant":
    "Einer unserer E-Mails fehlten Angaben, die Ihnen zustehen, deshalb wurde sie nicht gesendet.",
  "promo-in-service": "Wir halten Werbung aus E-Mails heraus, die Sie brauchen oder angefordert haben.",
  "ads-in-neutral-mail": "Wir halten Werbung aus E-Mails heraus, die nur etwas bestätigen.",
  "no-legal-duty":
    "Wir kennen kein Gesetz, das uns zu dieser Mitteilung verpflichtet, und haben daher nicht geschrieben.",
  "no-case": "Sie haben keine offene Anfrage, auf die diese E-Mail antworten würde.",
  "not-necessary": "Sie haben keinen laufenden Vertrag mit uns, der diese E-Mail erfordert.",
  "doi-limit": "Um eine Bestätigung bitten wir nur einmal, bald nachdem ein Formular ausgefüllt wurde.",
  "beyond-request": "Sie haben nicht darum gebeten, oder Sie haben alles erhalten, worum Sie gebeten hatten.",
  "third-party-consent":
    "Die festgehaltene Einwilligung ist nicht Ihre eigene, deshalb stützen wir uns nicht darauf.",
  "legacy-consent":
    "Ihre Einwilligung ist älter als die heutigen Regeln und zu unvollständig, um sich darauf zu stützen.",
  "no-proof": "Wir können Ihre Einwilligung nicht nachweisen, deshalb schreiben wir nicht.",
  "not-affirmative": "Sie wurden nicht so gefragt, dass Sie wählen konnten, deshalb schreiben wir nicht.",
  conditional: "Sie mussten zustimmen, um etwas anderes zu bekommen; das gilt uns nicht als Einwilligung.",
  "not-specific": "Ein Kästchen fragte nach mehreren Dingen zugleich, deshalb stützen wir uns nicht darauf.",
  "controller-not-named": "Ihre Einwilligung nennt andere und nicht uns, deshalb schreiben wir nicht.",
  "scope-mismatch": "Sie haben in etwas anderes eingewilligt, deshalb senden wir dies nicht.",
  "not-informed": "Man hat Ihnen beim Fragen nicht genug gesagt, deshalb stützen wir uns nicht darauf.",
  "controller-changed":
    "Das Unternehmen dahinter hat gewechselt, ohne dass Sie es erfuhren; deshalb schreiben wir nicht.",
  "doi-unconfirmed":
    "Sie haben in unserer Bestätigungs-E-Mail nicht auf die Schaltfläche geklickt; es hat nichts begonnen.",
  "doi-expired": "Sie haben bestätigt, als der Link abgelaufen war; es hat nichts begonnen.",
  "doi-bot":
    "Der Link in unserer E-Mail wurde geöffnet, die Schaltfläche aber nicht angeklickt; es hat nichts begonnen.",
  "consent-decayed":
    "Wir haben lange nichts von Ihnen gehört, deshalb stützen wir uns nicht mehr auf Ihre Einwilligung.",
  "no-sale-context": "Sie haben bei uns nichts gekauft, was uns erlauben würde, Ihnen zu schreiben.",
  "free-account-not-sale":
    "Sie haben ein kostenloses Konto bei uns; das allein erlaubt uns nicht, Ihnen zu schreiben.",
  "not-from-customer":
    "Sie haben uns diese Adresse nicht beim Kauf gegeben, deshalb verwenden wir sie nicht.",
  "no-optout-at-collection": "Beim Kauf wurde Ihnen nicht angeboten abzulehnen, deshalb schreiben wir nicht.",
  "refused-at-collection":
    "Sie haben uns bei einem Kauf gesagt, dass Sie keine Werbung möchten; wir senden keine.",
  "not-same-person": "Sie haben bei einem anderen Unternehmen gekauft und nicht bei uns.",
  "not-similar": "Dies ist dem, was Sie bei uns gekauft haben, nicht ähnlich, deshalb senden wir es nicht.",
  "soft-expired":
    "Ihr Kauf bei uns liegt lange zurück, deshalb schreiben wir Ihnen nicht mehr aus diesem Grund.",
  "not-corporate": "Um Ihnen zu schreiben, bräuchten wir Ihre Einwilligung, und wir haben keine.",
  "role-mismatch":
    "Nichts zeigt uns, warum dies Ihre Arbeit betreffen würde, deshalb haben wir es nicht gesendet.",
  "no-lia": "Wir haben unser Interesse nicht gegen Ihres abgewogen, deshalb schreiben wir nicht.",
  "no-art14": "Die E-Mail sagte nicht, woher wir Ihre Adresse haben, deshalb wurde sie nicht gesendet.",
  "no-basis": "Nichts, was vorliegt, erlaubt uns, Ihnen zu schreiben, deshalb tun wir es nicht.",
};
