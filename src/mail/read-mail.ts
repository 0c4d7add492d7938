// Reads a mail back from its bytes, for the page that shows what was sent.
import { type AddressObject, simpleParser } from "mailparser";

export interface ReadMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly date: Date | null;
  readonly html: string | null;
  readonly text: string | null;
  /** In their order, unfolded, otherwise as they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  return {
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? "",
    date: mail.date ?? null,
    html: mail.html || null,
    text: mail.text ?? null,
    headers: mail.headerLines.map(({ line }) => {
      const colon = line.indexOf(":");
      return [
        line.slice(0, colon),
        line
          .slice(colon + 1)
          .replace(/\r?\n(?=[ \t])/g, "")
          .trim(),
      ] as const;
    }),
  };
}

function addresses(field: AddressObject | readonly AddressObject[] | undefined): string {
  if (field === undefined) return "";
  return [field]
    .flat()
    .map((one) => one.text)
    .join(", ");
}
