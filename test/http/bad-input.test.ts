// What arrives late, twice, broken or hostile: a clear page in the person's language, and never a lost choice. Over real sockets.
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import type { DeclaredSetup } from "../../src/app/setup/setup.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { lunaria, makeWorld, type TestWorld } from "../support/world.ts";
import { confirmationPath, onRecord, tokenIn, verdictOf, wayOutToken } from "./visitor.ts";

let world: TestWorld;
let server: Awaited<ReturnType<typeof serve>>;
let number = 0;
let email: string;

beforeAll(async () => {
  world = await makeWorld({ at: "2026-11-23T10:00:00Z" });
  const limits = { posts: { requests: 10_000, windowSeconds: 60 } };
  server = await serve(createApp(world, { mailbox: false, ready: () => true, limits }), 0);
});
beforeEach(() => {
  email = `person-${++number}@example.com`;
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

interface Page {
  readonly status: number;
  readonly language: string | null;
  readonly text: string;
}

async function page(path: string, request?: RequestInit): Promise<Page> {
  const answer = await fetch(at(path), request);
  return {
    status: answer.status,
    language: answer.headers.get("content-language"),
    text: await answer.text(),
  };
}

async function open(form: string, language = "en"): Promise<string> {
  return tokenIn((await page(`/f/${form}?lang=${language}`)).text);
}

const post = (path: string, fields: Readonly<Record<string, string>>) =>
  page(path, { method: "POST", body: new URLSearchParams(fields) });

async function deliverAll(): Promise<void> {
  while ((await deliverOutbox(world)) > 0);
}

function declared(change: (setup: DeclaredSetup) => DeclaredSetup): DeclaredSetup {
  const read = readSetupFile(lunaria());
  if (!read.ok) throw new Error("the demo shop is malformed");
  return change(read.declared);
}

/** Sends these bytes as they are, and answers all that comes back until the server ends the connection. */
function raw(...parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1");
    let heard = "";
    socket.on("data", (bytes) => {
      heard += bytes;
    });
    socket.on("close", () => resolve(heard));
    // Once it has answered, the server need not take the rest.
    socket.on("error", (error) => (heard === "" ? reject(error) : resolve(heard)));
    for (const part of parts) socket.write(part);
  });
}

describe("a tab that has been open since last year", () => {
  afterAll(async () => {
    await applySetup(
      world,
      declared((setup) => setup),
    );
    world.setClock("2026-11-23T10:00:00Z");
  });

  test("counts under the wording that it showed", async () => {
    const token = await open("sign-up");
    world.setClock("2027-11-30T09:00:00Z");
    await applySetup(
      world,
      declared((setup) => {
        const clause = setup.clauses.newsletter;
        if (!clause) throw new Error("the demo shop has lost a clause");
        const text = { ...clause.text, en: clause.text.en?.replace("twice", "three times") ?? "" };
        return { ...setup, clauses: { ...setup.clauses, newsletter: { ...clause, text } } };
      }),
    );
    expect((await page("/f/sign-up?lang=en")).text).toContain("three times a month");

    const sent = await post("/f/sign-up", { token, email, box: "newsletter" });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain("Now look in your mailbox");
    expect(await onRecord(world, email)).toMatchObject([
      {
        type: "consent.given",
        at: "2027-11-30T09:00:00.000Z",
        clause: { version: "1" },
        form: { version: "1" },
      },
    ]);
  });

  test("does not put on record what the controller has given up since, says so, and keeps the rest", async () => {
    const token = await open("sign-up");
    const catalogue = await open("catalogue", "fr");
    await applySetup(
      world,
      declared((setup) => {
        const { "email-tracking": _, catalogue: __, ...purposes } = setup.purposes;
        const { "email-tracking": ___, ...clauses } = setup.clauses;
        const { catalogue: ____, ...forms } = setup.forms;
        const form = forms["sign-up"];
        if (!form) throw new Error("the demo shop has lost a form");
        return {
          ...setup,
          purposes,
          clauses,
          forms: { ...forms, "sign-up": { ...form, boxes: ["newsletter"] } },
        };
      }),
    );
    const body = new URLSearchParams([
      ["token", token],
      ["email", email],
      ["box", "newsletter"],
      ["box", "email-tracking"],
    ]);
    const both = await page("/f/sign-up", { method: "POST", body });
    expect(both.status).toBe(200);
    expect(both.text).toContain("we have given up what you ticked here");
    expect(both.text).toContain("Now look in your mailbox");
    expect(await onRecord(world, email)).toMatchObject([{ type: "consent.given", purpose: "newsletter" }]);

    email = `person-${++number}@example.com`;
    const alone = await post("/f/sign-up", { token, email, box: "email-tracking" });
    expect(alone.text).toContain("<h1>Nothing was recorded</h1>");
    expect(alone.text).not.toContain("Now look in your mailbox");
    const asked = await post("/f/catalogue", { token: catalogue, email });
    expect([asked.status, asked.language]).toEqual([200, "fr"]);
    expect(asked.text).toContain("Ce que vous avez demandé n’est plus proposé");
    expect(await onRecord(world, email)).toEqual([]);
  });
});

describe("more than once", () => {
  test("two tabs are two acts, and the second lowers nothing", async () => {
    const [first, second] = [await open("sign-up"), await open("sign-up")];
    await post("/f/sign-up", { token: first, email, box: "newsletter" });
    const link = await confirmationPath(world, email);
    await post(link, { token: tokenIn((await page(link)).text) });
    await post("/f/sign-up", { token: second, email, box: "newsletter" });
    expect(await verdictOf(world, email, "newsletter")).toBe("consent");
    const given = (await onRecord(world, email)).filter(({ type }) => type === "consent.given");
    expect(given).toHaveLength(2);
  });

  test("a double click is one act, and both are thanked", async () => {
    const token = await open("sign-up");
    const press = () => post("/f/sign-up", { token, email, box: "newsletter" });
    const [one, other] = await Promise.all([press(), press()]);
    expect(one).toEqual(other);
    expect(one.status).toBe(200);
    expect(await onRecord(world, email)).toHaveLength(1);
  });

  test("a page sent again for another address touches nothing of the first", async () => {
    const token = await open("sign-up");
    await post("/f/sign-up", { token, email, box: "newsletter" });
    const before = await onRecord(world, email);
    await post("/f/sign-up", { token, email: `other-${email}`, box: "newsletter" });
    expect(await onRecord(world, email)).toEqual(before);
    expect(await onRecord(world, `other-${email}`)).toHaveLength(1);
  });
});

describe("a body of ten megabytes", () => {
  const megabyte = "a".repeat(1_000_000);
  const head = (more: string) =>
    `POST /f/sign-up?lang=fr HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n${more}\r\n\r\n`;
  const told = /^HTTP\/1\.1 413 [\s\S]*C’était trop à la fois/;

  test("that says its size is answered unread, in the language of the page", async () => {
    const bytes = Array.from({ length: 10 }, () => megabyte);
    expect(await raw(head("Content-Length: 10000000\r\nConnection: close"), ...bytes)).toMatch(told);
  });

  test("that does not say its size is answered as soon as it is too large", async () => {
    const chunks = Array.from({ length: 10 }, () => `${megabyte.length.toString(16)}\r\n${megabyte}\r\n`);
    expect(
      await raw(head("Transfer-Encoding: chunked\r\nConnection: close"), ...chunks, "0\r\n\r\n"),
    ).toMatch(told);
  });

  test("that never comes keeps nobody waiting", async () => {
    expect(await raw(head("Content-Length: 10000000\r\nConnection: close"))).toMatch(told);
  });

  test.each([
    ["that says its size", "Content-Length: 10000000", (bytes: string) => bytes],
    [
      "that does not",
      "Transfer-Encoding: chunked",
      (bytes: string) => `${bytes.length.toString(16)}\r\n${bytes}\r\n`,
    ],
  ])("%s on the way out of a mail, and never ends: the stop binds all the same", async (_, size, framed) => {
    await post("/f/sign-up", { token: await open("sign-up"), email, box: "newsletter" });
    const path = `/u/${wayOutToken(world, email, null)}?lang=fr`;
    const heads = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${size}\r\nConnection: close\r\n\r\n`;
    const said = framed("List-Unsubscribe=One-Click&".padEnd(1_000_000, "a"));
    expect(await raw(heads, said, framed(megabyte))).toMatch(/^HTTP\/1\.1 200 [\s\S]*<html lang="fr">/);
    const stops = (await onRecord(world, email)).filter(({ type }) => type === "consent.withdrawn");
    expect(stops).toHaveLength(1);
  });

  test("leaves the server as it was", async () => {
    expect((await page("/f/sign-up")).status).toBe(200);
  });
});

describe("a body of another kind", () => {
  test("multipart is taken like any other, files in it are not", async () => {
    const body = new FormData();
    body.append("token", await open("sign-up"));
    body.append("email", email);
    body.append("box", "newsletter");
    body.append("country", new Blob(["FR"]), "country.txt");
    expect((await page("/f/sign-up", { method: "POST", body })).status).toBe(200);
    expect(await onRecord(world, email)).toHaveLength(1);
  });

  test.each([
    ["empty", {}],
    ["JSON", { body: '{"email":"ana@example.com"}', headers: { "content-type": "application/json" } }],
    ["plain text", { body: "email=ana@example.com", headers: { "content-type": "text/plain" } }],
    [
      "multipart without end",
      { body: "--x\r\n", headers: { "content-type": "multipart/form-data; boundary=x" } },
    ],
    ["without a type", { body: new Uint8Array([0xff, 0x00, 0x25, 0x25]) }],
  ])("%s: the form comes again, in the language of the page", async (_, request: RequestInit) => {
    const { status, language, text } = await page("/f/sign-up?lang=es", { method: "POST", ...request });
    expect([status, language]).toEqual([422, "es"]);
    expect(text).toContain("Esta página no llegó completa");
    expect(text).toContain('name="token"');
  });

  test("a path that is no text at all is a clear page", async () => {
    for (const path of ["/f/%E0%A4%A", "/f/%00", "/f/..%2f..%2fetc", `/f/${"x".repeat(4000)}`])
      expect((await page(path)).text).toContain("</html>");
  });
});

describe("an address that is legal but odd", () => {
  test.each([
    ["letters beyond ASCII", "josé.niño@example.com"],
    ["a domain beyond ASCII", "ana@bücher.example"],
    ["an IPv4 literal", "ana@[192.0.2.7]"],
    ["an IPv6 literal", "ana@[IPv6:2001:db8::7]"],
    ["every sign of an atom", "!#$%&'*+/=?^_`{|}~-@example.com"],
  ])("%s is taken, and its mail reaches exactly that mailbox", async (_, odd) => {
    await deliverAll();
    const before = world.caught.length;
    const sent = await post("/f/sign-up", { token: await open("sign-up"), email: odd, box: "newsletter" });
    expect(sent.status).toBe(200);
    expect(await onRecord(world, odd)).toHaveLength(1);
    await deliverAll();
    expect(world.caught.slice(before).map(({ forwardPath }) => forwardPath)).toEqual([odd]);
  });

  // The test's own mail server, like that of the demo, knows no quoted local part; what is on record is what is shown here.
  test.each([
    '"ana..maria"@example.com',
    '"ana maria"@example.com',
    '"ana@home"@example.com',
    `"<script>"@example.com`,
  ])("%s is taken, and comes back to the page as text", async (odd) => {
    const token = await open("sign-up");
    const sent = await post("/f/sign-up", { token, email: odd, box: "newsletter" });
    expect(sent.status).toBe(200);
    expect(await onRecord(world, odd)).toHaveLength(1);
    const again = await post("/f/sign-up", { token, email: odd });
    expect(again.text).toContain("Tick at least one box.");
    expect(again.text).not.toContain("<script");
  });
});

describe("a field with more in it than belongs there", () => {
  const hostile = [
    "ana@example.com\r\nBcc: all@example.com",
    "ana@example.com\0",
    "ana@example.com, bea@example.com",
    "<ana@example.com>",
    '"><script>alert(1)</script>@example.com',
    "ana@example.com\u2028Bcc: all@example.com",
    "javascript:alert(1)//@example.com\n",
  ];

  test.each(hostile)(
    "as the address, %j is no address: nothing is on record, and it comes back harmless",
    async (value) => {
      await deliverAll();
      const letters = world.caught.length;
      const { status, text } = await post("/f/sign-up", {
        token: await open("sign-up"),
        email: value,
        box: "newsletter",
      });
      expect(status).toBe(422);
      expect(text).not.toMatch(/<script|\r|\0/);
      await deliverAll();
      expect(world.caught).toHaveLength(letters);
    },
  );

  test("in every field at once, scripts are text", async () => {
    const script = '"><script>alert(1)</script>';
    const fields = {
      token: script,
      email: script,
      country: script,
      product: script,
      box: script,
      refused: script,
    };
    for (const form of ["sign-up", "order", "catalogue", script, encodeURIComponent(script)]) {
      const { text } = await post(`/f/${form}?lang=${script}`, fields);
      expect(text).toContain("</html>");
      expect(text).not.toMatch(/<script/i);
    }
  });

  test("a country or a product that is not on offer is told, and what was typed stays", async () => {
    const token = await open("order");
    const { status, text } = await post("/f/order", { token, email, country: "XX", product: "constructor" });
    expect(status).toBe(422);
    expect(text).toContain(`value="${email}"`);
    expect(text).toContain("Choose a country from the list");
    expect(text).toContain("Choose what you would like to order");
  });
});
