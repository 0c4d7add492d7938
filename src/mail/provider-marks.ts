// The header by which each provider hands the token of a letter back when it tells what became of it.

/** Providers that tell by calls of their own. */
export const PROVIDERS = Object.freeze(["ses", "postmark", "mailgun", "sendgrid", "brevo"] as const);
export type Provider = (typeof PROVIDERS)[number];

/** One header: its name, and its value for a token. */
export interface Mark {
  readonly name: string;
  readonly value: (token: string) => string;
}

/**
 * SES calls it a message tag, the others metadata, variables, unique arguments and a custom header.
 *
 * Source: Amazon SES, "Send email with event tags"; Postmark, "Custom metadata"; Mailgun, "Attaching data to messages";
 * SendGrid, "Building an X-SMTPAPI header" and "Unique arguments"; Brevo, "Transactional webhooks".
 */
export const marks: Readonly<Record<Provider, Mark>> = {
  ses: { name: "X-SES-MESSAGE-TAGS", value: (token) => `licet=${token}` },
  postmark: { name: "X-PM-Metadata-licet", value: (token) => token },
  mailgun: { name: "X-Mailgun-Variables", value: (token) => JSON.stringify({ licet: token }) },
  sendgrid: { name: "X-SMTPAPI", value: (token) => JSON.stringify({ unique_args: { licet: token } }) },
  brevo: { name: "X-Mailin-custom", value: (token) => `licet:${token}` },
};
