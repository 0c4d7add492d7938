// `/p/{token}`: everything that one person may be sent, with a button to stop each, to join, and to choose how.
import { type Context, Hono } from "hono";
import { askAddressChange } from "../../app/consent/ask-address-change.ts";
import { join } from "../../app/consent/join.ts";
import { chooseOwnLanguage, exercise, frequencies, leave, wish } from "../../app/consent/preferences.ts";
import { readRendered } from "../../app/consent/rendered.ts";
import type { World } from "../../app/ports.ts";
import { isErased } from "../../app/subjects/erased.ts";
import { LANGUAGES } from "../../core/languages.ts";
import { CodedError } from "../../errors.ts";
import { parseAddress } from "../../ledger/address.ts";
import { readLinkToken, readWayOutToken } from "../../mail/tokens.ts";
import { type ClientAddress, readConnection } from "../client.ts";
import { type Access, choicesBody, type Said } from "./choices.ts";
import { gone } from "./gone.ts";
import { show } from "./layout.ts";
import { type Posted, readPosted } from "./posted.ts";
import { visit } from "./visit.ts";

export function preferencePages(world: World, addressOf: ClientAddress): Hono {
  return new Hono()
    .get("/p/:token", (c) => showChoices(c, world, accessOf(c, world), null))
    .post("/p/:token", async (c) => {
      const access = accessOf(c, world);
      const posted = await readPosted(c);
      const said = await act(c, world, access, posted, addressOf);
      return showChoices(c, world, access, said, posted.one("address"));
    });
}

/**
 * By the link of any mail, or by one that was asked for: once its day is over it is worth no less than the other.
 *
 * @throws CodedError `token-malformed`.
 */
function accessOf(c: Context, world: World): Access {
  const text = c.req.param("token") ?? "";
  const { tokenKey } = world.secrets;
  const wayOut = readWayOutToken(text, tokenKey);
  if (wayOut) return { ...wayOut, fresh: false };
  const link = readLinkToken(text, tokenKey);
  if (link?.page !== "preferences") throw new CodedError("token-malformed");
  return { subject: link.subject, campaign: null, fresh: link.expiresAt >= world.clock.now() };
}

/** To leave and to object needs nothing but the link, since it protects; whatever opens or changes needs a page that was shown. */
async function act(
  c: Context,
  world: World,
  { subject, fresh }: Access,
  { one }: Posted,
  addressOf: ClientAddress,
): Promise<Said | null> {
  const connection = readConnection(c, addressOf);
  if (one("leave") !== "") return (await leave(world, subject, one("leave"), connection)) ? "saved" : null;
  if (one("right") === "withdrawal" || one("right") === "objection") {
    await exercise(world, subject, one("right") as "withdrawal" | "objection", connection);
    return "saved";
  }
  const [purpose, often, typed] = [one("join"), one("often"), one("address")];
  const language = LANGUAGES.find((spoken) => spoken === one("language"));
  if (purpose === "" && often === "" && typed === "" && !language) return null;
  const page = readRendered(world, one("token"), subject);
  if (!page) return "outdated";
  if (purpose !== "") return join(world, subject, page, purpose, connection);
  if (typed !== "") {
    const address = parseAddress(typed);
    if (!address || !fresh) return fresh ? "malformed" : "outdated";
    return `address-${await askAddressChange(world, subject, address, page.language, connection)}`;
  }
  if (often !== "") {
    const atMost = frequencies.find((known) => known === one(`often-${often}`));
    return atMost && (await wish(world, subject, often, atMost, connection)) ? "saved" : null;
  }
  if (language) await chooseOwnLanguage(world, subject, language);
  return "saved";
}

/** What was typed is shown again where nothing came of it. */
async function showChoices(
  c: Context,
  world: World,
  access: Access,
  said: Said | null,
  typed = "",
): Promise<Response> {
  if (await isErased(world, access.subject)) return gone(c, await visit(c, world));
  const wrong = said === "outdated" || said === "malformed";
  const { body, ...page } = await choicesBody(c, world, access, said, wrong ? typed : "");
  const { preferences, mistakes } = page.copy;
  const title = said === "malformed" ? `${mistakes.prefix}${preferences.title}` : preferences.title;
  return show(c, { ...page, title, body }, wrong ? 422 : 200);
}
