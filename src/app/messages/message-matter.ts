// What a message is about that a system of the controller's asked for: its own template, filled with its own values.
import { withFooter } from "../../mail/footer.ts";
import { compileTemplate, type TemplateSource } from "../../mail/template.ts";
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import type { Matter } from "./letter.ts";
import { letterVariables } from "./letter-variables.ts";
import type { OutboxMail } from "./outbox.ts";
import { purposeKeyOf } from "./send-message.ts";

/** What waits in the parting of a message until it has gone. */
interface Words {
  readonly template: TemplateSource;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Null where its words are gone. Who sends it is added here, not left to the template. */
export function messageMatter(
  world: World,
  setup: Setup,
  { subject, request: { message }, parting }: OutboxMail,
  address: string,
): Matter | null {
  if (!message || !parting?.words) return null;
  const { template, values } = JSON.parse(parting.words) as Words;
  return {
    texts: [],
    write: async (language) => {
      const compiled = await compileTemplate(template, { withValues: true });
      const variables = letterVariables(
        world,
        setup,
        { subject, address, language },
        purposeKeyOf(message),
        null,
      );
      const lines = { notes: [], links: [] };
      return withFooter(compiled.render({ ...variables, values }), setup.controller.content, language, lines);
    },
  };
}
