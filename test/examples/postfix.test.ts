// The example `examples/postfix/send.sh`: two thousand people, Debian's Postfix, one maildir.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ReadMail, readMail } from "../../src/mail/read-mail.ts";
import { needs } from "../support/needs.ts";

const script = join(import.meta.dirname, "..", "..", "examples", "postfix", "send.sh");
const mayStartPostfix = process.getuid?.() === 0;

needs("postfix").describe("a campaign through Postfix", () => {
  describe.skipIf(!mayStartPostfix)("as root, as Postfix wants it", () => {
    let said = "";
    let status: number | null = null;
    let scratch = "";
    let ended: Promise<void>;
    const running = new AbortController();

    beforeAll(() => {
      const child = spawn(script, { env: { PATH: process.env.PATH, KEEP: "1" }, signal: running.signal });
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text: string) => (said += text));
      child.on("error", (error) => (said += error.message));
      ended = new Promise((resolve) => {
        child.on("close", (code) => {
          status = code;
          scratch = /^kept: (\S+)$/m.exec(said)?.[1] ?? "";
          resolve();
        });
      });
      return ended;
    }, 120_000);

    afterAll(async () => {
      // Should it have taken too long: on SIGTERM the script stops its Postfix.
      running.abort();
      await ended;
      if (scratch !== "") rmSync(scratch, { recursive: true });
    });

    const mails = () => {
      const folder = join(scratch, "maildir", "all", "new");
      return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    };
    const header = (mail: ReadMail, name: string) =>
      mail.headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value.trim());

    test("exactly the permitted ones are reached, once each", () => {
      expect(said).toMatch(/^exactly the permitted ones, once each$/m);
      expect(status).toBe(0);
    });

    test("as many mails lie in the maildir as the campaign says it sent", () => {
      const [, sent = ""] = /^ +sent +([\d,]+) /m.exec(said) ?? [];
      expect(Number(sent.replace(",", ""))).toBeGreaterThan(0);
      expect(mails().length).toBe(Number(sent.replace(",", "")));
    });

    test("a received mail says who writes, and how to make it stop", async () => {
      const [raw = Buffer.alloc(0)] = mails();
      const mail = await readMail(raw);
      expect(header(mail, "list-unsubscribe")).toEqual([
        expect.stringMatching(/^<http:\/\/[^>]+\/u\/[^>]+>$/),
      ]);
      expect(header(mail, "list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
      expect(header(mail, "list-id")).toEqual([expect.stringContaining("<newsletter.lunaria.example>")]);
      for (const body of [mail.text, mail.html])
        expect(body).toContain("Calle de la Luna Nueva, 14, 28004 Madrid");
    });

    test("its Postfix is stopped when it ends", () => {
      const [, master = ""] =
        /^ *(\d+)/.exec(readFileSync(join(scratch, "queue", "pid", "master.pid"), "utf8")) ?? [];
      const cmdline = `/proc/${master}/cmdline`;
      expect(existsSync(cmdline) ? readFileSync(cmdline, "utf8") : "").not.toContain("master");
    });
  });
});
