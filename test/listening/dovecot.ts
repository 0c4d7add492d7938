// A Dovecot of a test's own: one user, one mailbox in a folder below /tmp, on loopback.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { freePort } from "../support/free-port.ts";

export interface Dovecot {
  readonly url: string;
  /** A connection to it as any mail program has one, with the inbox open. */
  connect(): Promise<ImapFlow>;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): void;
}

/** @param keywords - whether it keeps them; one that does not lets its user set `\\Seen` and `\\Deleted` alone. */
export async function openDovecot(program: string, { keywords = true } = {}): Promise<Dovecot> {
  // Below /tmp, whose folders other users may pass through: Dovecot gives up root.
  const folder = mkdtempSync("/tmp/licet-dovecot-");
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "mail"));
  chmodSync(join(folder, "mail"), 0o777);
  const port = await freePort();
  const file = join(folder, "dovecot.conf");
  writeFileSync(join(folder, "rights"), "* owner lrstipekxa\n");
  writeFileSync(
    file,
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
first_valid_uid = 1
mail_location = maildir:${folder}/mail/box
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=65534 gid=65534 home=${folder}/mail
}
${keywords ? "" : `mail_plugins = acl\nplugin {\n  acl = vfile:${folder}/rights\n}\n`}`,
  );
  let running: ChildProcess | null = null;
  const connect = async () => {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port,
      secure: false,
      auth: { user: "bounces", pass: "secret" },
      logger: false,
    });
    client.on("error", () => {});
    await client.connect();
    await client.mailboxOpen("INBOX");
    return client;
  };
  return {
    url: `imap://bounces:secret@127.0.0.1:${port}/INBOX`,
    connect,
    async start() {
      running = spawn(program, ["-F", "-c", file], { stdio: "ignore" });
      for (let tries = 0; ; tries += 1) {
        const client = await connect().catch(() => null);
        if (client) return void (await client.logout());
        if (tries > 50 || running.exitCode !== null)
          throw new Error(`Dovecot did not start; see ${folder}/log`);
        await sleep(100);
      }
    },
    async stop() {
      if (running === null || running.exitCode !== null) return;
      const ended = once(running, "exit");
      running.kill("SIGTERM");
      await ended;
      running = null;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
