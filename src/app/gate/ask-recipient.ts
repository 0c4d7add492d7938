// The answer to RCPT TO: whether this person may have any mail that the software could hand over now.
import type { Refusal, Verdict } from "../../core/verdict.ts";
import { parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { together } from "../consent/together.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import type { GivenVerdict } from "../verdicts/verdicts-table.ts";
import type { Credential } from "./credential.ts";
import { judge, refusalReply, unknownState, unseen } from "./judge.ts";
import { lookUp } from "./look-up.ts";
import type { Reply } from "./passage.ts";

type Putting = (verdicts: readonly GivenVerdict[]) => Promise<readonly null[]>;

const verdictsTogether = 100;
const putting = new WeakMap<World, Putting>();

/**
 * Asks what the mail may be at best: its purpose stands in its header, which comes later, and is asked for then.
 *
 * @returns null: the recipient is let in. A refusal is on record before it is told.
 */
export async function askRecipient(
  world: World,
  credential: Credential,
  recipient: string,
): Promise<Reply | null> {
  const address = parseAddress(recipient);
  if (address === null) return { code: 553, text: "5.1.3 this is no address that mail can be sent to" };
  const subject = subjectIdOf(address, world.secrets);
  const { person, setup } = await lookUp(world, subject);
  if (!setup) return unknownState;
  const verdicts = verdictsFor(world, setup, credential, person);
  const [refusal] = verdicts;
  if (refusal?.outcome !== "refusal" || verdicts.some(({ outcome }) => outcome === "permit")) return null;
  // While it only observes the mail is judged once, when all is known of it.
  if (credential.observeUntil !== null) return null;
  await puttingOf(world)([
    {
      id: world.ids.next(),
      subject,
      at: world.clock.now(),
      via: "gate",
      asker: credential.name,
      purpose: credential.purpose,
      verdict: refusal as Refusal,
      observed: false,
    },
  ]);
  return refusalReply(world, refusal as Refusal);
}

/** That of the purpose of a mail that names none stands first. */
function verdictsFor(
  world: World,
  setup: Setup,
  credential: Credential,
  person: Person | undefined,
): Verdict[] {
  const at = world.clock.now();
  return unseen(setup, credential).map((passage) => judge(setup, person, passage, at));
}

/** What is told at the same moment is put on record in one statement. */
function puttingOf(world: World): Putting {
  const known = putting.get(world);
  if (known) return known;
  const made = together(async (verdicts: readonly GivenVerdict[]) => {
    await world.store.verdicts.add(verdicts);
    return verdicts.map(() => null);
  }, verdictsTogether);
  putting.set(world, made);
  return made;
}
