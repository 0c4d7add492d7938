// The pages of docs/reference are made from the sources; `npx vitest run test/house/reference.test.ts -u` writes them anew.
import { expect, test } from "vitest";
import { lintRules } from "../../src/app/lint/rules.ts";
import { errorTable } from "../../src/errors.ts";
import { statusOf } from "../../src/http/problem.ts";
import { settings } from "../../src/settings.ts";

const made =
  "<!-- Made from the sources by test/house/reference.test.ts, which also says how to make it anew. -->";

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

test("the reference of errors says what errors.ts says", async () => {
  const rows = Object.entries(errorTable)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { sentence, retry }]) => [
      `\`${code}\``,
      sentence,
      retry ? "yes" : "no",
      String(statusOf[code as keyof typeof statusOf]),
    ]);
  await expect(`${made}

# Errors

What can be expected to fail has a code. The command prints the sentence; the API answers a problem document (RFC 9457)
whose \`type\` is \`urn:licet:error:\` and the code, under the HTTP status given here. A refusal to send is not an error:
it is an answer, with its own code and its evidence.

${table(["code", "what it says", "can trying again help?", "HTTP"], rows)}
`).toMatchFileSnapshot("../../docs/reference/errors.md");
});

test("the reference of settings says what settings.ts says", async () => {
  const rows = Object.entries(settings).map(([name, meaning]) => {
    const [what, fallback] = meaning.split("; default");
    return [`\`${name}\``, what ?? "", fallback?.replace(/^:? /, "") ?? ""];
  });
  await expect(`${made}

# Settings

A setting is read from the environment; else from the file \`licet.env\` in the data folder, one \`NAME=value\` a line; else
it has its default. An empty value means the default. \`LICET_DATA\` itself is read from the environment alone.
What the controller, its purposes, forms and words are is not a setting: it is declared in \`licet.yaml\`, see \`licet apply\`.

${table(["setting", "what it means", "default"], rows)}
`).toMatchFileSnapshot("../../docs/reference/settings.md");
});

test("the reference of the lint says what rules.ts says", async () => {
  const rows = Object.entries(lintRules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { severity, articles, wrong, remedy }]) => [
      `\`${code}\``,
      severity,
      wrong,
      remedy,
      articles.join(", "),
    ]);
  await expect(`${made}

# What the lint of forms looks for

\`licet forms lint\` reads a set-up file, or what is in force; \`licet apply\` reads the file in the same way. An **error** is
what makes the consent invalid: nothing is published. A **warning** is what weakens it, or what only a person can judge.

It knows the words of twelve languages by lists (\`src/app/lexicon\`) and no grammar, so it finds what is plain and misses
what is clever; where a list is right and the wording is too, write the wording more plainly. That nothing is found is no
advice: counsel still has to read it. Ready wordings for the usual purposes: \`licet forms wordings\`.

How hard a text is to read is measured by LIX (C. H. Björnsson, _Läsbarhet_, 1968): words a sentence, and the share of words
of more than six letters. Above 60 is very hard in Swedish, for which the scale was made; in other languages the same
content comes out higher or lower, and that many points are allowed for, as measured on the ready wordings.

${table(["code", "severity", "what is wrong", "what to do", "law"], rows)}
`).toMatchFileSnapshot("../../docs/reference/lint.md");
});
