// A world in which nobody is known and nothing is kept: what a list is sorted in before anything is set up.

import type { SortingWorld } from "../imports/sorting-world.ts";
import type { Setup } from "../setup/setup.ts";

/** What people are asked to be written to for. */
export const triagePurpose = "advertising";

export function nothingKnown(ports: Pick<SortingWorld, "clock" | "ids" | "secrets">): SortingWorld {
  return {
    ...ports,
    store: {
      setup: { current: async () => setup },
      imports: { ofFile: async () => [] },
      registers: { consult: async () => new Map() },
      people: {
        factsWithIds: async () => [],
        find: async () => new Map(),
        onRecord: async () => new Set(),
      },
    },
  };
}

const published = <Content>(key: string, content: Content) => ({ key, version: 1, hash: "", content });

/** The country of the sender chooses no rule, and nothing of this is ever shown. */
const setup: Setup = {
  controller: published("controller", {
    id: "controller",
    name: "",
    address: "",
    registration: "",
    country: "",
    privacyContact: "",
    languages: ["en"],
  }),
  purposes: {
    [triagePurpose]: published(triagePurpose, {
      kind: "marketing",
      label: { en: "Advertising" },
      sender: "",
    }),
  },
  senders: {},
  clauses: {},
  notices: {},
  forms: {},
  tightenings: {},
  registers: {},
};
