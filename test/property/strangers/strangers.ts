// Some people, and whoever else comes, before the public face: each request is watched for what it may not do.
import { deliverOutbox } from "../../../src/app/messages/deliver-outbox.ts";
import { decideFor, purposeOf } from "../../../src/app/subjects/decide-permissions.ts";
import { formatInstant } from "../../../src/core/instant.ts";
import type { SubjectId } from "../../../src/core/subject-id.ts";
import { readMail } from "../../../src/mail/read-mail.ts";
import { type AddressToken, signWayOutToken } from "../../../src/mail/tokens.ts";
import { subjectOf } from "../../support/people.ts";
import type { Face } from "./face.ts";
import { mayEnd, mayOpen, opening } from "./licences.ts";
import { places } from "./places.ts";
import { requestOf, type Sent, type Step } from "./requests.ts";
import { type Kind, type Known, saidBy } from "./tokens.ts";

export interface Strangers {
  readonly people: readonly string[];
  /** Sends the request, often after a look at the page, and throws where it did what it may not. */
  take(step: Step): Promise<void>;
  /** Opens every link of a mail as a scanner does, and then posts to those that open something, without the page. */
  scan(): Promise<void>;
  /** Every permit of every purpose as it is decided at this moment, with its basis. */
  permits(): Promise<ReadonlyMap<string, string>>;
}

/** @param run - other people for each. */
export function strangersAt(face: Face, run: number): Strangers {
  const { world, app, reached } = face;
  const people = [0, 1, 2, 3]
    .map((one) => `person-${run}-${one}@example.com`)
    .concat(`new-${run}@example.com`);
  const emails = new Map(people.map((email) => [subjectOf(world, email), email]));
  const emailOf = (subject: string) => emails.get(subject as SubjectId) ?? "";
  const known = new Map<string, Known>();
  const story: string[] = [];
  /** Who gave which new address: an old mail's way out stops that one too. */
  const heirs = new Map<string, string>();
  let read = world.caught.length;

  const learn = (kind: Kind, of: string, text: string) => {
    if (text !== "" && !known.has(text)) known.set(text, { kind, of, text, at: face.now() });
  };
  for (const email of people)
    for (const campaign of [null, face.campaign])
      learn(
        "wayOut",
        email,
        signWayOutToken({ subject: subjectOf(world, email), campaign }, world.secrets.tokenKey),
      );

  function insist(holds: boolean, otherwise: string): void {
    if (!holds) throw new Error(`${otherwise}\n${story.join("\n")}`);
  }

  /** The tokens that stand on what was shown. */
  function look({ route, form, link }: Sent, answer: string): void {
    if (route === "GET /api/v1/forms/:form")
      learn("embedded", form, /"token":"([^"]+)"/.exec(answer)?.[1] ?? "");
    const isForm = route.endsWith("/f/:form");
    for (const [, token = ""] of answer.matchAll(/name="token" value="([^"]+)"/g))
      learn(isForm ? "form" : "page", isForm ? form : (link?.of ?? ""), token);
  }

  async function readMails(): Promise<void> {
    while ((await deliverOutbox(world)) > 0);
    const kinds: Readonly<Record<string, Kind>> = {
      c: "confirmation",
      a: "address",
      r: "rights",
      p: "preferences",
      g: "guardian",
    };
    for (; read < world.caught.length; read += 1) {
      const mail = world.caught[read];
      // What waited since an earlier run is for people who are no longer looked at.
      if (!mail || !people.includes(mail.forwardPath)) continue;
      const { text } = await readMail(mail.raw);
      for (const [, letter = "", token = ""] of (text ?? "").matchAll(/\/([capgrw])\/([\w-]+)/g))
        learn(token.length === 64 ? "wayOut" : (kinds[letter] ?? "wayOut"), mail.forwardPath, token);
    }
  }

  /** What was on record when somebody last wrote. */
  let record: Awaited<ReturnType<typeof readRecord>> | undefined;
  async function readRecord(print: string) {
    const setup = await world.store.setup.current();
    if (!setup) throw new Error("nothing is set up");
    const found = await world.store.people.find([...emails.keys()]);
    return { print, setup, found, last: await face.lastPosition() };
  }
  async function onRecord() {
    const print = await face.fingerprint();
    if (record?.print !== print) record = await readRecord(print);
    return record;
  }

  /** As it is decided at this moment. */
  function permitsOn({ setup, found }: Awaited<ReturnType<typeof onRecord>>): ReadonlyMap<string, string> {
    const marketing = Object.values(setup.purposes).filter(({ content }) => content.kind === "marketing");
    const permits = new Map<string, string>();
    for (const person of found.values())
      for (const purpose of marketing) {
        const { basis } = decideFor(setup, person, purposeOf(purpose), face.now());
        if (basis) permits.set(`${emailOf(person.subject)} ${purpose.key}`, basis);
      }
    return permits;
  }

  function withHeirs(email: string): readonly string[] {
    const all = [email];
    for (let next = heirs.get(email); next && !all.includes(next); next = heirs.get(next)) all.push(next);
    return all;
  }

  async function watch(sent: Sent, act: () => Promise<void>): Promise<void> {
    const { route, link, token } = sent;
    story.push(inWords(sent));
    const stood = await onRecord();
    const before = permitsOn(stood);
    await act();
    const stands = await onRecord();
    if (!route.startsWith("POST")) insist(stood.print === stands.print, "it changed something");
    const added = stood.last === stands.last ? [] : await face.factsSince(stood.last);
    for (const { subject, id, type } of added) {
      reached.add(`${route} ${type}`);
      const fact = { email: emailOf(subject), id, type };
      insist(fact.email !== "", `a fact about somebody else: ${id}`);
      if (opening.includes(type)) insist(mayOpen(sent, fact, face.now()), `it put ${type} ${id} on record`);
    }
    if (route === "POST /f/:form" && token?.kind !== "form")
      insist(added.length === 0, "a form did something without its token");
    if (route === "POST /a/:token" && link && added.some(({ id }) => id.startsWith("left-")))
      heirs.set(emailOf(saidBy<AddressToken>(link.text)?.from ?? ""), link.of);

    const after = permitsOn(stands);
    const may = mayEnd(sent, face.now(), emailOf);
    const ended = may?.emails.flatMap(withHeirs) ?? [];
    for (const [permit, basis] of before) {
      if (after.has(permit)) continue;
      reached.add(`${route} ends ${basis}`);
      const isTheirs = ended.some((email) => permit.startsWith(`${email} `));
      insist(isTheirs && (may?.bases === "all" || may?.bases === basis), `it ended ${permit}, ${basis}`);
    }
    if (added.length > 0) await readMails();
  }

  const around = () => ({ people, known, keys: face.keys, at: formatInstant(face.now()) });
  async function take(step: Step): Promise<void> {
    const page = step.route.replace("POST", "GET");
    if (step.looks && page !== step.route && Object.hasOwn(places, page))
      await take({ ...step, route: page, times: 1, minutes: 0 });
    face.goOn(step.minutes);
    const sent = requestOf(step, around());
    await watch(sent, async () => {
      const asked = Array.from({ length: step.times }, async () => app.request(sent.path, sent.init));
      for (const answer of await Promise.all(asked)) look(sent, await answer.text());
    });
  }

  async function scan(): Promise<void> {
    const letters: Readonly<Partial<Record<Kind, string>>> = {
      confirmation: "c",
      address: "a",
      rights: "r",
      preferences: "p",
      guardian: "g",
    };
    const links = [...known.values()].flatMap((link) => {
      const letter = letters[link.kind];
      return letter === undefined ? [] : [{ link, letter }];
    });
    const bare = { form: "", email: "", token: null, link: null, fields: {}, init: {}, byOperator: false };
    await watch({ ...bare, route: "GET and HEAD of every link", path: "" }, async () => {
      for (const { link, letter } of links)
        for (const method of ["GET", "HEAD"]) await app.request(`/${letter}/${link.text}`, { method });
    });
    for (const { link, letter } of links) {
      const path = `/${letter}/${link.text}`;
      await watch({ ...bare, route: `POST /${letter}/:token`, path, link }, async () => {
        await app.request(path, { method: "POST" });
      });
    }
  }

  return { people, take, scan, permits: async () => permitsOn(await onRecord()) };
}

/** A line of the story that a failure tells. */
function inWords({ route, email, form, link, token, fields }: Sent): string {
  const { token: _, email: __, ...typed } = fields;
  const about = [
    form,
    email,
    link && `link ${link.kind} of ${link.of}`,
    token && `token ${token.kind} of ${token.of}`,
  ];
  return [route, ...about.filter(Boolean), JSON.stringify(typed)].join(", ");
}
