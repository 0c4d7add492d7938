// Debian's Postfix as a relay for one test: of its own folder, on loopback, with a policy that the test decides.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port.ts";

export interface PostfixRelay {
  readonly url: string;
  /** Every mail in the maildir: for whom, as Postfix wrote on top of it. */
  delivered(): string[];
  /** How many mails wait in its queue. */
  queued(): number;
  /** What it wrote into its log. */
  log(): string;
  /** Kills all of it, with what it is saying; its queue stays. */
  abort(): void;
  start(): void;
  close(): Promise<void>;
}

export interface PostfixOptions {
  /**
   * What it says at RCPT, asked with how often the recipient was named before: an action of access(5) such as
   * `450 4.7.1 later`, or null for yes. 421 ends the connection.
   */
  readonly decide: (recipient: string, before: number) => string | null;
  /** Restrictions of its own at RCPT (postconf(5)), in the place of that. */
  readonly restrictions?: string;
  /** Whose mail it takes. */
  readonly domains: readonly string[];
  /** Recipients that it takes, and passes on to a server on this machine: what that refuses, it reports to the reverse-path. */
  readonly passedOn?: { readonly recipients: readonly string[]; readonly port: number };
  /** More lines of main.cf. */
  readonly settings?: readonly string[];
  /** Where the reports go: domain and port on this machine. */
  readonly reports?: { readonly domain: string; readonly port: number };
}

const example = join(import.meta.dirname, "..", "..", "examples", "postfix");

export async function postfixRelay({
  decide,
  domains,
  passedOn,
  reports,
  restrictions,
  settings = [],
}: PostfixOptions): Promise<PostfixRelay> {
  const policy = await policyServer(decide);
  const port = await freePort();
  // Postfix gives up root before it delivers, and could not pass through a private folder.
  const scratch = mkdtempSync(join(tmpdir(), "licet-postfix."));
  chmodSync(scratch, 0o755);
  for (const folder of ["postfix", "queue", "data", "maildir"]) mkdirSync(join(scratch, folder));
  chownSync(join(scratch, "data"), userId("postfix"), userId("postfix"));
  chownSync(join(scratch, "maildir"), 65_534, 65_534);
  const inline = (pairs: readonly (readonly [string, string])[]) =>
    `inline:{ ${pairs.map(([name, value]) => `{ ${name} = ${value} }`).join(" ")} }`;
  const transports = [
    ...(passedOn?.recipients ?? []).map(
      (recipient) => [recipient, `smtp:[127.0.0.1]:${passedOn?.port}`] as const,
    ),
    ...(reports ? [[reports.domain, `smtp:[127.0.0.1]:${reports.port}`] as const] : []),
  ];
  writeFileSync(
    join(scratch, "postfix", "main.cf"),
    [
      readFileSync(join(example, "main.cf"), "utf8"),
      `scratch = ${scratch}`,
      `domains = ${domains.join(" ")}`,
      `smtpd_recipient_restrictions = ${restrictions ?? `check_policy_service inet:127.0.0.1:${policy.port}`}`,
      ...(transports.length > 0 ? [`transport_maps = ${inline(transports)}`] : []),
      ...settings,
      "",
    ].join("\n"),
  );
  const services = readFileSync(join(example, "master.cf"), "utf8").replace("PORT", String(port));
  writeFileSync(
    join(scratch, "postfix", "master.cf"),
    `${services}${transports.length > 0 ? "smtp unix - - n - - smtp\n" : ""}`,
  );
  const control = (verb: "start" | "stop" | "abort") => {
    // What is being killed may still be there, and be in the way of what begins.
    for (let tries = 1; ; tries += 1) {
      const { status, stderr } = spawnSync("/usr/sbin/postfix", ["-c", join(scratch, "postfix"), verb], {
        encoding: "utf8",
        env: { PATH: `${process.env.PATH}:/usr/sbin` },
      });
      if (verb !== "start" || status === 0) return;
      if (tries === 40) throw new Error(stderr || `postfix start ended with ${status}`);
      spawnSync("sleep", ["0.25"]);
    }
  };
  control("start");
  const mails = (folder: string): string[] =>
    readdirSync(join(scratch, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered: () =>
      mails("maildir")
        .filter((file) => file.includes("/new/"))
        .map((file) => /^Delivered-To: (.*)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? ""),
    log: () => readFileSync(join(scratch, "mail.log"), "utf8"),
    queued: () =>
      ["maildrop", "incoming", "active", "deferred"].reduce(
        (sum, folder) => sum + mails(join("queue", folder)).length,
        0,
      ),
    abort: () => control("abort"),
    start: () => control("start"),
    async close() {
      control("stop");
      await policy.close();
      if (process.env.KEEP !== "1") rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** Speaks the protocol of SMTPD_POLICY_README: `name=value` lines, an empty one, and `action=…` for an answer. */
async function policyServer(
  decide: PostfixOptions["decide"],
): Promise<{ port: number; close(): Promise<void> }> {
  const named = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let received = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      received += chunk;
      for (let end = received.indexOf("\n\n"); end >= 0; end = received.indexOf("\n\n")) {
        const recipient = /^recipient=(.*)$/m.exec(received.slice(0, end))?.[1] ?? "";
        received = received.slice(end + 2);
        const before = named.get(recipient) ?? 0;
        named.set(recipient, before + 1);
        socket.write(`action=${decide(recipient, before) ?? "DUNNO"}\n\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function userId(name: string): number {
  return Number(spawnSync("id", ["-u", name], { encoding: "utf8" }).stdout);
}
