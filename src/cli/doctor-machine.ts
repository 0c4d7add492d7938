// What a check of the installation looks at on this machine and around it: relays, links, certificates, keys, clock, disk.
import { execFile } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import { connect } from "node:tls";
import { promisify } from "node:util";
import { type Finding, of } from "../app/doctor/finding.ts";
import type { DeclaredRelay } from "../app/setup/relays-file.ts";
import { mostClockOffMs } from "../compose.ts";
import type { CertificateFiles, Config } from "../config.ts";
import { clockToleranceMs } from "../ledger/clock.ts";
import { tryRelay } from "../smtp/try-relay.ts";

const dayMs = 86_400_000;
/** A certificate that ends sooner should have been renewed by now: those of Let's Encrypt are 30 days before their end. */
const renewBeforeMs = 14 * dayMs;
/** Below it a busy day may fill the disk; below the other, PostgreSQL soon stops. */
const roomyBytes = 2 * 1024 ** 3;
const fullBytes = 256 * 1024 ** 2;
const waitMs = 5000;

const localHost = /^(localhost|127\.[\d.]+|\[?::1\]?)$/;

export async function checkRelays(
  declared: readonly Pick<DeclaredRelay, "name" | "url">[] | null,
): Promise<readonly Finding[]> {
  if (declared === null)
    return [
      of("relay", "none").look(
        "mail stays in the built-in mailbox, and nothing leaves this machine",
        "to send for real, set `LICET_SMTP_URL`, or write relays.yaml",
      ),
    ];
  const trials = await Promise.all(declared.map(tryRelay));
  return trials.map(({ at, ready, encrypted, problem }) => {
    const { good, look, bad } = of("relay", at);
    if (!ready) return bad(`it cannot be used: ${problem}`, "look at its address, its name and its password");
    return encrypted || localHost.test(at.replace(/:\d+$/, ""))
      ? good(encrypted ? "it lets Licet in, encrypted" : "it lets Licet in, on this machine")
      : look(
          "it lets Licet in without encryption, so whoever is on the way reads every mail (GDPR 32(1)(a))",
          "use a port with TLS, or ask for it with `?tls=required`",
        );
  });
}

/**
 * Whether the links in mail, and with them every way out, lead to this server, encrypted.
 *
 * @param leaves - whether mail goes anywhere but to the built-in mailbox.
 */
export async function checkLinks(
  { publicUrl }: Pick<Config, "publicUrl">,
  leaves: boolean,
): Promise<readonly Finding[]> {
  const { hostname, protocol, port } = new URL(publicUrl);
  const { good, look, bad, unknown } = of("links", publicUrl);
  if (localHost.test(hostname))
    return [
      (leaves ? bad : look)(
        "links in mail, and with them the way out, lead to this machine alone",
        "before you send for real, set `LICET_PUBLIC_URL` to where people reach the pages",
      ),
    ];
  if (protocol !== "https:")
    return [
      bad(
        "links in mail are not encrypted, and one-click must be (RFC 8058 3.1)",
        "let a web server with HTTPS stand in front, and set `LICET_PUBLIC_URL` to it",
      ),
    ];
  const certificate = await checkCertificate(hostname, port === "" ? 443 : Number(port));
  if (certificate.grade !== "good" && certificate.grade !== "look") return [certificate];
  try {
    const response = await fetch(`${publicUrl}/healthz`, {
      redirect: "manual",
      signal: AbortSignal.timeout(waitMs),
    });
    const body: unknown = response.ok ? await response.json().catch(() => null) : null;
    const isLicet = typeof body === "object" && body !== null && "status" in body;
    return [
      certificate,
      isLicet
        ? good("links in mail lead to Licet")
        : bad(
            `what answers there is not a running Licet (HTTP ${response.status})`,
            "start Licet, and see that the web server in front hands everything on, without redirecting",
          ),
    ];
  } catch {
    return [
      certificate,
      unknown("it did not answer within five seconds", "see whether Licet runs behind it"),
    ];
  }
}

/** Source: RFC 9525. */
async function checkCertificate(host: string, port: number): Promise<Finding> {
  const { good, look, bad, unknown } = of("TLS", host);
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  const { promise, resolve } = Promise.withResolvers<Finding>();
  const socket = connect(
    {
      host: bare,
      port,
      ...(isIP(bare) === 0 && { servername: bare }),
      timeout: waitMs,
      rejectUnauthorized: false,
    },
    () => {
      const endsAt = Date.parse(socket.getPeerCertificate().valid_to);
      if (!socket.authorized)
        resolve(
          bad(
            `its certificate is not valid (${socket.authorizationError}), so browsers show a warning and one-click fails`,
            "renew it, with its whole chain",
          ),
        );
      else resolve(endingAt(endsAt, good, look));
      socket.end();
    },
  );
  socket.on("error", (error: NodeJS.ErrnoException) =>
    resolve(
      unknown(
        `it cannot be reached from here (${error.code ?? error.message})`,
        "see from another network whether it can be reached",
      ),
    ),
  );
  socket.on("timeout", () => {
    resolve(
      unknown("it did not answer within five seconds", "see from another network whether it can be reached"),
    );
    socket.destroy();
  });
  return promise;
}

type Told = ReturnType<typeof of>["good"];

function endingAt(endsAt: number, good: Told, look: Told): Finding {
  const days = Math.floor((endsAt - Date.now()) / dayMs);
  const words = `the certificate holds for ${days} more days`;
  return endsAt - Date.now() > renewBeforeMs
    ? good(words)
    : look(words, "renew it, and see why that was not done by itself");
}

/** The certificates that the ports for bounces and of the gate show. */
export function checkOwnTls({ listening, gate }: Config): readonly Finding[] {
  const { inbound, inboundTls } = listening;
  const findings: Finding[] = [];
  if (inbound)
    findings.push(
      inboundTls
        ? checkFiles(`${inbound.host}:${inbound.port}`, "LICET_INBOUND_TLS", inboundTls)
        : of("TLS", `${inbound.host}:${inbound.port}`).look(
            "bounces are taken without encryption",
            "set `LICET_INBOUND_TLS` to a certificate and its key",
          ),
    );
  // Without a certificate it serves this machine alone.
  if (gate?.tls)
    findings.push(checkFiles(`${gate.host}:${gate.tlsPort ?? gate.port}`, "LICET_GATE_TLS", gate.tls));
  return findings;
}

function checkFiles(about: string, setting: string, files: CertificateFiles): Finding {
  const { good, look, bad } = of("TLS", about);
  try {
    const certificate = new X509Certificate(readFileSync(files.certificate));
    if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(files.key))))
      return bad(
        `the key of \`${setting}\` is not that of its certificate`,
        "name the two that belong together",
      );
    const endsAt = Date.parse(certificate.validTo);
    return endsAt < Date.now()
      ? bad(`the certificate of \`${setting}\` has ended`, "renew it, then start Licet again")
      : endingAt(endsAt, good, look);
  } catch {
    return bad(`a file of \`${setting}\` cannot be read as PEM`, "name a certificate and its key");
  }
}

/** Whether nobody but the owner can read what must stay secret. */
export function checkSecrets({ dataFolder }: Config): readonly Finding[] {
  const { good, bad } = of("keys", dataFolder);
  const names = ["secret", "master-key", "licet.env", "relays.yaml", "postgres.json"];
  try {
    names.push(...readdirSync(join(dataFolder, "dkim")).map((name) => join("dkim", name)));
  } catch {}
  const open = names.filter((name) => ((modeOf(join(dataFolder, name)) ?? 0) & 0o077) !== 0);
  // Where others cannot enter the folder, they reach nothing in it.
  const closed = ((modeOf(dataFolder) ?? 0) & 0o011) === 0;
  return [
    open.length === 0 || closed
      ? good("what is secret can be read by its owner alone")
      : bad(
          `others on this machine can read \`${open.join("`, `")}\``,
          `\`chmod 700 ${dataFolder}\`, and make new keys where somebody may have read them`,
        ),
  ];
}

function modeOf(path: string): number | null {
  try {
    return statSync(path).mode;
  } catch {
    return null;
  }
}

/** @param offMs - by how much the clock of the database differs at least. */
export function checkDatabaseClock(offMs: number): Finding {
  const { good, bad } = of("clock", "database");
  const then = offMs > clockToleranceMs ? "facts are refused" : "workers send nothing";
  return offMs > mostClockOffMs
    ? bad(
        `its clock and this machine's differ by ${(offMs / 1000).toFixed(1)} s, so that ${then}`,
        "let both machines keep their clocks by the network (NTP)",
      )
    : good("it agrees with this machine's");
}

/** Whether the kernel's clock is kept by the network; asked of systemd. What is told beside a wrong time proves nothing. */
export async function checkClock(): Promise<Finding> {
  const { good, look, unknown } = of("clock", "this machine");
  const manual = "see whether something keeps it by the network (NTP), such as chrony";
  try {
    const { stdout } = await promisify(execFile)(
      "timedatectl",
      ["show", "--property=NTPSynchronized", "--value"],
      {
        timeout: waitMs,
      },
    );
    return stdout.trim() === "yes"
      ? good("its clock is kept by the network")
      : look("nothing keeps its clock right", "`timedatectl set-ntp true`, or install chrony");
  } catch {
    return unknown("it does not tell whether its clock is kept right", manual);
  }
}

export async function checkDisk({ dataFolder }: Config): Promise<readonly Finding[]> {
  const { good, look, bad, unknown } = of("disk", dataFolder);
  try {
    const { bavail, bsize } = await statfs(dataFolder);
    const room = bavail * bsize;
    const words = `${(room / 1024 ** 3).toFixed(1)} GB free`;
    const remedy = "make room: with a full disk nothing can be put on record, and nothing is sent";
    return [room < fullBytes ? bad(words, remedy) : room < roomyBytes ? look(words, remedy) : good(words)];
  } catch {
    return [unknown("how much room there is cannot be read")];
  }
}
