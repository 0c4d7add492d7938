// A template as a file: front matter with the subject and what the message declares of itself, then the body.
import { extname } from "node:path";
import { parse } from "yaml";
import type { Message } from "../core/question.ts";
import { malformed } from "./liquid.ts";
import type { TemplateSource } from "./template.ts";

const formats: Readonly<Record<string, TemplateSource["format"]>> = {
  ".md": "markdown",
  ".mjml": "mjml",
  ".html": "html",
};

/** What a file says: the template, and what the decision asks of the message. */
export interface TemplateFile {
  readonly template: TemplateSource;
  readonly message: Message;
}

/** What the front matter may hold beside `subject`: shapes as in the decision contract. */
const declarable: Readonly<Record<string, (value: unknown) => boolean>> = {
  blocks: (value) => Array.isArray(value) && value.every((block) => typeof block === "string"),
  roleFit: (value) => typeof value === "string",
  lia: (value) => typeof value === "string",
  art14: (value) => typeof value === "boolean",
};
const fieldNames = ["subject", "text", ...Object.keys(declarable)].map((field) => `\`${field}\``).join(", ");

/**
 * Reads a template file.
 *
 * @param name - its extension says the format: `.md`, `.mjml` or `.html`.
 * @param text - `---`, YAML with `subject` and if wanted `text`, `blocks` and, for the company rules, `roleFit`, `lia` and
 *   `art14`, `---`, then the body.
 * @throws CodedError `template-malformed`.
 */
export function readTemplateFile(name: string, text: string): TemplateFile {
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
  const message: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (field === "subject" || field === "text") continue;
    if (!Object.hasOwn(declarable, field))
      throw malformed(`\`${name}\``, null, `unknown field \`${field}\`; known are ${fieldNames}`);
    if (!declarable[field]?.(value))
      throw malformed(`\`${name}\``, null, `\`${field}\` has a value of the wrong kind`);
    message[field] = value;
  }
  if (typeof fields.subject !== "string")
    throw malformed(`\`${name}\``, 2, "`subject` is missing; quote it if it begins with `{`");
  if (fields.text !== undefined && typeof fields.text !== "string")
    throw malformed(`\`${name}\``, null, "`text` should be text");
  const template = {
    format,
    subject: fields.subject.trim(),
    body,
    ...(fields.text === undefined ? {} : { text: fields.text }),
  };
  return { template, message };
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
