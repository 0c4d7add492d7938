// What applying a set-up would publish, and what it would take out of force. Pure.
import { CodedError } from "../../errors.ts";
import { canonicalHash } from "../../ledger/canonical.ts";
import type {
  DeclaredForm,
  DeclaredSetup,
  Form,
  PublicationContent,
  PublicationKind,
  Published,
  Setup,
} from "./setup.ts";

export interface Plan {
  /** Everything declared, and what is declared no longer, in the order of the file. */
  readonly changes: readonly Change[];
  readonly publish: readonly Publication[];
  readonly retire: readonly { readonly kind: PublicationKind; readonly key: string }[];
}

export interface Publication {
  readonly kind: PublicationKind;
  readonly published: Published<PublicationContent[PublicationKind]>;
}

export interface Change {
  readonly kind: PublicationKind;
  readonly key: string;
  readonly change: "added" | "newVersion" | "retired" | "unchanged";
  /** The version in force afterwards; of what is retired, the last. */
  readonly version: number;
  /** Of a new version: what differs from the one before. */
  readonly differences: readonly Difference[];
}

/** The lines of one value that were taken out and put in. */
export interface Difference {
  readonly path: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The last version of what was published once and is not in force; 0: never published. */
export type RetiredVersion = (kind: PublicationKind, key: string) => number;

/**
 * Compares what is declared with what is in force.
 *
 * A form shows a notice and clauses, so a new version of one of those is a new version of the form as well: its
 * number then stands for exactly the words that people saw.
 *
 * @throws CodedError `setup-malformed` if the controller's id would change: every fact on record names it.
 */
export function planSetup(
  current: Setup | null,
  declared: DeclaredSetup,
  retiredVersion: RetiredVersion,
): Plan {
  const { id } = declared.controller;
  if (current !== null && current.controller.content.id !== id)
    throw new CodedError(
      "setup-malformed",
      `\`controller.id\` is \`${current.controller.content.id}\` on every fact on record and cannot become \`${id}\`; put it back, or use another database`,
    );

  const changes: Change[] = [];
  const publish: Publication[] = [];
  function compare<Kind extends PublicationKind>(
    kind: Kind,
    inForce: Readonly<Record<string, Published<PublicationContent[Kind]>>>,
    wanted: Readonly<Record<string, PublicationContent[Kind]>>,
  ): (key: string) => number {
    const versions = new Map<string, number>();
    for (const [key, content] of Object.entries(wanted)) {
      const before = Object.hasOwn(inForce, key) ? inForce[key] : undefined;
      const hash = canonicalHash(content);
      const unchanged = before?.hash === hash;
      const version = unchanged ? before.version : (before?.version ?? retiredVersion(kind, key)) + 1;
      if (!unchanged) publish.push({ kind, published: { key, version, hash, content } });
      versions.set(key, version);
      changes.push({
        kind,
        key,
        change: unchanged ? "unchanged" : before ? "newVersion" : "added",
        version,
        differences: unchanged || !before ? [] : differences(before.content, content),
      });
    }
    for (const [key, { version }] of Object.entries(inForce))
      if (!Object.hasOwn(wanted, key))
        changes.push({ kind, key, change: "retired", version, differences: [] });
    return (key) => versions.get(key)!;
  }

  compare("controller", current === null ? {} : { [id]: current.controller }, { [id]: declared.controller });
  compare("sender", current?.senders ?? {}, declared.senders);
  compare("purpose", current?.purposes ?? {}, declared.purposes);
  const clauseVersion = compare("clause", current?.clauses ?? {}, declared.clauses);
  const noticeVersion = compare("notice", current?.notices ?? {}, declared.notices);
  const pin = (form: DeclaredForm): Form => ({
    ...form,
    pinned: {
      notice: noticeVersion(form.notice),
      clauses: Object.fromEntries(form.boxes.map((clause) => [clause, clauseVersion(clause)])),
    },
  });
  const forms = Object.entries(declared.forms).map(([key, form]) => [key, pin(form)]);
  compare("form", current?.forms ?? {}, Object.fromEntries(forms));
  compare("tightening", current?.tightenings ?? {}, declared.tightenings);

  const retire = changes.filter(({ change }) => change === "retired").map(({ kind, key }) => ({ kind, key }));
  return { changes, publish, retire };
}

function differences(before: unknown, after: unknown): Difference[] {
  const [old, fresh] = [leaves(before, ""), leaves(after, "")];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((path) => old.get(path) !== fresh.get(path))
    .map((path) => ({ path, ...changedLines(old.get(path), fresh.get(path)) }));
}

/** Every text and number of a content by its path. */
function leaves(content: unknown, path: string): Map<string, string> {
  if (typeof content !== "object" || content === null) return new Map([[path, String(content)]]);
  const below = (key: string) =>
    Array.isArray(content) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
  return new Map(Object.entries(content).flatMap(([key, value]) => [...leaves(value, below(key))]));
}

/** The lines between those that both begin and those that both end with. */
function changedLines(
  before: string | undefined,
  after: string | undefined,
): { before: string[]; after: string[] } {
  const old = before?.split("\n") ?? [];
  const fresh = after?.split("\n") ?? [];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  return { before: old.slice(head, old.length - tail), after: fresh.slice(head, fresh.length - tail) };
}
