// A mailbox of a real IMAP server: what is understood is marked, what is not stays for people, and a lost line is found again.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { hear } from "../../src/listeners.ts";
import { readImapMailbox } from "../../src/smtp/imap-mailbox.ts";
import { needs } from "../support/needs.ts";
import { address, subjectOf, tellMany } from "../support/people.ts";
import { makeWorld, type TestWorld } from "../support/world.ts";
import { type Dovecot, openDovecot } from "./dovecot.ts";
import { listening, returned, send } from "./returned.ts";

// Whoever loses the line waits before trying again.
vi.setConfig({ testTimeout: 90_000 });

needs("dovecot").describe("a mailbox that is read by IMAP", (program) => {
  describe.skipIf(process.getuid?.() !== 0)("as root, as Dovecot wants it", () => {
    let world: TestWorld;
    let dovecot: Dovecot;
    let campaign = "";
    const faults: string[] = [];

    beforeAll(async () => {
      dovecot = await openDovecot(program);
      await dovecot.start();
      world = await makeWorld({ listening });
      await tellMany(world, 10);
      campaign = await send(world);
    });
    afterAll(async () => {
      await dovecot.stop();
      dovecot.remove();
      await world.close();
    });

    function read(url = dovecot.url): () => Promise<void> {
      const stop = new AbortController();
      const reading = readImapMailbox(
        {
          url,
          hear: (mail) => hear(world, mail, "inbound:imap"),
          onFault: (reason) => faults.push(reason),
        },
        stop.signal,
      );
      return async () => {
        stop.abort();
        await reading;
      };
    }
    async function put(name: string, email: string): Promise<void> {
      const client = await dovecot.connect();
      await client.append("INBOX", returned(world, name, campaign, email));
      await client.logout();
    }
    async function until(done: () => Promise<boolean>): Promise<void> {
      while (!(await done())) await sleep(100);
    }
    const typesOf = async (email: string) =>
      (await world.store.people.facts(subjectOf(world, email)))
        .filter(({ source }) => source === "inbound:imap")
        .map(({ type }) => type);
    /** The subjects in a folder that nobody has read. */
    async function unread(folder = "INBOX"): Promise<readonly string[]> {
      const client = await dovecot.connect();
      await client.mailboxOpen(folder);
      const uids = (await client.search({ seen: false }, { uid: true })) || [];
      const subjects: string[] = [];
      for (const uid of uids) {
        const mail = await client.fetchOne(uid, { envelope: true }, { uid: true });
        if (mail) subjects.push(mail.envelope?.subject ?? "");
      }
      await client.logout();
      return subjects;
    }

    test("is read at once, and what no machine can take stays unread", async () => {
      await put("postfix-unknown-user", address(0));
      await put("reply", address(1));
      await put("spam", address(1));
      const close = read();
      await until(async () => (await typesOf(address(0))).length > 0);
      // While it waits, the server tells of what is new.
      await put("arf-abuse", address(2));
      await put("leave-by-mail", address(3));
      await until(async () => (await typesOf(address(3))).length > 0);
      await close();
      expect(await typesOf(address(0))).toEqual(["address.bounced"]);
      expect(await typesOf(address(2))).toEqual(["complaint.received"]);
      expect(await typesOf(address(3))).toEqual(["consent.withdrawn"]);
      expect(await unread()).toEqual(["Re: Nieve en la sierra", "You won"]);
    });

    test("goes on after the server was away", async () => {
      const close = read();
      await put("qmail", address(4));
      await until(async () => (await typesOf(address(4))).length > 0);
      await dovecot.stop();
      await until(async () => faults.length > 0);
      await dovecot.start();
      await put("qmail", address(5));
      await until(async () => (await typesOf(address(5))).length > 0);
      await close();
      expect(faults.join()).not.toMatch(/secret|@/);
    });

    test("has what was understood moved, where a folder is named", async () => {
      const client = await dovecot.connect();
      await client.mailboxCreate("Heard");
      await client.logout();
      await put("postfix-full", address(6));
      const close = read(`${dovecot.url}?move=Heard`);
      await until(async () => {
        const client = await dovecot.connect();
        const status = await client.status("Heard", { messages: true });
        await client.logout();
        return status !== false && status.messages === 1;
      });
      await close();
      expect(await typesOf(address(6))).toEqual(["address.bounced"]);
      expect(await unread("Heard")).toEqual([]);
    });

    test("is read once, also where the server keeps no keywords", async () => {
      const plain = await openDovecot(program, { keywords: false });
      await plain.start();
      const client = await plain.connect();
      for (const [name, email] of [
        ["reply", address(7)],
        ["leave-by-mail", address(7)],
      ] as const)
        await client.append("INBOX", returned(world, name, campaign, email));
      const heard: string[] = [];
      const stop = new AbortController();
      const reading = readImapMailbox(
        {
          url: plain.url,
          async hear(mail) {
            heard.push(/^Subject: (.*?)\r$/m.exec(mail.raw.toString())?.[1] ?? "");
            return hear(world, mail, "inbound:imap");
          },
          onFault: (reason) => faults.push(reason),
        },
        stop.signal,
      );
      await until(async () => heard.length === 2);
      // The server tells of what is new, and the mailbox is looked through again.
      await client.append("INBOX", returned(world, "qmail", campaign, address(8)));
      const unseen = async () => (await client.search({ seen: false })) || [];
      await until(async () => heard.length > 2 && (await unseen()).length === 1);
      stop.abort();
      await reading;
      expect(heard).toEqual(["Re: Nieve en la sierra", "unsubscribe", "failure notice"]);
      expect(await unseen()).toEqual([1]);
      await client.logout();
      await plain.stop();
      plain.remove();
    });

    test("says why it cannot be read, and never with the password", async () => {
      faults.length = 0;
      const close = read(dovecot.url.replace("secret", "wrong"));
      await until(async () => faults.length > 0);
      await close();
      expect(faults[0]).toBe("the user or the password was refused");
    });
  });
});
