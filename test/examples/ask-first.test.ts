// The examples for software that sends by itself, as they stand in the repository: they ask, and what is refused does not go.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import nodemailer from "nodemailer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askFirst, NotPermitted } from "../../examples/nodemailer/ask-first.ts";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { type ScriptedServer, scriptedServer } from "../smtp/scripted-server.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";

const ana = "ana@example.com";
const stranger = "stranger@example.com";
let world: TestWorld;
let licet: { url: string; key: string };
let server: Awaited<ReturnType<typeof serve>>;
let mailServer: ScriptedServer;

beforeEach(async () => {
  world = await makeWorld();
  await tell(world, ana, goodConsent());
  const { secret } = await createApiKey(world, { name: "shop", scopes: ["permits:ask"] });
  server = await serve(createApp(world, { mailbox: false, ready: () => true }), 0);
  licet = { url: `http://127.0.0.1:${server.port}`, key: secret };
  mailServer = await scriptedServer(() => ({}));
});
afterEach(async () => {
  await mailServer.close();
  await server.close();
  await world.close();
});

/** The permits that were given about Ana. */
const permits = async () =>
  (await world.store.verdicts.list({ subject: subjectOf(world, ana) }, 9)).map(({ id }) => id);
const headerOf = (message: string | undefined) => /^X-Licet-Permit: (.+)$/im.exec(message ?? "")?.[1]?.trim();

describe("nodemailer", () => {
  const mail = { from: "shop@example.com", subject: "Spring", text: "The new shoes are here." };
  const news = { purpose: "newsletter" };
  const transport = (to = licet) =>
    askFirst(nodemailer.createTransport({ host: "127.0.0.1", port: mailServer.port, ignoreTLS: true }), to);

  test("sends what is permitted, with the id of the permit in a header", async () => {
    await transport().sendMail({ ...mail, to: ana, licet: news });
    expect(mailServer.messages).toHaveLength(1);
    expect([headerOf(mailServer.messages[0])]).toEqual(await permits());
  });

  test("sends nothing to whoever may not be written to, however they are addressed, and says why", async () => {
    for (const to of [
      { to: stranger },
      { to: ana, cc: stranger },
      { to: ana, bcc: stranger },
      { to: ana, envelope: { from: mail.from, to: stranger } },
    ])
      await expect(transport().sendMail({ ...mail, ...to, licet: news })).rejects.toMatchObject({
        name: "NotPermitted",
        answers: [{ email: stranger, code: "no-basis" }],
      });
    expect(mailServer.messages).toEqual([]);
  });

  test("asks for what the mail declares of itself", async () => {
    const contract = {
      id: "start",
      type: "contract.started",
      contract: "ORDER-17",
      at: "2026-11-21T10:00:00Z",
    };
    await tell(world, ana, contract);
    const order = (blocks: string[]) => ({ purpose: "orders", message: { contract: "ORDER-17", blocks } });
    await transport().sendMail({ ...mail, to: ana, licet: order(["service"]) });
    await expect(transport().sendMail({ ...mail, to: ana, licet: order(["promo"]) })).rejects.toBeInstanceOf(
      NotPermitted,
    );
    expect(mailServer.messages).toHaveLength(1);
  });

  test("sends nothing while nobody answers, or to a mail that does not say what it is for", async () => {
    const away = transport({ ...licet, url: "http://127.0.0.1:1" });
    await expect(away.sendMail({ ...mail, to: ana, licet: news })).rejects.toThrow();
    await expect(
      transport({ ...licet, key: "licet_none" }).sendMail({ ...mail, to: ana, licet: news }),
    ).rejects.toThrow("401");
    await expect(transport().sendMail({ ...mail, to: ana } as never)).rejects.toThrow("what it is for");
    expect(mailServer.messages).toEqual([]);
  });
});

needs("python3").describe("Python", (python) => {
  const script = join(import.meta.dirname, "..", "..", "examples", "python", "ask_first.py");
  const run = (environment: object, ...typed: string[]) =>
    promisify(execFile)(python, [script, ...typed], {
      env: { LICET_URL: licet.url, LICET_KEY: licet.key, SMTP_PORT: String(mailServer.port), ...environment },
    });

  test("sends what is permitted with the id of the permit, and keeps the rest", async () => {
    const { stdout } = await run({}, "newsletter", ana, stranger);
    expect(stdout).toBe(`sent ${ana}\nkept ${stranger} no-basis\n`);
    expect(mailServer.messages).toHaveLength(1);
    expect([headerOf(mailServer.messages[0])]).toEqual(await permits());
  });

  test("sends nothing while nobody answers", async () => {
    await expect(run({ LICET_URL: "http://127.0.0.1:1" }, "newsletter", ana)).rejects.toThrow(
      "Connection refused",
    );
    expect(mailServer.messages).toEqual([]);
  });
});
