// What some tests need beyond npm: Debian packages. Absent, the test is skipped and says which; under `.ci/run` it fails.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, test } from "vitest";

/** `at` is what the test uses: the program, or the address of the running server. `.ci/run` installs every package. */
export const tools = {
  // The shell is the browser without its own windows: it computes a third of what the whole of it does.
  chromium: {
    package: "chromium-headless-shell",
    at: program("/usr/bin/chromium-headless-shell") ?? program("/usr/bin/chromium"),
  },
  openssl: { package: "openssl", at: program("/usr/bin/openssl") },
  python3: { package: "python3", at: program("/usr/bin/python3") },
  php: { package: "php-cli", at: program("/usr/bin/php") },
  pdftotext: { package: "poppler-utils", at: program("/usr/bin/pdftotext") },
  pdftoppm: { package: "poppler-utils", at: program("/usr/bin/pdftoppm") },
  pdfinfo: { package: "poppler-utils", at: program("/usr/bin/pdfinfo") },
  swaks: { package: "swaks", at: program("/usr/bin/swaks") },
  msmtp: { package: "msmtp", at: program("/usr/bin/msmtp") },
  postfix: { package: "postfix", at: program("/usr/sbin/postfix") },
  "smtp-source": { package: "postfix", at: program("/usr/sbin/smtp-source") },
  "smtp-sink": { package: "postfix", at: program("/usr/sbin/smtp-sink") },
  opendkim: { package: "opendkim", at: program("/usr/sbin/opendkim") },
  spamassassin: { package: "spamassassin", at: program("/usr/bin/spamassassin") },
  dovecot: { package: "dovecot-imapd", at: program("/usr/sbin/dovecot") },
  gcc: { package: "gcc", at: program("/usr/bin/gcc") },
  "libc6-dev": { package: "libc6-dev", at: program("/usr/include/dlfcn.h") },
  "mount namespace": { package: "util-linux", at: program("/usr/bin/nsenter") && mountable() },
  "network namespace": { package: "iproute2", at: connectable() },
  "postgresql-15": { package: "postgresql-15", at: process.env.LICET_TEST_POSTGRES15_URL },
} as const satisfies Record<string, { package: string; at: string | undefined }>;

/** Every Debian package that some test needs. */
export const packages = [...new Set(Object.values(tools).map((tool) => tool.package))];

function program(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}

/** A container may have the program and not the right to use it. */
function mountable(): string | undefined {
  const user = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
  const mount = ["--mount", "mount", "-t", "tmpfs", "licet", "/mnt"];
  return spawnSync("unshare", [...user, ...mount], { stdio: "ignore" }).status === 0 ? "unshare" : undefined;
}

/** A wire between two networks takes root. */
function connectable(): string | undefined {
  const script = "ip link add licetprobe type bridge && ip link del licetprobe";
  return spawnSync("unshare", ["--net", "sh", "-c", script], { stdio: "ignore" }).status === 0
    ? "unshare"
    : undefined;
}

/**
 * A group of tests that run only where a tool is present.
 *
 * @example
 * needs("chromium").describe("the form in a browser", (chromium) => {
 *   test("works with scripts off", async () => { await launch({ executablePath: chromium }); });
 * });
 */
export function needs(tool: keyof typeof tools) {
  const { at, package: debianPackage } = tools[tool];
  return {
    describe(title: string, tests: (at: string) => void): void {
      const needy = `${title} (needs the Debian package \`${debianPackage}\`)`;
      if (at !== undefined) describe(title, () => tests(at));
      else if (!process.env.LICET_EVERYTHING) describe.skip(needy, () => tests(""));
      else
        test(needy, () => {
          throw new Error(`\`${tool}\` is absent; install the Debian package \`${debianPackage}\``);
        });
    },
  };
}
