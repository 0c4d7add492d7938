// Reads relays.yaml: which mail servers letters go through, how much each may be given, and how much a provider takes.
import { z } from "zod";
import { parseCalendarDay } from "../../core/instant.ts";
import { type Mistake, readYaml } from "./marked-yaml.ts";
import { group, keyed, wholeNumber } from "./schema-parts.ts";
import { inOrder, shapeMistakes } from "./shape-mistakes.ts";

/** How much a relay may be given. Hours and days are those of UTC. */
export interface RelayLimits {
  /** Of each process; the others are shared by all processes on one database. */
  readonly perSecond?: number | undefined;
  readonly perHour?: number | undefined;
  readonly perDay?: number | undefined;
}

export interface DeclaredRelay {
  readonly name: string;
  /** As `LICET_SMTP_URL`; may hold a password. */
  readonly url: string;
  /** Its share among those that can be reached. */
  readonly weight: number;
  readonly connections: number;
  readonly limits: RelayLimits;
  /** How many letters on the first, second, … day from `from` (UTC, `2026-12-01`); after the last there is no limit. */
  readonly warmUp: { readonly from: string; readonly daily: readonly number[] } | null;
}

/** How much at a time the mailbox providers of recipients are given, in each process. */
export interface RecipientLimit {
  readonly connections?: number | undefined;
  readonly perMinute?: number | undefined;
}

export interface DeclaredRelays {
  readonly relays: readonly DeclaredRelay[];
  /** By recipient domain; they come before what is known of large providers. */
  readonly recipients: Readonly<Record<string, RecipientLimit>>;
}

export type RelaysFile =
  | { readonly ok: true; readonly declared: DeclaredRelays }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const urlExpected = "an address such as `smtp://user:password@mail.example:587` or `smtps://…`";
const dayExpected = "a day such as `2026-12-01`";
const domainExpected = "a domain in small letters, such as `gmail.com`";
const letters = wholeNumber(1, 1_000_000_000);

const relay = group("A relay.", {
  url: z
    .string({ error: urlExpected })
    .refine((text) => /^smtps?:\/\/[^/]/.test(text) && URL.canParse(text), { error: urlExpected }),
  weight: wholeNumber(1, 1000).default(1),
  connections: wholeNumber(1, 500).default(10),
  limits: group("How much it may be given.", { perSecond: letters, perHour: letters, perDay: letters })
    .partial()
    .default({}),
  warmUp: group("A new relay is given more from day to day.", {
    from: z
      .string({ error: dayExpected })
      .refine((text) => parseCalendarDay(text) !== null, { error: dayExpected }),
    daily: z.array(letters, { error: "a list of whole numbers such as `[50, 100, 200]`" }).min(1, {
      error: "a list of whole numbers such as `[50, 100, 200]`",
    }),
  })
    .nullable()
    .default(null),
});

const recipient = group("How much the people of a domain are given at a time.", {
  connections: wholeNumber(1, 500),
  perMinute: letters,
}).partial();

const schema = group("The relays.", {
  relays: keyed(relay, "Relays by their names.").refine((relays) => Object.keys(relays).length > 0, {
    error: "a group with a key for each relay",
  }),
  recipients: z
    .record(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: domainExpected }), recipient, {
      error: "a group with a domain for each",
    })
    .default({}),
});

/** Pure; never throws. */
export function readRelaysFile(text: string): RelaysFile {
  const yaml = readYaml(text);
  if (!("value" in yaml)) return { ok: false, mistakes: yaml };
  const parsed = schema.safeParse(yaml.value);
  if (!parsed.success) return { ok: false, mistakes: inOrder(shapeMistakes(parsed.error.issues, yaml)) };
  const { relays, recipients } = parsed.data;
  return {
    ok: true,
    declared: { relays: Object.entries(relays).map(([name, one]) => ({ name, ...one })), recipients },
  };
}
