// The words of a message that a system of the controller's asked for: its own template, filled with its own values.
import type { Language } from "../../core/languages.ts";
import { withFooter } from "../../mail/footer.ts";
import type { LetterVariables } from "../../mail/letter-variables.ts";
import { compileTemplate, type RenderedMail, type TemplateSource } from "../../mail/template.ts";
import type { Setup } from "../setup/setup.ts";

export interface MessageWords {
  readonly template: TemplateSource;
  /** What the template may speak of as `values.…`. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Renders it. Who sends it is added here, not left to the template.
 *
 * @throws CodedError `template-malformed`.
 */
export async function renderMessage(
  setup: Setup,
  { template, values }: MessageWords,
  variables: LetterVariables,
  language: Language,
): Promise<RenderedMail> {
  const compiled = await compileTemplate(template, { withValues: true });
  const lines = { notes: [], links: [] };
  return withFooter(compiled.render({ ...variables, values }), setup.controller.content, language, lines);
}
