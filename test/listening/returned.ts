// Mails of the corpus as they come back of one letter that was really sent, and the post that brings them.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import type { World } from "../../src/app/ports.ts";
import { refOf, signLetterToken } from "../../src/mail/letter-token.ts";
import { signWayOutToken } from "../../src/mail/tokens.ts";
import { subjectOf } from "../support/people.ts";

export const bounceAddress = { local: "bounces", domain: "mail.lunaria.example" };
export const listening = { bounceAddress, byMail: true, providers: [] } as const;

/** Sends a campaign to everybody; answers its id. */
export async function send(world: World): Promise<string> {
  const template = { format: "markdown", subject: "Nieve", body: "Nieve en la sierra." } as const;
  const { id } = await startCampaign(world, { purpose: "newsletter", template });
  await runCampaign(world, id);
  return id;
}

/** A mail of test/corpus/returned, of the letter of a campaign to somebody. */
export function returned(world: World, name: string, campaign: string, email: string): Buffer {
  const subject = subjectOf(world, email);
  const letter = { subject, of: "campaign", ref: refOf(campaign) } as const;
  const { tokenKey } = world.secrets;
  const text = readFileSync(join(import.meta.dirname, "..", "corpus", "returned", `${name}.eml`), "utf8")
    .replaceAll("TOKEN", signLetterToken(letter, "report", tokenKey))
    .replaceAll("LEAVE", signLetterToken(letter, "leave", tokenKey))
    .replaceAll("WAYOUT", signWayOutToken({ subject, campaign }, tokenKey));
  return Buffer.from(text.replaceAll("\n", "\r\n"));
}

/** Hands a mail to a listener under the envelope that its headers tell, and answers what the listener said. */
export async function bring(port: number, raw: Buffer, to?: string): Promise<string> {
  const head = raw.toString("utf8");
  const [, from = ""] = /^Return-Path: <([^>]*)>/im.exec(head) ?? [];
  const [, path = ""] = /^To: .*?([^\s<]+@[^\s>]+)/im.exec(head) ?? [];
  const connection = new SMTPConnection({ host: "127.0.0.1", port, ignoreTLS: true });
  connection.on("error", () => {});
  connection.connect();
  await once(connection, "connect");
  const said = await new Promise<string>((resolve) => {
    connection.send({ from, to: [to ?? path] }, raw, (error, info) =>
      resolve(error ? (error.response ?? error.message) : info.response),
    );
  });
  connection.quit();
  return said;
}
