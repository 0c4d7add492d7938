// What a message would be if it were sent now; nothing is filed.
import type { Language } from "../../core/languages.ts";
import { CodedError } from "../../errors.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { LetterVariables } from "../../mail/letter-variables.ts";
import type { RenderedMail } from "../../mail/template.ts";
import type { World } from "../ports.ts";
import { inLanguage } from "../setup/in-language.ts";
import type { Sender } from "../setup/setup.ts";
import { sharedVariables } from "./letter-variables.ts";
import { renderMessage } from "./render-message.ts";
import { type MessageRequest, purposeKeyOf, senderFor } from "./send-message.ts";

export interface Draft {
  readonly language: Language;
  readonly from: Sender;
  readonly mail: RenderedMail;
}

/**
 * Renders the message as its reader would have it, whether or not it may be sent.
 *
 * Its links lead nowhere: those of a real letter let their holder speak for the person, and whoever drafts is somebody else.
 *
 * @throws CodedError `setup-missing`, `purpose-unknown`, `purpose-not-service`, `template-malformed`.
 */
export async function draftMessage(world: World, request: MessageRequest): Promise<Draft> {
  const setup = await world.store.setup.current();
  if (!setup) throw new CodedError("setup-missing");
  const sender = senderFor(setup, request.reason);
  const subject = subjectIdOf(request.address, world.secrets);
  const person = (await world.store.people.find([subject])).get(subject);
  const language = inLanguage(setup.controller.content.languages, request.language, person?.language);
  const variables: LetterVariables = {
    ...sharedVariables(setup, purposeKeyOf(request.reason), language),
    address: request.address.typed,
    links: { unsubscribe: nowhere(world, "u"), preferences: nowhere(world, "p"), why: nowhere(world, "w") },
  };
  return { language, from: sender.content, mail: await renderMessage(setup, request, variables, language) };
}

function nowhere({ publicUrl }: World, page: string): string {
  return `${publicUrl}/${page}/their-own`;
}
