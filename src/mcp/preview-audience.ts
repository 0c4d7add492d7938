// `preview_audience`: how many people may be written to for a purpose and how many may not, by reason; nobody is named.
import { z } from "zod";
import { audienceCounts } from "../app/campaigns/audience.ts";
import type { Basis, RefusalCode } from "../core/codes.ts";
import { EXPLANATIONS } from "../core/explanations/languages.ts";
import { formatInstant } from "../core/instant.ts";
import * as fields from "./fields.ts";
import { defineTool } from "./tool.ts";

const people = z.int();

export const previewAudience = defineTool({
  name: "preview_audience",
  title: "How many people may be written to?",
  description:
    "Counts the people on record who may be written to for a purpose, by lawful basis, and those who may not, by reason. No addresses. It decides for everybody, which may take a while. Sends nothing: a campaign is started by a human.",
  scope: "audience:read",
  perMinute: 6,
  sends: false,
  input: z.strictObject({ purpose: fields.purpose, at: fields.at }),
  output: z.object({
    purpose: z.string(),
    at: fields.instant,
    people: people.describe("Everybody on record"),
    mayBeWrittenTo: people,
    permits: z.array(z.object({ basis: z.string(), name: z.string(), people })),
    refusals: z.array(z.object({ code: z.string(), name: z.string(), remedy: z.string(), people })),
  }),
  async run({ world, signal }, { purpose, at }) {
    const moment = fields.readAt(at) ?? world.clock.now();
    const onProgress = () => signal.throwIfAborted();
    const counts = await audienceCounts(world, purpose, moment, { onProgress });
    const words = (ground: Basis | RefusalCode) => EXPLANATIONS.en[ground];
    const permits = [...counts.permits].map(([basis, people]) => ({
      basis,
      name: words(basis).name,
      people,
    }));
    return {
      purpose,
      at: formatInstant(moment),
      people: counts.people,
      mayBeWrittenTo: permits.reduce((sum, { people }) => sum + people, 0),
      permits,
      refusals: [...counts.refusals].map(([code, people]) => {
        const { name, remedy } = words(code);
        return { code, name, remedy, people };
      }),
    };
  },
});
