// Bounces that are no report as RFC 3464 knows it: prose, of servers old and new, which has to be recognised by its words.
import { bounceOf } from "../mail/bounce-words.ts";
import type { DeliveryReport } from "./dsn.ts";

/** A mail as far as it is looked at here. */
export interface PlainMail {
  readonly header: (name: string) => string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/** Who signs such mails. */
const daemons =
  /^(?:mailer-?daemon|postmaster|mail-?delivery|maildelivery|microsoftexchange|bounce|noreply-mdr)/i;
const daemonNames = /mail delivery (?:sub)?system|mailer.?daemon|postmaster|mail administrator|mail system/i;

/** How they say that the letter did not arrive. */
const failures = any(
  /undeliver(?:able|ed)/,
  /unzustellbar|nicht zugestellt|zustellung .{0,40}(?:fehlgeschlagen|nicht möglich)|konnte nicht zugestellt/,
  /non (?:remis|distribu[ée])|non-?remise|[ée]chec de (?:la )?(?:remise|distribution|livraison)|n['’]a pas pu [êe]tre (?:remis|d[ée]livr[ée]|distribu[ée])/,
  /no se (?:ha podido|pudo) entregar|devuelto al remitente|error de entrega/,
  /mancato recapito|impossibile recapitare|messaggio non recapitato/,
  /onbestelbaar|n[ãa]o (?:foi )?entregue|kan ikke leveres|kunde inte levereras|toimitus ep[äa]onnistui|niedostarczon/,
  /(?:delivery|mail|message|returned)\b.{0,40}\b(?:fail(?:ed|ure|ure notice)?|problem|error|status notification)/,
  /failure notice|returned (?:mail|to sender)|address not found|message (?:not delivered|blocked)/,
  /could(?: not|n['’]t) be delivered|(?:was|were) (?:not|unable to be) delivered|unable to deliver|not delivered/,
  /wasn['’]t delivered|permanent(?:ly)? (?:error|failure|failed)|delivery has failed|fail(?:s|ed) permanently/,
);

/** How they say that they go on trying. */
const delays = any(
  /(?:delivery|message|mail)\b.{0,60}\b(?:delayed|deferred|pending|not yet been delivered)/,
  /will (?:be retried|keep trying|continue to (?:try|attempt)|retry)|still being (?:retried|attempted)/,
  /do not need to (?:resend|do anything)|warning message only|warning: could not send/,
  /wird weiter versucht|noch nicht zugestellt|nouvelle tentative|se seguir[áa] intentando/,
);

/** Lines that stand above the letter itself: its words are not the server's. */
const returned =
  /^(?:.{0,20}\bcopy of|.{0,20}\boriginal (?:message|headers)|.{0,20}\bheader (?:of|der)|.{0,20}(?:returned|undelivered) message|included is a copy|return-path:|received: |dkim-signature:|mime-version:)/i;

/**
 * What such a mail says; null: it is none.
 *
 * @param isReport - whether it came from the null reverse-path (RFC 5321 4.5.5), as reports do.
 */
export function readPlainReport(mail: PlainMail, isReport: boolean): DeliveryReport | null {
  const signed = daemons.test(mail.from) || daemonNames.test(mail.from);
  if (!isReport && !signed && mail.header("x-failed-recipients") === "") return null;
  const own = wordsOf(mail.text);
  const says = `${mail.subject.slice(0, 300)}\n${own}`.toLowerCase();
  if (delays.test(says) && !/\b5\d\d[ -]|\b5\.\d{1,3}\.\d{1,3}\b/.test(own)) return { kind: "passing" };
  if (!failures.test(says) && mail.header("x-failed-recipients") === "") return null;
  return { kind: "bounce", ...bounceOf(answerIn(own), null) };
}

/** Without the letter that is given back. */
function wordsOf(text: string): string {
  const lines = text.slice(0, 16_000).split("\n");
  const end = lines.findIndex(
    (line, at) => at > 0 && returned.test(line.slice(0, 200).replace(/^[\s>|=-]+/, "")),
  );
  return (end < 0 ? lines : lines.slice(0, end)).join("\n");
}

/** What the other server said: from its first code on, and the words before it, where some put theirs; else all of it. */
function answerIn(words: string): string {
  const at = words.search(
    /(?<![\d.])(?:[45]\d\d[ -]+)?#?[45]\.\d{1,3}\.\d{1,3}(?![\d.])|(?<![\d.:])[45]\d\d[ -](?=\D)/,
  );
  return at < 0 ? words : `${words.slice(at, at + 600)} ${words.slice(Math.max(0, at - 300), at)}`;
}

function any(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"));
}
