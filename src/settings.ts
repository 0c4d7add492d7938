// The one table of settings: what each is called and what it means.

/** Every setting: its name, what it means, and its default. `docs/reference/settings.md` says the same. */
export const settings = {
  LICET_DATA: "data folder; default `.licet`",
  LICET_PORT: "port of the web server on 127.0.0.1; default 4000",
  LICET_PUBLIC_URL:
    "address under which people reach the pages; letters lead to that of the server that was started last, whoever sends them; default `http://127.0.0.1:PORT`",
  LICET_TRUSTED_PROXIES:
    "networks of the proxies in front, like `10.0.0.0/8, ::1`, whose `X-Forwarded-For` is believed, or `none`; default: this machine where `LICET_PUBLIC_URL` lies elsewhere, else `none`",
  DATABASE_URL: "a PostgreSQL 15 or newer, `postgres://…`; default: the embedded one in the data folder",
  LICET_MIGRATION_URL:
    "the same database for the role that owns its tables, used to change the schema and for nothing else; default: `DATABASE_URL`, whose role then owns the tables",
  LICET_SMTP_URL: "the relay, `smtp://user:password@host:587` or `smtps://…`; default: the built-in mailbox",
  LICET_RELAYS:
    "a file that names several relays in place of `LICET_SMTP_URL`; default: `relays.yaml` in the data folder, if it is there",
  LICET_SECRET:
    "64 hex digits from which the keys of tokens and the keys that recognise people are derived; default: the file `secret` in the data folder",
  LICET_MASTER_KEY:
    "64 hex digits under which each person's key is wrapped, never those of the secret; more than one with commas between, the newest first; default: the file `master-key` in the data folder",
  LICET_MASTER_KEY_COMMAND: "a command that prints the same, for a key-management service; default: none",
  LICET_LEDGER_PUBLIC:
    "`1` lets anybody read the log under `/ledger/`; default: only keys with the scope `ledger:read`",
  LICET_WITNESSES:
    "who cosigns the checkpoints of the log (C2SP tlog-witness): verifier key and address with a space between, `w.example+0a1b2c3d+BAb… https://w.example`, several with commas between; default: nobody",
  LICET_WITNESSES_NEEDED:
    "how many of them must have cosigned a checkpoint for it to be shown under `/ledger/checkpoint`; default: more than half",
  LICET_TIMESTAMP_URL: "a time-stamping authority (RFC 3161) that stamps the checkpoints; default: none",
  LICET_TIMESTAMP_ANCHORS:
    "a file of certificates in PEM that the authority's must lead to; keep there those of earlier authorities too; default: none, and no timestamp is trusted",
  LICET_TIMESTAMP_POLICY: "object identifier of the policy to ask the authority for; default: its own",
  LICET_TIMESTAMP_EVERY: "minutes from one timestamp to the next, while the log grows; default 60",
  LICET_ATTACHMENTS_MB: "megabytes that the files of one mail may have together, as sent; default 10",
  LICET_BOUNCE_ADDRESS:
    "where bounces go, like `bounces@mail.example.com`; each letter gets its own, `bounces+TOKEN@mail.example.com`; default: they go to the sender's address",
  LICET_INBOUND_PORT: "port on which bounces are taken by SMTP; default: none is opened",
  LICET_INBOUND_HOST: "network address of that port, `0.0.0.0` for every one; default 127.0.0.1",
  LICET_INBOUND_TLS:
    "certificate and key of that port, two files in PEM with a comma between; default: it offers no STARTTLS",
  LICET_IMAP_URL:
    "a mailbox in which bounces arrive, `imaps://user:password@host/INBOX`; with `?move=FOLDER` what was understood is moved there; default: none is read",
  LICET_GATE_PORT:
    "port on which the gate takes mail of other software, with STARTTLS where there is a certificate; default: none is opened",
  LICET_GATE_TLS_PORT:
    "port on which the gate takes it by TLS from the start (RFC 8314); default: none is opened",
  LICET_GATE_HOST: "network address of the ports of the gate, `0.0.0.0` for every one; default 127.0.0.1",
  LICET_GATE_TLS:
    "certificate and key of the gate, two files in PEM with a comma between; default: none, and then it serves this machine alone",
  LICET_GATE_MEGABYTES: "the largest mail that the gate takes; default 10",
  LICET_POLICY_PORT:
    "port on which a Postfix asks for each recipient (`check_policy_service`); default: none is opened",
  LICET_POLICY_HOST: "network address of that port; default 127.0.0.1, and whoever reaches it may ask",
  LICET_POLICY_SOCKET:
    "a socket in the file system at which it asks as well, an absolute path; its owner and its group may ask; default: none",
  LICET_POLICY_CREDENTIAL:
    "the credential of the gate by whose purpose it is asked; default: the one that is called as who signed in to Postfix",
  LICET_POLICY_OPEN:
    "`1`: where it cannot be told whether somebody may have a mail, Postfix goes on as if it had not asked; default: the client is asked to come again",
  LICET_SES_TOPIC:
    "the topic of Amazon SNS on which Amazon SES tells, `arn:aws:sns:…`, subscribed to `/hooks/ses`; default: it is not listened to",
  LICET_POSTMARK_HOOK:
    "user and password, `user:password`, that Postmark's webhook to `/hooks/postmark` sends; default: it is not listened to",
  LICET_MAILGUN_KEY:
    "the webhook signing key of Mailgun, whose webhooks go to `/hooks/mailgun`; default: it is not listened to",
  LICET_SENDGRID_KEY:
    "the verification key of SendGrid's signed event webhook to `/hooks/sendgrid`; default: it is not listened to",
  LICET_BREVO_TOKEN:
    "the token that Brevo's webhook to `/hooks/brevo` sends as a bearer; default: it is not listened to",
} as const;

export type SettingName = keyof typeof settings;
