// What a Postfix that asks for each recipient is told to do: whether this person may have mail of this credential's purpose.
import type { Instant } from "../../core/instant.ts";
import type { SubjectId } from "../../core/subject-id.ts";
import { type Address, parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import { together } from "../consent/together.ts";
import type { Person, World } from "../ports.ts";
import type { Setup } from "../setup/setup.ts";
import { wishedAtMost } from "../subjects/decide-permissions.ts";
import type { GivenVerdict } from "../verdicts/verdicts-table.ts";
import type { Credential } from "./credential.ts";
import { asItIs, touch } from "./credentials.ts";
import { bareRefusal, heldBack, heldBackReply, whoHeardLately } from "./heard-lately.ts";
import { judge, refusalReply, undeclared, unknownState } from "./judge.ts";
import type { Passage, Reply } from "./passage.ts";

export interface PolicyChoice {
  /** By whose purpose it is asked: a credential's name; null: that of the one who signed in to Postfix (`sasl_username`). */
  readonly credential: string | null;
  /** Where it cannot be told now: the client is asked to come again, or Postfix goes on as if nobody had been asked. */
  readonly whenUnknown: "defer" | "pass";
}

/** What Postfix says of the mail, as it says it. */
export interface PolicyQuestion {
  readonly state: string;
  readonly recipient: string;
  /** Empty: nobody signed in. */
  readonly user: string;
}

/** Postfix waits for longer, and whoever sends through it for as long. */
const patienceMs = 5_000;
const questionsTogether = 200;
/** Never `OK`: what Postfix would refuse for reasons of its own stays refused. */
const goOn = "DUNNO";

interface Asked {
  readonly name: string;
  readonly address: Address;
  /** Nobody waits for the answer any more, and none was given. */
  isLate: boolean;
}

const joining = new WeakMap<World, (asked: readonly Asked[]) => Promise<readonly string[]>>();

/**
 * One action of access(5). Each verdict is on record before it is told, permits too: Postfix sends the mail, and nobody asks
 * again. It never rejects.
 *
 * @returns `DUNNO`: go on; `550 5.7.1 …`: not permitted; `WARN …`: not permitted, and the credential only observes;
 *   `DEFER_IF_PERMIT 4.3.0 …`: it cannot be told now.
 *
 * @example
 * await answerPolicy(world, { credential: "shop", whenUnknown: "defer" }, { state: "RCPT", recipient: "ana@example.com", user: "" });
 */
export async function answerPolicy(
  world: World,
  { credential, whenUnknown }: PolicyChoice,
  { state, recipient, user }: PolicyQuestion,
): Promise<string> {
  // A name without a domain is one of the machine's own mailboxes.
  if (state !== "RCPT" || !recipient.includes("@")) return goOn;
  const address = parseAddress(recipient);
  if (address === null)
    return rejecting({ code: 550, text: "5.1.3 this is no address that mail can be sent to" });
  const name = credential ?? user;
  if (name === "") return rejecting({ code: 550, text: "5.7.1 whoever sends must sign in" });
  const unknown = whenUnknown === "pass" ? goOn : `DEFER_IF_PERMIT ${unknownState.text}`;
  const asked: Asked = { name, address, isLate: false };
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(() => {
    asked.isLate = true;
    late.resolve(unknown);
  }, patienceMs);
  try {
    const answers = await Promise.race([joined(world)([asked]), late.promise.then((action) => [action])]);
    return answers[0] || unknown;
  } catch {
    return unknown;
  } finally {
    clearTimeout(timer);
  }
}

/** Who comes at the same moment is looked up, and put on record, in one statement each. */
function joined(world: World): (asked: readonly Asked[]) => Promise<readonly string[]> {
  const made = joining.get(world) ?? together((asked) => answerAll(world, asked), questionsTogether);
  joining.set(world, made);
  return made;
}

/** @returns an action for each; empty: it cannot be told now. */
async function answerAll(world: World, asked: readonly Asked[]): Promise<readonly string[]> {
  const subjects = asked.map(({ address }) => subjectIdOf(address, world.secrets));
  const names = [...new Set(asked.map(({ name }) => name))];
  const [setup, people, found] = await Promise.all([
    world.store.setup.current(),
    world.store.people.find(subjects),
    Promise.all(names.map((name) => asItIs(world, { name }))),
  ]);
  if (!setup) return asked.map(() => "");
  const credentials = new Map(names.map((name, nth) => [name, found[nth] ?? null]));
  const at = world.clock.now();
  const given: GivenVerdict[] = [];
  const passages = new Map(
    [...credentials].map(([name, credential]) => [name, credential && passageFor(setup, credential)]),
  );
  const heard = await heardLately(
    world,
    setup,
    asked.map(({ name }, nth) => ({
      purpose: passages.get(name)?.purpose,
      person: people.get(subjects[nth] as SubjectId),
    })),
    at,
  );
  const actions = asked.map(({ name, isLate }, nth) => {
    if (isLate) return "";
    const [credential, subject] = [credentials.get(name), subjects[nth]];
    if (!credential || !subject) return rejecting({ code: 550, text: "5.7.1 there is no such credential" });
    const passage = passages.get(name);
    if (!passage) return rejecting(undeclared(credential.purpose));
    const { purpose } = passage;
    const person = people.get(subject);
    const judged = judge(setup, person, passage, at);
    const lately = heard.get(purpose);
    const held = judged.outcome === "permit" && lately?.has(subject) === true;
    const verdict = held ? bareRefusal(heldBack) : judged;
    const observed = credential.observeUntil !== null && verdict.outcome === "refusal";
    given.push({ id: world.ids.next(), subject, at, via: "policy", asker: name, purpose, verdict, observed });
    if (verdict.outcome === "permit") {
      // Whoever is asked for again at the same moment has heard of it by then.
      if (person && lately && wishedAtMost(person, purpose, setup.controller.content.id, at))
        lately.add(subject);
      return goOn;
    }
    const reply = judged.outcome === "permit" ? heldBackReply(world, purpose) : refusalReply(world, judged);
    return observed ? `WARN ${reply.text}` : rejecting(reply);
  });
  if (given.length > 0) await world.store.verdicts.add(given);
  for (const credential of found) if (credential) await touch(world, credential);
  return actions;
}

/** By purpose, who has heard of it too lately for their wish. */
async function heardLately(
  world: World,
  setup: Setup,
  asked: readonly { readonly purpose: string | undefined; readonly person: Person | undefined }[],
  at: Instant,
): Promise<ReadonlyMap<string, Set<SubjectId>>> {
  const purposes = [...new Set(asked.flatMap(({ purpose }) => purpose ?? []))];
  const found = await Promise.all(
    purposes.map((purpose) => {
      const people = asked.flatMap((one) => (one.purpose === purpose ? [one.person] : []));
      return whoHeardLately(world, setup, people, purpose, at);
    }),
  );
  return new Map(purposes.map((purpose, nth) => [purpose, new Set(found[nth])]));
}

/** Postfix shows no header, so the mail declares nothing of itself. Null: its purpose is not declared any more. */
function passageFor(
  setup: Setup,
  { purpose, contract }: Credential,
): Pick<Passage, "purpose" | "message" | "newestContract"> | null {
  const kind = setup.purposes[purpose]?.content.kind;
  if (kind === undefined) return null;
  if (kind !== "service") return { purpose, message: {} };
  const message = { blocks: ["service"] };
  return contract === "newest" ? { purpose, message, newestContract: true } : { purpose, message };
}

function rejecting({ code, text }: Reply): string {
  return `${code} ${text}`;
}
