// All public pages together.
import { Hono } from "hono";
import type { World } from "../../app/ports.ts";
import type { ClientAddress } from "../client.ts";
import { addressPages } from "./address.ts";
import { confirmationPages } from "./confirmations.ts";
import { formPages } from "./forms.ts";
import { guardianPages } from "./guardian.ts";
import { homePages } from "./home.ts";
import { lawPages } from "./law.ts";
import { linkPages } from "./links.ts";
import { mailboxPages } from "./mailboxes.ts";
import { measurePages } from "./measures.ts";
import { noticePages } from "./notices.ts";
import { preferencePages } from "./preferences.ts";
import type { PressureLimits } from "./pressure.ts";
import { rightsPages } from "./rights.ts";
import { assets } from "./style.ts";
import { wayOutPages } from "./way-out.ts";
import { whyPages } from "./why.ts";
import { workScripts } from "./work.ts";

export interface PagesOptions {
  /** Whether the built-in mailbox is in use; its pages exist only then. */
  readonly mailbox: boolean;
  readonly addressOf: ClientAddress;
  /** Above them, the mails that forms call for take turns. */
  readonly limits: PressureLimits;
  /** Hears of each form that was filled in where no person sees a field. */
  readonly onTrapped: (form: string) => void;
}

export function publicPages(world: World, options: PagesOptions): Hono {
  const { addressOf, limits, onTrapped } = options;
  const pages = new Hono()
    .route("/", workScripts())
    .route("/", assets(world))
    .route("/", homePages(world, options))
    .route("/", formPages(world, addressOf, limits, onTrapped))
    .route("/", noticePages(world))
    .route("/", lawPages(world))
    .route("/", confirmationPages(world, addressOf))
    .route("/", wayOutPages(world, addressOf))
    .route("/", linkPages(world))
    .route("/", addressPages(world, addressOf))
    .route("/", guardianPages(world, addressOf))
    .route("/", preferencePages(world, addressOf))
    .route("/", rightsPages(world, addressOf))
    .route("/", measurePages(world))
    .route("/", whyPages(world));
  return options.mailbox ? pages.route("/", mailboxPages(world)) : pages;
}

/** Whether a POST there stops mail: such a request must never be turned away for coming too often. */
export function isWayOut(path: string): boolean {
  return /^\/[up]\//.test(path);
}

/** Whether a POST there binds whatever its body holds: none may be turned away for being too large either. */
export function isOneClick(path: string): boolean {
  return path.startsWith("/u/");
}

export { failurePages } from "./failures.ts";
