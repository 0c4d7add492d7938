// POST /permits: whether a mail that another system is about to send is permitted, for one person or thousands.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { World } from "../../app/ports.ts";
import { type Answered, giveVerdicts } from "../../app/verdicts/give-verdicts.ts";
import { formatInstant } from "../../core/instant.ts";
import { TRACKING_KEY } from "../../core/tracking.ts";
import { parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { json, jsonBody, needing, problems, purposeSchema } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const mostPeople = 10_000;
/** An address has 254 characters at most, and few have fifty. */
const mostMegabytes = 4;

const shortText = z.string().min(1).max(200);
const flag = z.boolean().optional();

const messageSchema = z
  .strictObject({
    blocks: z
      .array(shortText)
      .max(50)
      .optional()
      .openapi({ description: "What stands in it", example: ["promo"] }),
    senderIdentity: flag,
    postalAddress: flag,
    optOut: flag,
    recognisableAsAd: flag,
    statute: shortText
      .optional()
      .openapi({ description: "`legalNotice`: the law that demands it", example: "GDPR 34" }),
    contract: shortText.optional().openapi({
      description: "Kind `service`: as in the `contract.started` on record",
      example: "ORDER-17",
    }),
    case: shortText.optional().openapi({ description: "`rightsReply`: the id of the request by right" }),
    request: shortText.optional().openapi({
      description: "Kind `requestedInformation`, and `doubleOptIn`: the id of the fact that it answers",
    }),
    roleFit: shortText.optional(),
    lia: shortText.optional(),
    art14: flag,
  })
  .openapi("PermitMessage", { description: "What the mail declares of itself, as in the decision contract" });

const requestSchema = z
  .strictObject({
    purpose: purposeSchema.openapi({
      description: "A declared purpose, or `legalNotice`, `rightsReply`, `doubleOptIn` or `withdrawalAck`",
    }),
    message: messageSchema.optional(),
    people: z
      .array(z.strictObject({ email: z.string().max(1000) }))
      .min(1)
      .max(mostPeople),
  })
  .openapi("PermitRequest");

const answerSchema = z
  .object({
    email: z.string().openapi({ description: "As it was asked" }),
    id: z
      .uuid()
      .nullable()
      .openapi({ description: "To quote, of a refusal too; null: nobody can be written to at this address" }),
    outcome: z.enum(["permit", "refusal"]),
    code: z.string().nullable().openapi({ description: "Of a refusal: why" }),
    basis: z.string().nullable().openapi({ description: "Of a permit: on what it rests" }),
    jurisdiction: z.string().nullable(),
    evidence: z.array(z.string()).openapi({ description: "Ids of the facts that carry it, or bar it" }),
    validUntil: z.iso
      .datetime()
      .nullable()
      .openapi({ description: "When the basis ends if nothing else happens" }),
    alsoRefused: z.array(z.string()),
    citations: z.array(z.string()),
    obligations: z.array(z.string()).openapi({ description: "What the mail must carry" }),
    tracking: z.enum(["none", "last-open-date", "full"]),
    rules: z.string().nullable(),
    atMost: z
      .enum(["week", "month"])
      .nullable()
      .openapi({ description: "How often at most the person wishes to hear of it; null: as it comes" }),
    expiresAt: z.iso.datetime().nullable().openapi({
      description:
        "A permit is good for one sending that has begun by then: at most a minute; null: a refusal",
    }),
    problem: z.string().optional().openapi({ description: "With `input-invalid`: what is wrong" }),
  })
  .openapi("PermitAnswer");
type AnswerJson = z.input<typeof answerSchema>;

export function permitsApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  api.openapi(
    createRoute({
      method: "post",
      path: "/permits",
      summary: "Ask before you send: a permit or a refusal for each person",
      description: `For software that sends by itself. At most ${mostPeople.toLocaleString("en")} people a request; answers come in the order of the question, and a person who is named twice has one answer. Whoever is not on record is refused. Every answer is on record before it is given, under the name of the key, for 90 days.`,
      security: needing("permits:ask"),
      middleware: [guard("permits:ask"), limitBody(mostMegabytes)] as const,
      request: { body: jsonBody(requestSchema) },
      responses: {
        ...problems("body-malformed", "body-too-large", "media-type-unsupported", "setup-missing"),
        200: json(
          z.object({ answers: z.array(answerSchema) }).openapi("PermitAnswers"),
          "One answer a person",
        ),
      },
    }),
    async (c) => {
      const { people, ...sending } = c.req.valid("json");
      const asked = people.map(({ email }) => {
        const address = parseAddress(email);
        return { email, subject: address && subjectIdOf(address, world.secrets) };
      });
      const subjects = new Set(asked.flatMap(({ subject }) => subject ?? []));
      const asker = { via: "api", asker: c.var.key.name, observed: false } as const;
      const given = await giveVerdicts(world, asker, sending, subjects);
      const answers = asked.map(({ email, subject }) => {
        const answer = subject === null ? undefined : given.get(subject);
        return answer ? answerJson(email, answer) : noAddress(email);
      });
      return c.json({ answers }, 200);
    },
  );
  return api;
}

function answerJson(email: string, { id, purpose, verdict, expiresAt, atMost }: Answered): AnswerJson {
  const { outcome, code, basis, jurisdiction, tracking, rules, validUntil } = verdict;
  return {
    ...{ email, id, outcome, code, basis, jurisdiction },
    evidence: [...verdict.evidence],
    validUntil: validUntil === null ? null : formatInstant(validUntil),
    alsoRefused: [...verdict.alsoRefused],
    citations: [...verdict.citations],
    obligations: [...verdict.obligations],
    ...{ tracking, rules, atMost },
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
    ...(code === "input-invalid" && { problem: `\`purpose\`: ${problemOf(purpose)}` }),
  };
}

function problemOf(purpose: string): string {
  return purpose === TRACKING_KEY
    ? `nothing is sent for \`${purpose}\`; what may be followed is in \`tracking\``
    : `\`${purpose}\` is not declared`;
}

function noAddress(email: string): AnswerJson {
  return {
    ...{ email, id: null, outcome: "refusal", code: "input-invalid", basis: null, jurisdiction: null },
    ...{ evidence: [], validUntil: null, alsoRefused: [], citations: [], obligations: [], tracking: "none" },
    ...{ rules: null, atMost: null, expiresAt: null },
    problem: "`email`: not an address that mail can be sent to",
  };
}
