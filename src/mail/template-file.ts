// A template as a file: front matter with the subject, then the body.
import { extname } from "node:path";
import { parse } from "yaml";
import { malformed } from "./liquid.ts";
import type { TemplateSource } from "./template.ts";

const formats: Readonly<Record<string, TemplateSource["format"]>> = {
  ".md": "markdown",
  ".mjml": "mjml",
  ".html": "html",
};

/**
 * Reads a template file.
 *
 * @param name - its extension says the format: `.md`, `.mjml` or `.html`.
 * @param text - `---`, YAML with `subject` and if wanted `text`, `---`, then the body.
 * @throws CodedError `template-malformed`.
 */
export function readTemplateFile(name: string, text: string): TemplateSource {
  const format = formats[extname(name).toLowerCase()];
  if (format === undefined)
    throw malformed(`\`${name}\``, null, "the name should end in `.md`, `.mjml` or `.html`");
  const [, front, body] =
    /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text) ?? [];
  if (front === undefined || body === undefined)
    throw malformed(
      `\`${name}\``,
      1,
      "begin with a line `---`, then `subject: …`, then a line `---`, then the body",
    );

  const fields = readFront(name, front);
  for (const field of Object.keys(fields))
    if (field !== "subject" && field !== "text")
      throw malformed(`\`${name}\``, null, `unknown field \`${field}\`; known are \`subject\` and \`text\``);
  if (typeof fields.subject !== "string")
    throw malformed(`\`${name}\``, 2, "`subject` is missing; quote it if it begins with `{`");
  if (fields.text !== undefined && typeof fields.text !== "string")
    throw malformed(`\`${name}\``, null, "`text` should be text");
  return {
    format,
    subject: fields.subject.trim(),
    body,
    ...(fields.text === undefined ? {} : { text: fields.text }),
  };
}

function readFront(name: string, front: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(front, { logLevel: "error" });
  } catch (error) {
    throw malformed(`\`${name}\``, null, `the front matter is no YAML: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw malformed(`\`${name}\``, 2, "`subject` is missing");
  return value as Record<string, unknown>;
}
