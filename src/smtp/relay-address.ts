// The address of a relay, as the setting says it, and how safely it is spoken to.
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { CodedError } from "../errors.ts";

/** How to reach a relay and how long to wait for it. */
export interface RelayAddress {
  readonly connection: SMTPConnection.Options;
  readonly credentials: { readonly user: string; readonly pass: string } | null;
  /** Nobody else hears what is said to it. */
  readonly onThisMachine: boolean;
}

/**
 * Reads `smtp://` or `smtps://`, `user:password@`, host, port, and `?tls=required` or `?tls=opportunistic`.
 *
 * `smtps://` speaks TLS from the first byte, `smtp://` by STARTTLS. Opportunistic: encrypted where the relay offers it,
 * whatever its certificate, which is more than nothing and no proof of who it is. It is the default only where no
 * password is at stake or the relay is on this machine; else TLS with a valid certificate is required.
 *
 * Source: RFC 3207; RFC 7435 (opportunistic security); RFC 8314 3.3 and 7.3 (ports).
 *
 * @throws CodedError `setting-malformed`; never with the password.
 */
export function readRelayAddress(text: string): RelayAddress {
  if (!URL.canParse(text)) throw malformed("begin with `smtp://` or `smtps://`");
  const url = new URL(text);
  if (url.protocol !== "smtp:" && url.protocol !== "smtps:")
    throw malformed("begin with `smtp://` or `smtps://`");
  if (url.hostname === "") throw malformed("name a host");
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const credentials =
    url.username === ""
      ? null
      : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  const loopback = host === "localhost" || host === "::1" || host.startsWith("127.");
  const tls =
    url.searchParams.get("tls") ?? (credentials !== null && !loopback ? "required" : "opportunistic");
  if (tls !== "required" && tls !== "opportunistic")
    throw malformed("say `?tls=required` or `?tls=opportunistic`");
  return {
    credentials,
    onThisMachine: loopback,
    connection: {
      host,
      port: url.port === "" ? (secure ? 465 : credentials === null ? 25 : 587) : Number(url.port),
      secure,
      requireTLS: !secure && tls === "required",
      opportunisticTLS: !secure && tls === "opportunistic",
      tls: { minVersion: "TLSv1.2", rejectUnauthorized: secure || tls === "required" },
    },
  };
}

function malformed(expected: string): CodedError {
  return new CodedError("setting-malformed", `the address of the mail relay should ${expected}`);
}
