// What a message is about that a system of the controller's asked for.
import type { World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import type { Matter } from "./letter.ts";
import { letterVariables } from "./letter-variables.ts";
import type { OutboxMail } from "./outbox.ts";
import { type MessageWords, renderMessage } from "./render-message.ts";
import { purposeKeyOf } from "./send-message.ts";

/** Null where its words are gone, which wait in its parting until it has been sent. */
export function messageMatter(
  world: World,
  setup: Setup,
  { subject, request: { message }, parting }: OutboxMail,
  address: string,
): Matter | null {
  if (!message || !parting?.words) return null;
  const words = JSON.parse(parting.words) as MessageWords;
  const purpose = purposeKeyOf(message);
  return {
    texts: [],
    write: (language) => {
      const variables = letterVariables(world, setup, { subject, address, language }, purpose, null);
      return renderMessage(setup, words, variables, language);
    },
  };
}
