// What other programs make of a signed letter of a campaign: OpenDKIM checks both signatures, SpamAssassin its looks.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Instant } from "../../src/core/instant.ts";
import type { Language } from "../../src/core/languages.ts";
import { dkimSignatures } from "../../src/mail/dkim.ts";
import { newDkimKeys, readyKey, recordName, recordText } from "../../src/mail/dkim-keys.ts";
import { composeFormLetter } from "../../src/mail/form-letter.ts";
import { compileTemplate, type TemplateSource } from "../../src/mail/template.ts";
import { readTemplateFile } from "../../src/mail/template-file.ts";
import { needs } from "../support/needs.ts";

const folder = mkdtempSync(join(tmpdir(), "licet-signed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const now = Date.now() as Instant;
const keys = newDkimKeys("lunaria.example", now, []);
const lunaria = join(import.meta.dirname, "..", "..", "examples", "lunaria", "spring.md");

const letters: readonly (readonly [title: string, language: Language, template: TemplateSource])[] = [
  ["the demo's", "en", readTemplateFile("spring.md", readFileSync(lunaria, "utf8")).template],
  [
    "one in MJML",
    "fr",
    {
      format: "mjml",
      subject: "Des chaussures d’été pour {{ address }}",
      body: `<mjml><mj-body><mj-section><mj-column><mj-text>Bonjour {{ address }}, la collection est arrivée à l’atelier, et nous vous attendons.</mj-text><mj-button href="https://lunaria.example/printemps">Voir la collection</mj-button></mj-column></mj-section></mj-body></mjml>`,
    },
  ],
  [
    "one with dots and long lines",
    "es",
    {
      format: "markdown",
      subject: "Zapatos de primavera",
      body: `Hola {{ address }}\n\n.\n\n.punto ${"cosido a mano, despacio y sin prisa ".repeat(40)}`,
    },
  ],
];

async function written(language: Language, source: TemplateSource): Promise<Buffer> {
  const controller = {
    name: "Lunaria Calzados, S.L.",
    address: "Calle Mayor 1, 28013 Madrid",
    website: null,
  };
  const form = await composeFormLetter(await compileTemplate(source), {
    id: "0192d3a0-0000-7000-8000-0000000000ca",
    sender: { name: "Lunaria", address: "news@lunaria.example" },
    controller: {
      ...controller,
      registration: "RM Madrid, T 1, F 2",
      privacyContact: "privacy@lunaria.example",
    },
    shared: { language, country: null, purpose: { key: "newsletter", label: "Novedades" }, controller },
  });
  const letter = form.fill({
    address: "anna@example.com",
    links: {
      unsubscribe: `https://lunaria.example/u/${"Ab1_".repeat(16)}`,
      preferences: `https://lunaria.example/p/${"Ab1_".repeat(16)}`,
      why: `https://lunaria.example/w/${"Ab1_".repeat(16)}`,
    },
    reversePath: "bounces@lunaria.example",
    date: now,
    messageId: "<0192d3a0-0000-7000-8000-000000000001@lunaria.example>",
  });
  return Buffer.concat([await dkimSignatures(letter.raw, keys.map(readyKey), now), letter.raw]);
}

needs("opendkim").describe("OpenDKIM", (opendkim) => {
  test.each(letters)("finds both signatures of a letter good: %s", async (_, language, source) => {
    const [mail, known, settings] = ["mail", "keys", "settings"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(known, keys.map((key) => `${recordName(key)} ${recordText(key)}\n`).join(""));
    writeFileSync(
      settings,
      `Mode v\nSyslog no\nAlwaysAddARHeader yes\nInternalHosts /dev/null\nTestPublicKeys ${known}\n`,
    );
    writeFileSync(mail, await written(language, source));
    const { stdout, stderr } = spawnSync(opendkim, ["-x", settings, "-vv", "-t", mail], { encoding: "utf8" });
    const results = [...`${stdout}${stderr}`.matchAll(/dkim=(\w+)[\s\S]*?header\.a=([\w-]+)/g)].map(
      ([, result, by]) => `${by} ${result}`,
    );
    expect(results.sort()).toEqual(["ed25519-sha256 pass", "rsa-sha256 pass"]);
  });
});

needs("spamassassin").describe("SpamAssassin", (spamassassin) => {
  test.each(letters)(
    "finds nothing to hold against a letter: %s",
    async (_, language, source) => {
      const { stdout } = spawnSync(spamassassin, ["-L", "-t", "-x"], {
        encoding: "utf8",
        input: await written(language, source),
        env: { ...process.env, HOME: folder },
      });
      const [report = "", points] =
        /Content analysis details:\s+\((-?[\d.]+) points[\s\S]*/.exec(stdout) ?? [];
      expect(Number(points), report).toBeLessThan(1);
    },
    60_000,
  );
});
