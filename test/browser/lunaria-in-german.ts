// The demo shop in English, German and French: German, which it does not speak, has the long words.
import type { DeclaredSetup, Localised } from "../../src/app/setup/setup.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { lunaria } from "../support/world.ts";

/** By the first words of the English text; the second layer of the notices stays in English. */
const german: Readonly<Record<string, string>> = {
  "Shoe news and offers": "Neuheiten und Angebote rund um Schuhe",
  "Measuring opens and clicks": "Messung von Öffnungen und Klicks",
  "The catalogue you asked for": "Der Katalog, den Sie angefordert haben",
  "Your orders": "Ihre Bestellungen",
  "Yes, I would like":
    "Ja, Lunaria Calzados, S.L. darf mir höchstens zweimal im Monat Neuheiten und Angebote rund um Schuhe per E-Mail senden. Ich kann diese Einwilligung jederzeit über den Link in jeder E-Mail widerrufen.",
  "Yes, Lunaria":
    "Ja, Lunaria Calzados, S.L. darf festhalten, wann ich ihre E-Mails öffne und welchen Links ich folge, um zu erfahren, was mich interessiert. Kreuze ich dieses Kästchen nicht an, erhalte ich dieselben E-Mails ohne Messung. Ich kann diese Einwilligung jederzeit über den Link in jeder E-Mail widerrufen.",
  Controller: "Verantwortlicher",
  "Lunaria Calzados, S.L., Calle":
    "Lunaria Calzados, S.L., Calle de la Luna Nueva, 14, 28004 Madrid, Spanien. Datenschutz: privacidad@lunaria.example.",
  Purpose: "Zweck",
  "To send you news":
    "Ihnen Neuheiten und Angebote zu unseren Schuhen zu senden und, nur wenn Sie auch das zweite Kästchen ankreuzen, zu messen, welche E-Mails Sie öffnen und welchen Links Sie folgen. Ohne dieses zweite Kästchen gibt es kein Profiling, automatisierte Entscheidungen in keinem Fall.",
  "Legal basis": "Rechtsgrundlage",
  "Your consent, one":
    "Ihre Einwilligung, ein Kästchen für jeden Zweck (Art. 6 Abs. 1 Buchst. a DSGVO und das Recht der elektronischen Post Ihres Landes). Leere Kästchen haben keinerlei Folgen.",
  Recipients: "Empfänger",
  "Nobody but us":
    "Niemand außer uns und dem spanischen Unternehmen, das als unser Auftragsverarbeiter die Server betreibt. Wir verkaufen Ihre Daten nicht und geben sie nicht weiter.",
  "Transfers outside": "Übermittlung in Drittländer",
  "Your data do not": "Ihre Daten verlassen den Europäischen Wirtschaftsraum nicht.",
  "Your rights": "Ihre Rechte",
  "To withdraw your":
    "Ihre Einwilligung jederzeit zu widerrufen oder der Werbung zu widersprechen, über den Link in jeder E-Mail; Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Datenübertragbarkeit; Beschwerde bei der Datenschutzaufsichtsbehörde, in Spanien der AEPD.",
  "More information": "Weitere Informationen",
  "The complete information": "Die vollständige Datenschutzerklärung ist neben dieser Tabelle verlinkt.",
  "To carry out your":
    "Ihre Bestellung auszuführen; Ihnen über eigene ähnliche Produkte zu schreiben, sofern Sie nicht widersprechen; Ihnen Neuheiten und Angebote zu senden, nur wenn Sie das Kästchen ankreuzen. Keine automatisierten Entscheidungen.",
  "The contract of sale":
    "Der Kaufvertrag (Art. 6 Abs. 1 Buchst. b DSGVO); für ähnliche Produkte die Ausnahme für Bestandskunden im Recht Ihres Landes; für die Neuheiten Ihre Einwilligung, die für den Kauf nicht erforderlich ist.",
  "The carrier, the":
    "Das Versandunternehmen, die zahlungsabwickelnde Bank und das spanische Unternehmen, das unsere Server betreibt. Wir verkaufen Ihre Daten nicht und geben sie nicht zu Werbezwecken weiter.",
  "To send you, once": "Ihnen einmal den Katalog zu senden, den Sie anfordern. Sonst nichts.",
  "Your request": "Ihre Anfrage (Art. 6 Abs. 1 Buchst. b DSGVO).",
  "News from Lunaria": "Neues von Lunaria",
  "Shoes made in Spain":
    "Schuhe aus Spanien, ohne Eile erzählt. Wählen Sie, was Sie erhalten möchten; zuvor senden wir Ihnen eine E-Mail, um sicherzugehen, dass die Adresse Ihnen gehört.",
  "Your order": "Ihre Bestellung",
  "Free delivery":
    "Versandkostenfrei auf dem spanischen Festland und in ganz Frankreich. Dreißig Tage, um es sich anders zu überlegen.",
  "“Menguante” leather": "Lederstiefeletten „Menguante“",
  "“Marea” sandals": "Sandalen „Marea“",
  "“Creciente” espadrilles": "Espadrilles „Creciente“",
  "Beeswax for": "Bienenwachs-Lederpflege",
  "Cedar shoe": "Schuhspanner aus Zedernholz",
  "As a customer you":
    "Als Kundin oder Kunde erhalten Sie an diese Adresse höchstens zweimal im Monat E-Mails über Produkte der Lunaria Calzados, S.L., die Ihren Einkäufen ähnlich sind. Sie können dem kostenlos widersprechen, jetzt mit diesem Kästchen und später über den Link in jeder E-Mail.",
  "I do not want emails": "Ich möchte keine E-Mails über ähnliche Produkte.",
  "Ask for the catalogue": "Fordern Sie den Katalog an",
  "We send it once": "Wir senden ihn einmal, als PDF, an die Adresse, die Sie uns nennen.",
  "The Lunaria catalogue": "Der Lunaria-Katalog, den Sie angefordert haben",
  "Hello,":
    "Guten Tag,\n\nhier ist der Katalog: [Katalog als PDF herunterladen](https://lunaria.example/katalog-de.pdf).\n\nMit freundlichen Grüßen\nIhr Lunaria-Team",
};

const beginnings = Object.keys(german).sort((one, other) => other.length - one.length);

export function lunariaInGerman(): DeclaredSetup {
  const read = readSetupFile(lunaria());
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  const declared = translated(read.declared) as DeclaredSetup;
  return { ...declared, controller: { ...declared.controller, languages: ["en", "de", "fr"] } };
}

function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value !== "object" || value === null) return value;
  if (isLocalised(value)) return inThree(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translated(item)]));
}

function inThree({ en = "", fr = "" }: Localised): Localised {
  if (en.startsWith("## ")) return { en, de: en, fr };
  const begin = beginnings.find((words) => en.startsWith(words));
  if (begin === undefined) throw new Error(`has no German: ${en}`);
  return { en, de: german[begin] ?? "", fr };
}

function isLocalised(value: object): value is Localised {
  return Object.keys(value).sort().join() === "en,es,fr";
}
