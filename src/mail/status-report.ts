// A delivery status notification, ready for the wire.
import MimeNode from "nodemailer/lib/mime-node";
import type { Instant } from "../core/instant.ts";
import { dateValue, domainOf, oneLine, wireAddress } from "./headers.ts";

export interface StatusReportMail {
  /** Who reports, and to whom. */
  readonly sender: string;
  readonly to: string;
  readonly messageId: string;
  readonly date: Instant;
  readonly arrivedAt: Instant;
  /** RFC 3461 4.4, as it came. */
  readonly envid: string | null;
  readonly failed: readonly {
    readonly address: string;
    readonly orcpt: string | null;
    readonly status: string;
    readonly diagnostic: string;
  }[];
  /** The header of the mail that it is about, octets as in Latin-1. */
  readonly header: string;
}

/** Source: RFC 3464, RFC 6522 (multipart/report), RFC 3834 5 (Auto-Submitted). */
export async function composeStatusReport(report: StatusReportMail): Promise<Buffer> {
  const { sender, to, messageId, date, arrivedAt, envid, failed, header } = report;
  const root = new MimeNode("multipart/report; report-type=delivery-status");
  root.setHeader([
    { key: "From", value: { name: "Licet", address: sender } },
    { key: "To", value: to },
    { key: "Subject", value: "Undelivered: not everybody could be written to" },
    { key: "Message-ID", value: messageId },
    { key: "Date", value: dateValue(date) },
    { key: "Auto-Submitted", value: "auto-replied" },
  ]);
  const text = [
    "The mail whose header stands below did not go to:",
    "",
    ...failed.flatMap(({ address, diagnostic }) => [`  ${address}`, `    ${diagnostic}`, ""]),
  ].join("\r\n");
  root.createChild("text/plain; charset=utf-8").setContent(text);
  const utf8 = failed.some(({ address }) => /[^\0-\x7f]/.test(address));
  const perMessage = [
    `Reporting-MTA: dns; ${domainOf(sender)}`,
    ...(envid === null ? [] : [`Original-Envelope-Id: ${oneLine(envid, "envelope id")}`]),
    `Arrival-Date: ${dateValue(arrivedAt)}`,
  ];
  const perRecipient = failed.map(({ address, orcpt, status, diagnostic }) => [
    ...(orcpt === null ? [] : [`Original-Recipient: ${oneLine(orcpt, "original recipient")}`]),
    `Final-Recipient: ${utf8 ? "utf-8" : "rfc822"}; ${wireAddress(address, "recipient")}`,
    "Action: failed",
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${oneLine(diagnostic.replace(/\s+/g, " "), "reply")}`,
  ]);
  const status = [perMessage, ...perRecipient].map((lines) => `${lines.join("\r\n")}\r\n`).join("\r\n");
  // RFC 6533 3: with addresses beyond ASCII the type is another.
  root.createChild(utf8 ? "message/global-delivery-status" : "message/delivery-status").setContent(status);
  root.createChild("text/rfc822-headers").setContent(Buffer.from(header, "latin1"));
  return root.build();
}
