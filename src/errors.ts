// The one table of expected failures: a code, a sentence for who must act, and whether trying again can help.

export const errorTable = {
  "address-malformed": { sentence: "the address is not one that mail can be sent to", retry: false },
  "api-key-missing": {
    sentence: "send a key as `Authorization: Bearer …`; make one with `licet api-key create`",
    retry: false,
  },
  "api-key-unknown": {
    sentence: "this key is unknown or revoked; make one with `licet api-key create`",
    retry: false,
  },
  "credential-malformed": { sentence: "what the credential should be is not understood", retry: false },
  "credential-unknown": {
    sentence: "there is no such credential in use; `licet gate list` shows them",
    retry: false,
  },
  "gate-missing": { sentence: "no port is set for the gate; set `LICET_GATE_PORT`", retry: false },
  "dkim-key-unknown": { sentence: "there is no such key; `licet dkim list` shows them", retry: false },
  "dkim-keys-malformed": {
    sentence: "a file of keys for DKIM is not what Licet wrote; restore it from a backup",
    retry: false,
  },
  "domain-malformed": { sentence: "this is no name of a domain such as `shop.example`", retry: false },
  "scope-missing": { sentence: "this key lacks the scope that the request needs", retry: false },
  "api-key-malformed": { sentence: "the name or a scope of the key is not understood", retry: false },
  "query-malformed": { sentence: "the query of the request is not what this address expects", retry: false },
  "master-key-malformed": {
    sentence: "a master key is 64 hex digits; make one with `openssl rand -hex 32`",
    retry: false,
  },
  "master-key-missing": {
    sentence:
      "a master key that this database needs is not at hand; restore the file `master-key` of the data folder, or add the key to `LICET_MASTER_KEY` or to what `LICET_MASTER_KEY_COMMAND` prints",
    retry: false,
  },
  "master-key-unavailable": {
    sentence: "the command of `LICET_MASTER_KEY_COMMAND` failed; run it by hand to see why",
    retry: true,
  },
  "method-not-allowed": { sentence: "this address does not take that method", retry: false },
  "media-type-unsupported": {
    sentence: "this address does not take a body of that media type",
    retry: false,
  },
  "log-forked": {
    sentence:
      "a witness has cosigned a log under this name that this one does not go on from; hold a checkpoint that was kept against it with `licet verify --checkpoint`",
    retry: false,
  },
  "dates-ambiguous": {
    sentence:
      "the dates of the file may be read in two ways; say which with `--dates day-first` or `--dates month-first`",
    retry: false,
  },
  "evidence-missing": {
    sentence: "a claim rests on a file that is not attached; attach it with `--evidence FILE`",
    retry: false,
  },
  "declaration-missing": {
    sentence:
      "what is claimed of people needs somebody who answers for it; name them with `--declared-by NAME`",
    retry: false,
  },
  "import-mismatched": {
    sentence:
      "most rows cannot be read as the columns are understood, so nothing was recorded; say what they hold with `--map COLUMN=FIELD`",
    retry: false,
  },
  "import-repeated": {
    sentence:
      "this file was imported before, under another declaration; run it as before, or take that one back with `licet import undo ID`",
    retry: false,
  },
  "hash-key-malformed": {
    sentence:
      "a key for hashes is 64 hex digits; make one with `openssl rand -hex 32`, and give it to the receiving system alone",
    retry: false,
  },
  "import-undone": {
    sentence:
      "this import was taken back while it ran; let `licet import undo ID` end, and import the file again if it is wanted after all",
    retry: false,
  },
  "import-unknown": { sentence: "there is no such import; `licet import list` shows them", retry: false },
  "mapping-malformed": { sentence: "the mapping is not understood", retry: false },
  "mapping-missing": {
    sentence:
      "no preset fits the columns of this file; say what they hold with `--map COLUMN=FIELD`, at least which one is the `email`",
    retry: false,
  },
  "row-malformed": { sentence: "the row is not one record of one person", retry: false },
  "table-unreadable": { sentence: "the file cannot be read as a table", retry: false },
  "hook-unverified": {
    sentence:
      "nothing proves that this call comes from the mail provider, and nothing of it was recorded; check the provider's key in the settings",
    retry: false,
  },
  "hold-unknown": { sentence: "nobody has ordered a legal hold on this person", retry: false },
  "legal-hold": {
    sentence:
      "a legal hold keeps all about this person; `licet retention release` ends it, and then they can be erased",
    retry: false,
  },
  "line-malformed": { sentence: "the line is not one record of one person", retry: false },
  "cursor-unknown": {
    sentence:
      "the feed has not come as far as this cursor, as after a database was put back from a backup; read it from the beginning, without `after`",
    retry: false,
  },
  "attachment-malformed": { sentence: "a file cannot go with the mail as it is", retry: false },
  "attachments-too-large": {
    sentence:
      "the files of the mail are too large together; leave some out or link to them, or set `LICET_ATTACHMENTS_MB`",
    retry: false,
  },
  "body-malformed": { sentence: "the request body is not what this address expects", retry: false },
  "body-too-large": {
    sentence: "the request body is larger than this address accepts; send it in parts",
    retry: false,
  },
  "rate-limited": { sentence: "too many requests; wait and try again", retry: true },
  "case-address-missing": {
    sentence: "this person's address is not kept here; say where the mail goes, by `--email` or `email`",
    retry: false,
  },
  "case-address-other": { sentence: "this address is not that of the person who asked", retry: false },
  "case-answered": { sentence: "this request has its answer already", retry: false },
  "case-extended": {
    sentence: "the person was told once that it takes longer; the law allows no more",
    retry: false,
  },
  "case-extension-late": {
    sentence:
      "the month is over, and with it the time in which to tell the person that it takes longer; answer now",
    retry: false,
  },
  "case-not-erased": {
    sentence: "this person is not erased yet; run `licet erase`, then answer and say where the mail goes",
    retry: false,
  },
  "case-reasons-missing": { sentence: "the person is owed the reasons; say them", retry: false },
  "case-unknown": {
    sentence: "there is no such request; `licet rights list --all` shows them",
    retry: false,
  },
  "campaign-unknown": { sentence: "there is no such campaign", retry: false },
  "campaign-ended": { sentence: "this campaign has ended and cannot change its state", retry: false },
  "checkpoint-malformed": {
    sentence: "this is not a checkpoint that the key of this log has signed",
    retry: false,
  },
  "checkpoint-missing": {
    sentence: "nothing is in the log yet; a running server signs the first checkpoint after the first fact",
    retry: true,
  },
  "log-behind": {
    sentence: "what the receipt is about is not in the log yet; ask again in a moment",
    retry: true,
  },
  "clock-wrong": {
    sentence:
      "the clocks of this machine and of PostgreSQL differ by more than five minutes; set them right, nothing was recorded",
    retry: true,
  },
  "clock-off": {
    sentence:
      "the clocks of this machine and of PostgreSQL differ by more than a second; set this one right, nothing is sent from here until then",
    retry: true,
  },
  "clause-immutable": {
    sentence: "what is published cannot be changed; publish a new version",
    retry: false,
  },
  "data-folder-unusable": {
    sentence: "the data folder cannot be written; set `LICET_DATA` to one that can",
    retry: false,
  },
  "database-unreachable": {
    sentence: "PostgreSQL cannot be reached; check `DATABASE_URL` and that the server runs",
    retry: true,
  },
  "disk-full": {
    sentence: "the disk that PostgreSQL writes to is full; free space there, then try again",
    retry: true,
  },
  "disk-failing": {
    sentence: "PostgreSQL cannot read or write its files; look into its log and at the disk, then try again",
    retry: true,
  },
  "database-too-old": { sentence: "PostgreSQL 15 or newer is needed", retry: false },
  "database-newer": {
    sentence: "the database was migrated by a newer Licet; run that version",
    retry: false,
  },
  "embedded-root": {
    sentence:
      "PostgreSQL does not run as root here and no other user could be taken; set `DATABASE_URL` or start as an ordinary user",
    retry: false,
  },
  "embedded-failed": {
    sentence: "the embedded PostgreSQL did not start; its own words are in the log named here",
    retry: true,
  },
  "embedded-locked": {
    sentence:
      "another process has been starting or stopping the embedded PostgreSQL for too long; end it, or remove the file named here if none does",
    retry: true,
  },
  "box-unknown": { sentence: "a box is not one of the form that was shown", retry: false },
  "fact-conflict": {
    sentence: "a fact with this id is on record with other content; give the new act an id of its own",
    retry: false,
  },
  "fact-ahead": {
    sentence:
      "the fact is dated in the future, and what has not happened opens nothing; tell it when it has, or put the clock right",
    retry: false,
  },
  "fact-malformed": { sentence: "the fact is not in the vocabulary of the decision contract", retry: false },
  "database-unsealed": {
    sentence:
      "what is personal stands in this database as no later version can read it, unsealed or under another seal; begin with an empty one and record the people again",
    retry: false,
  },
  "file-unwritable": { sentence: "the file cannot be written", retry: false },
  "mail-unreadable": {
    sentence: "this mail cannot be read far enough to tell what in it follows its reader",
    retry: false,
  },
  "file-unreadable": { sentence: "the file cannot be read", retry: false },
  "form-for-children": {
    sentence:
      "this form has a box for something made for children, which asks for a date of birth and where needed for a parent; link to the form's own page, or show that in a frame",
    retry: false,
  },
  "form-token-malformed": {
    sentence:
      "this is not whole, or not what a form inside a page of yours was given; send the field `licet-token` as it came",
    retry: false,
  },
  "form-token-redeemed": {
    sentence: "what was shown there is on record as another act; show the form anew for the next one",
    retry: false,
  },
  "form-unknown": { sentence: "there is no such form", retry: false },
  "migration-refused": {
    sentence:
      "the schema is older than this version, and the database role may not change it; set `LICET_MIGRATION_URL` to the database as its owner",
    retry: false,
  },
  "not-found": { sentence: "there is nothing at this address", retry: false },
  "origin-refused": {
    sentence:
      "the form may not be shown by a page of this origin; name it under `embedding.origins` of the form in licet.yaml",
    retry: false,
  },
  "port-taken": { sentence: "the port is in use; stop what holds it or set another", retry: true },
  "purpose-unknown": {
    sentence: "the purpose is not declared; declare it in licet.yaml and run `licet apply`",
    retry: false,
  },
  "purpose-not-service": { sentence: "a service message needs a purpose of kind service", retry: false },
  "message-refused": {
    sentence:
      "the law does not permit this message, so it was not taken; `licet law CODE` says what the code means",
    retry: false,
  },
  "relay-missing": {
    sentence: "without a relay there is nothing to send; set `LICET_SMTP_URL` or write `relays.yaml`",
    retry: false,
  },
  "server-missing": {
    sentence:
      "letters lead to the pages of a server, and none was started on this database yet; run `licet start` first, or set `LICET_PUBLIC_URL`",
    retry: false,
  },
  "message-unknown": { sentence: "no message has this id", retry: false },
  "idempotency-key-malformed": {
    sentence:
      "send a header `Idempotency-Key` of 1 to 200 printable characters, another for each message and the same when you try again",
    retry: false,
  },
  "idempotency-key-reused": {
    sentence: "this `Idempotency-Key` was used for another message; take a new one for each",
    retry: false,
  },
  "purpose-not-marketing": { sentence: "a campaign needs a purpose of kind marketing", retry: false },
  "register-unknown": {
    sentence: "no rule here heeds an exclusion list of this name; the law's own are in `licet registers`",
    retry: false,
  },
  "register-malformed": {
    sentence:
      "the file is not this exclusion list as its keeper hands it out; the copy before stays in use (`--format` says how it is written)",
    retry: false,
  },
  "register-command-failed": {
    sentence:
      "the command that fetches the exclusion list failed; the copy before stays in use. Run it by hand to see why",
    retry: true,
  },
  "register-empty": {
    sentence: "there is nothing in the file; the copy before stays in use, get the list again",
    retry: false,
  },
  "register-shrunk": {
    sentence:
      "the list is smaller than it should be, as a file is that stops halfway; the copy before stays in use, and `--smaller` takes this one if it is right",
    retry: false,
  },
  "register-older": {
    sentence: "a newer copy of this exclusion list is in use already, taken at",
    retry: false,
  },
  "register-stale": {
    sentence: "a copy answers for 24 hours, and this one is older; get a fresh one. It was taken at",
    retry: false,
  },
  "register-ahead": { sentence: "the copy cannot have been taken in the future, at", retry: false },
  "relay-unknown": { sentence: "no campaign went through this mail server", retry: false },
  "relay-refused": {
    sentence: "the mail relay refused the connection or the sign-in; check `LICET_SMTP_URL`",
    retry: true,
  },
  "relay-other": {
    sentence: "this campaign goes through another relay; run it where `LICET_SMTP_URL` names that one",
    retry: false,
  },
  "secret-changed": {
    sentence:
      "this database belongs to another secret; restore the file `secret` of the data folder or set `LICET_SECRET`",
    retry: false,
  },
  "segment-malformed": {
    sentence: "the segment is not understood; write it as `country=ES`, `language=fr`",
    retry: false,
  },
  "relays-malformed": {
    sentence: "the file of the relays has mistakes; nothing is sent until it has none",
    retry: false,
  },
  "setting-malformed": { sentence: "a setting has a value that is not understood", retry: false },
  "setup-malformed": { sentence: "the set-up file has mistakes; nothing was changed", retry: false },
  "setup-missing": { sentence: "nothing is set up yet; run `licet apply licet.yaml`", retry: false },
  "submission-malformed": {
    sentence: "what was handed over does not fit the form that was shown",
    retry: false,
  },
  "subject-unknown": { sentence: "nobody with this address is on record", retry: false },
  "template-malformed": { sentence: "the template cannot be used", retry: false },
  "timestamp-unanswered": {
    sentence: "the time-stamping authority gave no timestamp that holds",
    retry: true,
  },
  "token-expired": { sentence: "this link has expired; ask for a new one", retry: false },
  "token-malformed": {
    sentence: "this link is incomplete or was changed; open it again from the mail",
    retry: false,
  },
  "webhook-malformed": { sentence: "the webhook cannot be added as it is described", retry: false },
  "webhook-unknown": { sentence: "there is no such webhook; `licet webhook list` shows them", retry: false },
  "witness-unanswered": { sentence: "a witness did not cosign the newest checkpoint", retry: true },
} as const satisfies Record<string, { sentence: string; retry: boolean }>;

export type ErrorCode = keyof typeof errorTable;

/**
 * An expected failure, told to whoever can act on it.
 *
 * `detail` says where and what was expected; it never holds an address.
 */
export class CodedError extends Error {
  override readonly name = "CodedError";
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string, options?: { cause?: unknown }) {
    super(
      detail === undefined ? errorTable[code].sentence : `${errorTable[code].sentence}: ${detail}`,
      options,
    );
    this.code = code;
    this.detail = detail;
  }

  get retry(): boolean {
    return errorTable[this.code].retry;
  }
}
