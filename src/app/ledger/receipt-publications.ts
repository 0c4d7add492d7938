// The wordings of a receipt: what each act names, the other boxes of its form, who is named, and what the purpose is.
import type { ReceiptPublication } from "../../ledger/receipt-parts.ts";
import type { Shown, World } from "../ports.ts";
import type { Form, Setup } from "../setup/setup.ts";
import type { FactEvidence } from "./evidence.ts";

type Kind = ReceiptPublication["kind"];
type Name = { readonly kind: Kind; readonly key: string; readonly version: number };

/** Each of them once, in the order in which the acts name them. */
export async function publicationsOf(
  world: World,
  setup: Setup,
  purpose: string,
  facts: readonly FactEvidence[],
): Promise<readonly ReceiptPublication[]> {
  const declared = setup.purposes[purpose];
  const inForce: Name[] = [
    { kind: "controller", key: setup.controller.key, version: setup.controller.version },
    ...(declared ? [{ kind: "purpose" as const, key: purpose, version: declared.version }] : []),
  ];
  const pages = facts.flatMap(({ shown }) => (shown as Shown | null) ?? []);
  const named = await read(world, [...inForce, ...pages.flatMap(namedOn)]);
  const boxes = named
    .filter(({ kind }) => kind === "form")
    .flatMap(({ content }) =>
      Object.entries((content as Form).pinned.clauses).map(([key, version]) => ({
        kind: "clause" as const,
        key,
        version,
      })),
    );
  const others = boxes.filter(
    ({ key, version }) =>
      !named.some((one) => one.kind === "clause" && one.key === key && one.version === version),
  );
  return [...named, ...(await read(world, others))];
}

function namedOn({ form, notice, clause, controller }: Shown): Name[] {
  return [
    { kind: "form", key: form.key, version: form.version },
    { kind: "notice", key: notice.key, version: notice.version },
    ...(clause ? [{ kind: "clause" as const, key: clause.key, version: clause.version }] : []),
    { kind: "controller", key: controller.key, version: controller.version },
  ];
}

async function read({ store: { setup } }: World, names: readonly Name[]): Promise<ReceiptPublication[]> {
  const once = new Map(names.map((name) => [`${name.kind}/${name.key}/${name.version}`, name]));
  const found = await Promise.all(
    [...once.values()].map(async ({ kind, key, version }) => {
      const published = await setup.version(kind, key, version);
      return published && { kind, key, version, hash: published.hash, content: published.content };
    }),
  );
  return found.filter((one) => one !== null);
}
