// `explain`: why one person may or may not be written to, with the facts and the words behind it.
import { z } from "zod";
import { explain as explainPerson } from "../app/subjects/explain.ts";
import { formatInstant } from "../core/instant.ts";
import * as fields from "./fields.ts";
import { defineTool } from "./tool.ts";
import { verdictJson, verdictSchema, wordsOf } from "./verdict-words.ts";

export const explain = defineTool({
  name: "explain",
  title: "Why may this person be written to, or not?",
  description:
    "Says for each purpose whether one person may be written to, on which facts that rests or by which it is barred, in which words the person agreed, and what may lawfully be done about it. Changes nothing.",
  scope: "people:read",
  perMinute: 60,
  sends: false,
  input: z.strictObject({
    email: fields.email,
    purpose: fields.purpose.optional().describe("Key of a declared purpose; leave it out for all of them"),
    at: fields.at,
    language: z.enum(["en", "fr", "es"]).default("en").describe("Of the reasons"),
  }),
  output: z.object({
    known: z.boolean().describe("Whether the person is on record; if not, the verdicts are a stranger's"),
    at: fields.instant,
    purposes: z.array(
      z.object({
        purpose: z.string(),
        kind: z.enum(["marketing", "requestedInformation", "service"]),
        ...verdictSchema.shape,
        tellThem: z.string().describe("The reason as it may be told to the person"),
        facts: z
          .array(
            z.object({
              id: z.string(),
              type: z.string(),
              at: fields.instant,
              recordedAt: fields.instant,
              source: z.string().describe("Who told it"),
              words: z.string().nullable().describe("What stood beside the box"),
            }),
          )
          .describe("The evidence"),
      }),
    ),
  }),
  async run({ world }, { email, purpose, at, language }) {
    const moment = fields.readAt(at) ?? world.clock.now();
    const explained = await explainPerson(world, fields.readAddress(email), purpose, moment);
    return {
      known: explained.known,
      at: formatInstant(explained.at),
      purposes: explained.purposes.map(({ key, declared, verdict, evidence }) => ({
        purpose: key,
        kind: declared.kind,
        ...verdictJson(verdict, language),
        tellThem: wordsOf(verdict, language).recipient,
        // What a fact holds besides may have been typed by anybody.
        facts: evidence.map(({ id, type, at, recordedAt, source, words }) => ({
          ...{ id, type, source, words },
          at: formatInstant(at),
          recordedAt: formatInstant(recordedAt),
        })),
      })),
    };
  },
});
