// Somebody with a browser and no scripts: opens pages, reads what stands on them, sends forms.
import type { World } from "../../src/app/ports.ts";
import type { Instant } from "../../src/core/instant.ts";
import type { SubjectId } from "../../src/core/subject-id.ts";
import { type AppOptions, createApp } from "../../src/http/app.ts";
import { parseAddress } from "../../src/ledger/address.ts";
import { subjectIdOf } from "../../src/ledger/secrets.ts";
import { type ConfirmationToken, signConfirmationToken, signWayOutToken } from "../../src/mail/tokens.ts";

export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly page: string;
}

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  head(path: string): Promise<Seen>;
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Seen>;
  /** Opens a form, fills it in, and sends it. */
  send(form: string, fields: Fields): Promise<Seen>;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * @param from - the network address that the requests come from, and the browser that makes them.
 * @param app - a server that others visit too.
 */
export function visitor(
  world: World,
  from?: { readonly networkAddress: string; readonly userAgent: string },
  app = visited(world),
): Visitor {
  const seen = async (answer: Response | Promise<Response>): Promise<Seen> => {
    const { status, headers } = await answer;
    return { status, headers, page: await (await answer).text() };
  };
  const env = from && { incoming: { socket: { remoteAddress: from.networkAddress } } };
  const own = { "accept-language": "en", ...(from && { "user-agent": from.userAgent }) };
  const self: Visitor = {
    get: (path, headers = {}) => seen(app.request(path, { headers: { ...own, ...headers } }, env)),
    head: (path) => seen(app.request(path, { method: "HEAD" }, env)),
    async post(path, fields = {}, headers = {}) {
      // Whoever confirms or joins does so on a page that was opened before.
      const opens = /^\/[acgp]\//.test(path) && fields.token === undefined;
      const token = opens ? tokenIn((await self.get(path)).page) : "";
      const body = urlEncoded(token === "" ? fields : { token, ...fields });
      return seen(app.request(path, { method: "POST", body, headers: { ...own, ...headers } }, env));
    },
    async send(form, fields) {
      const { page } = await self.get(`/f/${form}`);
      return self.post(`/f/${form}`, { token: tokenIn(page), ...fields });
    },
  };
  return self;
}

/** The server, with limits of its own. */
export function visited(
  world: World,
  limits: AppOptions["limits"] = {},
  hooks: AppOptions["hooks"] = {},
): ReturnType<typeof createApp> {
  const posts = { requests: 1_000_000, windowSeconds: 60 };
  return createApp(world, { mailbox: true, ready: () => true, limits: { posts, ...limits }, hooks });
}

function urlEncoded(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, value);
  return body;
}

/** The signed token in the form of a page. */
export function tokenIn(page: string): string {
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
}

export function subjectOf(world: World, address: string): SubjectId {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error("the test has a malformed address");
  return subjectIdOf(parsed, world.secrets);
}

/** The link of the confirmation mail, for every consent that waits for it. */
export function confirmationPath(world: World, address: string, expiresAt?: Instant): Promise<string> {
  return pathTo(world, address, "consent.given", expiresAt);
}

/** The link of the mail about an order, for every order on record. */
export function orderPath(world: World, address: string, expiresAt?: Instant): Promise<string> {
  return pathTo(world, address, "contract.started", expiresAt);
}

/** Orders, and says from the mailbox that it was theirs. */
export async function buy(
  world: World,
  person: Visitor,
  fields: Fields & { readonly email: string },
): Promise<Seen> {
  const seen = await person.send("order", fields);
  await person.post(await orderPath(world, fields.email));
  return seen;
}

async function pathTo(world: World, address: string, type: string, expiresAt?: Instant): Promise<string> {
  const subject = subjectOf(world, address);
  const onRecord = await world.store.people.facts(subject);
  const facts = onRecord.filter(
    (fact) => fact.type === type && !onRecord.some(({ id }) => id === `confirmed-${fact.id}`),
  );
  const token: ConfirmationToken = {
    subject,
    facts: facts.map(({ id }) => id),
    expiresAt: expiresAt ?? ((world.clock.now() + 3_600_000) as Instant),
  };
  return `/c/${signConfirmationToken(token, world.secrets.tokenKey)}`;
}

export function wayOutToken(world: World, address: string, campaign: string | null): string {
  return signWayOutToken({ subject: subjectOf(world, address), campaign }, world.secrets.tokenKey);
}

/** What is on record of a person, as `type` and body. */
export async function onRecord(
  world: World,
  address: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const facts = await world.store.people.facts(subjectOf(world, address));
  return facts
    .filter(({ type }) => type !== "subject.described")
    .map(({ type, body }) => ({ ...body, type }));
}

/** The stored verdict for one purpose. */
export async function verdictOf(world: World, address: string, purpose: string): Promise<string> {
  const permissions = await world.store.permissions.ofSubject(subjectOf(world, address));
  const verdict = permissions.find((permission) => permission.purpose === purpose)?.verdict;
  return verdict?.basis ?? verdict?.code ?? "nothing";
}
