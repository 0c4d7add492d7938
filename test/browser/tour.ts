// A tour of every public page, in each state that a person can bring it to. Who takes it looks at what the tab shows at each stop.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import {
  type GuardianToken,
  openGuardianToken,
  sealGuardianToken,
} from "../../src/app/consent/guardian-token.ts";
import { deliverOutbox } from "../../src/app/messages/deliver-outbox.ts";
import { formatInstant, hours, type Instant } from "../../src/core/instant.ts";
import type { Language } from "../../src/core/languages.ts";
import { readTemplateFile } from "../../src/mail/template-file.ts";
import { type LinkedPage, signAddressToken, signLinkToken } from "../../src/mail/tokens.ts";
import { sendCampaign } from "../http/campaign.ts";
import { confirmationPath, orderPath, subjectOf, wayOutToken } from "../http/visitor.ts";
import { goodConsent, tell } from "../support/people.ts";
import type { TestWorld } from "../support/world.ts";
import type { Condition, ServedPages } from "./served-pages.ts";

const file = join(import.meta.dirname, "..", "..", "examples", "lunaria", "spring.md");
const spring = readTemplateFile("spring.md", readFileSync(file, "utf8")).template;

/** The name of what the tab shows now. */
export type Stops = AsyncGenerator<string, void, void>;

export interface Tourist {
  readonly world: TestWorld;
  readonly pages: ServedPages;
  readonly tab: Page;
  /** Asked for each page that is opened; the answer to a form speaks the language of the form. */
  readonly language: () => Language;
  /** Somebody of whom nothing is on record. */
  readonly email: string;
}

/** The whole of it. Each leg needs the ones before. */
export async function* tour(tourist: Tourist): Stops {
  yield* aroundTheHouse(tourist);
  yield* forms(tourist);
  yield* children(tourist);
  yield* confirmations(tourist);
  yield* whatAMailOpens(tourist);
  yield* links(tourist);
  yield* mailbox(tourist);
  yield* rights(tourist);
  yield* mishaps(tourist);
}

/** What a tourist does: goes somewhere, fills in, presses. */
function steps({ world, pages, tab, language, email }: Tourist) {
  return {
    go: (path: string, condition?: Condition) =>
      tab.goto(pages.at(`${path}${path.includes("?") ? "&" : "?"}lang=${language()}`, condition)),
    type: (text: string, field = "#email") => tab.locator(field).fill(text),
    press: (button = "main button[type=submit]") => tab.locator(button).first().click(),
    /** As after a day in a drawer: the page is none that this server has shown. */
    forget: () =>
      tab.evaluate("for (const field of document.getElementsByName('token')) field.value = 'another'"),
    unfold: () => tab.evaluate("for (const part of document.querySelectorAll('details')) part.open = true"),
    deliver: async () => {
      while ((await deliverOutbox(world)) > 0);
    },
    link: (page: LinkedPage, hoursLeft = 1) =>
      signLinkToken(
        { subject: subjectOf(world, email), page, expiresAt: fromNow(world, hoursLeft) },
        world.secrets.tokenKey,
      ),
    wayOut: (campaign: string | null) => wayOutToken(world, email, campaign),
  };
}

const fromNow = (world: TestWorld, count: number) => (world.clock.now() + hours(count)) as Instant;
const buyer = (email: string) => `buyer-${email}`;
const elsewhere = (email: string) => `new-${email}`;

async function* aroundTheHouse(tourist: Tourist): Stops {
  const { go } = steps(tourist);
  await go("/");
  yield "home, beside the mailbox";
  await go("/", "own");
  yield "home";
  await go("/", "unset");
  yield "home, before there is a set-up";
  await go("/n/order/1");
  yield "notice";
  await go("/law/withdrawn");
  yield "law";
}

async function* forms(tourist: Tourist): Stops {
  const { tab, email } = tourist;
  const { go, type, press, forget, deliver } = steps(tourist);
  await go("/f/sign-up");
  yield "sign-up";
  await press();
  yield "sign-up, with mistakes";
  await type(email);
  await tab.locator("#country").selectOption("FR");
  for (const box of ["#box-0", "#box-1"]) await tab.locator(box).check();
  await press();
  yield "sign-up, thanks";
  await go("/f/sign-up?embed");
  yield "sign-up, for a frame";
  await type(email);
  await tab.locator("#box-0").check();
  await press();
  yield "sign-up, thanks in a frame";
  await go("/f/sign-up", "pressed");
  yield "sign-up, under pressure";
  await forget();
  await press();
  yield "sign-up, from another page";
  await go("/f/order");
  yield "order";
  await tab.locator("#refused").check();
  await press();
  yield "order, with mistakes and a refusal";
  await tab.locator("#product-0").check();
  await type(buyer(email));
  await tab.locator("#country").selectOption("ES");
  await press();
  yield "order, thanks";
  await go("/f/catalogue");
  yield "catalogue";
  await type("nobody");
  await press();
  yield "catalogue, with mistakes";
  await type(email);
  await press();
  yield "catalogue, thanks";
  await go("/f/nothing");
  yield "form that is closed";
  await deliver();
}

async function* children(tourist: Tourist): Stops {
  const { world, tab, email } = tourist;
  const { go, type, press, deliver } = steps(tourist);
  const fill = async () => {
    await type(`kim-${email}`);
    await tab.locator("#country").selectOption("ES");
    await type("2014-03-31", "#birthDate");
    await tab.locator("#box-0").check();
  };
  await go("/f/comic");
  yield "form for children";
  await tab.locator("#box-0").check();
  await press();
  yield "form for children, with mistakes";
  await fill();
  await press();
  yield "form for children, too young";
  await fill();
  await type(`parent-${email}`, "#guardian");
  await press();
  yield "form for children, a parent is asked";
  await deliver();
  const letter = world.caught.findLast(({ forwardPath }) => forwardPath === `parent-${email}`);
  const path = /\/g\/[\w-]+/.exec(letter?.raw.toString().replaceAll("=\r\n", "") ?? "")?.[0] ?? "/g/none";
  await go(path);
  yield "may this child";
  await press();
  yield "this child may";
  await go(await confirmationPath(world, `kim-${email}`));
  yield "confirmation of a child";
  const { birthDate, boxes, form } = openGuardianToken(path.slice(3), world.secrets) as GuardianToken;
  const late = { child: `tom-${email}`, guardian: `parent-${email}`, country: "ES", birthDate, boxes, form };
  await go(`/g/${sealGuardianToken({ ...late, expiresAt: fromNow(world, -1) }, world.secrets)}`);
  yield "may this child, too late";
}

async function* confirmations(tourist: Tourist): Stops {
  const { world, email } = tourist;
  const { go, press, deliver } = steps(tourist);
  const late = await confirmationPath(world, email, fromNow(world, -1));
  await go(await confirmationPath(world, email));
  yield "confirmation of several";
  await press();
  yield "confirmed";
  await go(late);
  yield "confirmation, too late";
  await go(await confirmationPath(world, email));
  yield "confirmation";
  await press();
  const order = await orderPath(world, buyer(email));
  await go(order);
  yield "confirmation of an order";
  await press();
  yield "confirmed order";
  await go(await orderPath(world, buyer(email), fromNow(world, -1)));
  yield "confirmation of an order, too late";
  await deliver();
}

async function* whatAMailOpens(tourist: Tourist): Stops {
  const { world } = tourist;
  const { go, press, forget, unfold, deliver, wayOut } = steps(tourist);
  const token = wayOut(await sendCampaign(world, spring));
  await go(`/w/${token}`);
  yield "why";
  await unfold();
  yield "why, with the form";
  await go(`/w/${wayOut(null)}`);
  yield "why, of an answer";
  await go(`/w/${wayOut(randomUUID())}`);
  yield "why, of nothing known";
  await go(`/p/${token}`);
  yield "choices";
  await unfold();
  yield "choices, unfolded";
  await press("button[name=often]");
  yield "choices, with less often";
  await press("button[name=leave][value=newsletter]");
  yield "choices, one left";
  await press("button[name=join][value=newsletter]");
  yield "choices, joining again";
  await deliver();
  await go(`/p/${token}`);
  await forget();
  await press(".search.after button");
  yield "choices, from another page";
  const ending = `ending-${tourist.email}`;
  await tell(world, ending, goodConsent("consent", formatInstant(fromNow(world, -1090 * 24))));
  await go(`/p/${wayOutToken(world, ending, null)}`);
  yield "choices, ending soon";
  await go(`/w/${token}`);
  yield "why, once stopped";
  await go(`/u/${token}`);
  yield "way out";
  await press();
  yield "way out, done";
  await go(`/u/${wayOut(null)}`);
  yield "way out of all";
  await press();
  yield "way out of all, done";
}

async function* links(tourist: Tourist): Stops {
  const { world, email } = tourist;
  const { go, type, press, forget, deliver, link } = steps(tourist);
  await go("/p");
  yield "link to the choices";
  await press();
  yield "link to the choices, with a mistake";
  await type(email);
  await forget();
  await press();
  yield "link to the choices, from another page";
  await press();
  yield "link to the choices, sent";
  await go(`/p/${link("preferences")}`);
  yield "choices, by a fresh link";
  await type("nobody", "#address");
  await press(".search:has(#address) button");
  yield "choices, with a mistake";
  await type(elsewhere(email), "#address");
  await press(".search:has(#address) button");
  yield "choices, an address asked for";
  await deliver();
  const letter = world.caught.findLast(({ forwardPath }) => forwardPath === elsewhere(email));
  // Quoted-printable breaks lines within a link.
  const path = /\/a\/[\w.-]+/.exec(letter?.raw.toString().replaceAll("=\r\n", "") ?? "")?.[0] ?? "/a/none";
  await go(path);
  yield "new address";
  await press();
  yield "new address, moved";
  const subject = subjectOf(world, email);
  const late = { from: subject, to: subject, change: "late", expiresAt: fromNow(world, -1) };
  await go(`/a/${signAddressToken(late, world.secrets.tokenKey)}`);
  yield "new address, too late";
}

async function* mailbox(tourist: Tourist): Stops {
  const { world, email } = tourist;
  const { go } = steps(tourist);
  if ((await world.store.mailbox.list({ before: null, to: null }, 1)).length === 0) {
    await go("/mailbox");
    yield "mailbox, empty";
  }
  for (const letter of world.caught.splice(0))
    await world.store.mailbox.add({
      ...letter,
      subject: subjectOf(world, letter.forwardPath),
      receivedAt: world.clock.now(),
    });
  await go("/mailbox");
  yield "mailbox";
  await go("/mailbox?to=stranger@example.com");
  yield "mailbox of nobody";
  // The order in which single mails arrive is nobody's, and some of them hold nothing that a Tab could reach.
  const mails = await world.store.mailbox.list({ before: null, to: subjectOf(world, email) }, 50);
  const campaign = mails.find(({ raw }) => raw.includes("List-Unsubscribe"));
  await go(`/mailbox/${campaign?.number}`);
  yield "mail";
}

async function* rights(tourist: Tourist): Stops {
  const { go, type, press, forget, unfold, deliver, link } = steps(tourist);
  await go("/r");
  yield "link to the rights";
  await press();
  yield "link to the rights, with a mistake";
  await type(buyer(tourist.email));
  await press();
  yield "link to the rights, sent";
  const token = steps({ ...tourist, email: buyer(tourist.email) }).link("rights");
  await go(`/r/${token}`);
  yield "rights";
  await unfold();
  yield "rights, unfolded";
  await press("button[value=other]");
  yield "rights, with a mistake";
  await type("A copy for my lawyer, please.", "#words-other");
  await press("button[value=other]");
  yield "rights, asked";
  await press("button[value=restrict]");
  yield "rights, restricted";
  await forget();
  await press("button[value=object]");
  yield "rights, from another page";
  await press("button[value=erase]");
  yield "erasure, are you sure";
  await press("button[value=erase-now]");
  yield "erased";
  await go(`/r/${token}`);
  yield "link that has ended";
  await go(`/r/${link("rights", -1)}`);
  yield "link to the rights, too late";
  await deliver();
}

async function* mishaps(tourist: Tourist): Stops {
  const { tab } = tourist;
  const { go, press } = steps(tourist);
  await go("/u/torn");
  yield "torn link";
  await go("/nothing");
  yield "nothing there";
  await go("/f/sign-up");
  await tab.evaluate("document.getElementById('country').firstElementChild.value = 'a'.repeat(1_100_000)");
  await press();
  yield "too large";
  await go("/f/sign-up", "busy");
  await press();
  yield "too many";
  await go("/n/order/1", "failing");
  yield "failure";
  await go("/n/order/1", "unreachable");
  yield "nothing can be kept now";
}
