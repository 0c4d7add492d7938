// Debian's Postfix with the lines of docs/operate/policy.md: who is permitted passes, and all others are refused in its own words.

import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type CredentialRequest, createCredential } from "../../src/app/gate/credentials.ts";
import type { PolicyConfig } from "../../src/config.ts";
import type { Instant } from "../../src/core/instant.ts";
import { openPolicies } from "../../src/policies.ts";
import { Dialogue } from "../gate/open.ts";
import { type PostfixRelay, postfixRelay } from "../smtp/postfix-relay.ts";
import { freePort } from "../support/free-port.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, tell } from "../support/people.ts";
import { cloneDatabase, makeWorld, type TestWorld } from "../support/world.ts";
import { type Line, openLine } from "./line.ts";

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Ground {
  readonly world: TestWorld;
  readonly line: Line;
  readonly postfix: PostfixRelay;
}

/** A Postfix that asks a policy service; the file system's socket is where the page says. */
async function open(
  request: Partial<CredentialRequest>,
  policy: Partial<PolicyConfig> = {},
  settings: readonly string[] = [],
  over: "tcp" | "socket" = "tcp",
): Promise<Ground> {
  const line = await openLine(await cloneDatabase());
  const world = await makeWorld({ databaseUrl: line.url, at: "2026-11-23T12:00:00Z" });
  await createCredential(world, {
    name: "shop",
    purpose: "newsletter",
    purposes: [],
    contract: "named",
    followers: "strip",
    observeUntil: null,
    perMinute: null,
    ...request,
  });
  await tell(world, "yes@example.com", goodConsent());
  const folder = mkdtempSync(join(tmpdir(), "licet-policy."));
  const group = Number(spawnSync("id", ["-g", "postfix"], { encoding: "utf8" }).stdout);
  chownSync(folder, 0, group);
  chmodSync(folder, 0o2750);
  const port = await freePort();
  const socket = join(folder, "policy");
  const policies = await openPolicies(world, {
    places: [over === "tcp" ? { host: "127.0.0.1", port } : { socket }],
    credential: "shop",
    whenUnknown: "defer",
    ...policy,
  });
  const asks = over === "tcp" ? `inet:127.0.0.1:${port}` : `unix:${socket}`;
  const postfix = await postfixRelay({
    domains: ["example.com"],
    decide: () => null,
    restrictions: `check_policy_service { ${asks}, timeout=20s }`,
    settings,
  });
  closing.push(
    () => line.close(),
    () => world.close(),
    () => rmSync(folder, { recursive: true }),
    () => policies.close(),
    () => postfix.close(),
  );
  if (over === "socket") expect(statSync(socket)).toMatchObject({ gid: group });
  return { world, line, postfix };
}

/** Hands a mail over to several recipients; answers what is said to each. */
async function handOver(postfix: PostfixRelay, to: readonly string[], user?: string): Promise<string[]> {
  const dialogue = await Dialogue.open(Number(new URL(postfix.url).port));
  try {
    await dialogue.say("EHLO shop.example");
    if (user !== undefined) await dialogue.say(`XCLIENT LOGIN=${user}`);
    if (user !== undefined) await dialogue.say("EHLO shop.example");
    const replies = await dialogue.mail(to, "Subject: Boots\r\n\r\nBoots are here.", "news@shop.example");
    return replies.slice(0, to.length);
  } finally {
    dialogue.close();
  }
}

needs("postfix").describe("Debian's Postfix", () => {
  describe.skipIf(process.getuid?.() !== 0)("as root, as Postfix wants it", () => {
    test.each(["tcp", "socket"] as const)(
      "over %s delivers to who is permitted, and says to who sends why not to others",
      async (over) => {
        const { world, postfix } = await open({}, {}, [], over);
        const replies = await handOver(postfix, ["yes@example.com", "no@example.com"]);
        expect(replies[0]).toMatch(/^250 2\.1\.5 /);
        expect(replies[1]).toBe(
          "550 5.7.1 <no@example.com>: Recipient address rejected: no-basis: not permitted for `newsletter`; http://127.0.0.1:4000/law/no-basis",
        );
        await expect.poll(() => postfix.delivered(), { timeout: 20_000 }).toEqual(["yes@example.com"]);
        expect(postfix.log()).toMatch(/reject: RCPT from .*: 550 5\.7\.1 <no@example\.com>: .*no-basis/);
        expect(
          (await world.store.verdicts.list({ asker: "shop" }, 10)).map(({ outcome }) => outcome).sort(),
        ).toEqual(["permit", "refusal"]);
      },
    );

    test("what Postfix itself refuses stays refused, also to who is permitted", async () => {
      const { world, postfix } = await open({}, {}, ["smtpd_data_restrictions = reject"]);
      await tell(world, "else@elsewhere.example", goodConsent());
      const replies = await handOver(postfix, ["else@elsewhere.example", "yes@example.com"]);
      expect(replies[0]).toMatch(/^554 5\.7\.1 .*Relay access denied/);
      expect(replies[1]).toMatch(/^250 /);
      expect(postfix.delivered()).toEqual([]);
    });

    test("by the user that signed in asks for the purpose of that credential", async () => {
      const { postfix } = await open({ name: "crm" }, { credential: null }, [
        "smtpd_authorized_xclient_hosts = 127.0.0.1",
      ]);
      const to = ["yes@example.com", "no@example.com"];
      expect((await handOver(postfix, to, "crm")).map((reply) => reply.slice(0, 9))).toEqual([
        "250 2.1.5",
        "550 5.7.1",
      ]);
      for (const user of [undefined, "warehouse"])
        for (const reply of await handOver(postfix, to, user)) expect(reply).toMatch(/^550 5\.7\.1 /);
    });

    test("while the credential observes delivers to all, and warns in its log of who would be refused", async () => {
      const { postfix } = await open({ observeUntil: Date.parse("2026-11-24T12:00:00Z") as Instant });
      const replies = await handOver(postfix, ["yes@example.com", "no@example.com"]);
      for (const reply of replies) expect(reply).toMatch(/^250 /);
      await expect
        .poll(() => postfix.delivered().sort(), { timeout: 20_000 })
        .toEqual(["no@example.com", "yes@example.com"]);
      expect(postfix.log()).toMatch(/warn: RCPT from .*no-basis.*to=<no@example\.com>/);
    });

    test("while Licet's PostgreSQL is away defers everybody, and goes on when it is back", async () => {
      const { line, postfix } = await open({});
      line.cut();
      for (const reply of await handOver(postfix, ["yes@example.com", "no@example.com"]))
        expect(reply).toMatch(/^450 4\.3\.0 /);
      line.mend();
      await expect
        .poll(async () => (await handOver(postfix, ["yes@example.com"]))[0], { timeout: 20_000 })
        .toMatch(/^250 /);
      await expect.poll(() => postfix.delivered(), { timeout: 20_000 }).toContain("yes@example.com");
    });

    test("left open, delivers to everybody meanwhile", async () => {
      const { line, postfix } = await open({}, { whenUnknown: "pass" });
      line.cut();
      for (const reply of await handOver(postfix, ["yes@example.com", "no@example.com"]))
        expect(reply).toMatch(/^250 /);
    });
  });
});
