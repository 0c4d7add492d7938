// A Postfix of a test's own, as a relay: one domain is its own, with one mailbox, and what it cannot deliver it reports to the listener.
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { freePort } from "../support/free-port.ts";

export interface Postfix {
  readonly url: string;
  log(): string;
  stop(): void;
}

/** @param listener - the port where mail for `domain` of the bounce address goes. */
export async function openPostfix(bounceDomain: string, listener: number): Promise<Postfix> {
  const folder = mkdtempSync("/tmp/licet-postfix-");
  const port = await freePort();
  for (const name of ["etc", "queue", "data", "mail"]) mkdirSync(`${folder}/${name}`);
  for (const name of ["", "/etc", "/queue"]) chmodSync(folder + name, 0o755);
  const uid = Number(execFileSync("id", ["-u", "postfix"], { encoding: "utf8" }));
  const gid = Number(execFileSync("id", ["-g", "postfix"], { encoding: "utf8" }));
  chownSync(`${folder}/data`, uid, gid);
  chownSync(`${folder}/mail`, 65_534, 65_534);
  writeFileSync(
    `${folder}/etc/main.cf`,
    `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/mail.log
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.example.test
disable_dns_lookups = yes
smtpd_peername_lookup = no
mynetworks = 127.0.0.1
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_reject_unlisted_recipient = no
mydestination =
alias_maps =
alias_database =
local_recipient_maps =
local_transport = error:5.1.1 nothing is local
default_transport = error:5.4.4 nothing leaves this machine
transport_maps = inline:{ {${bounceDomain} = smtp:[127.0.0.1]:${listener}} }
virtual_mailbox_domains = example.com
virtual_mailbox_maps = inline:{ {there@example.com = there/} }
virtual_mailbox_base = ${folder}/mail
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
notify_classes =
`,
  );
  const services = readFileSync("examples/postfix/master.cf", "utf8").replace("PORT", String(port));
  writeFileSync(`${folder}/etc/master.cf`, `${services}smtp unix - - n - - smtp\n`);
  const postfix = (verb: string) =>
    execFileSync("/usr/sbin/postfix", ["-c", `${folder}/etc`, verb], {
      env: { PATH: `${process.env.PATH}:/usr/sbin` },
      stdio: "ignore",
    });
  postfix("start");
  return {
    url: `smtp://127.0.0.1:${port}`,
    log: () => readFileSync(`${folder}/mail.log`, "utf8"),
    stop() {
      postfix("stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
