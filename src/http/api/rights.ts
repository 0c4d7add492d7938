// /rights: requests by which people exercise their rights. Addresses come in bodies, since they have no place in a URL.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { World } from "../../app/ports.ts";
import { answerCase, extendCase } from "../../app/rights/answer-case.ts";
import { type Case, timeliness } from "../../app/rights/case.ts";
import { heldData } from "../../app/rights/held.ts";
import { findCase, listCases } from "../../app/rights/list-cases.ts";
import { openCase } from "../../app/rights/open-case.ts";
import { inLanguage } from "../../app/setup/in-language.ts";
import { ANSWER_OUTCOMES, REQUESTED_VIA, RESTRICTION_GROUNDS, RIGHTS } from "../../core/facts.ts";
import { formatInstant, type Instant } from "../../core/instant.ts";
import { CodedError } from "../../errors.ts";
import { type Address, parseAddress } from "../../ledger/address.ts";
import { subjectIdOf } from "../../ledger/secrets.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { instantSchema, json, jsonBody, needing, problems } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const words = z.string().max(10_000);
const idSchema = z.object({ request: z.string().max(200).openapi({ description: "Id of the request" }) });

const requestSchema = z
  .object({
    id: z.string(),
    subject: z.uuid().openapi({ description: "The key of the person; no address" }),
    right: z.enum(RIGHTS),
    via: z.enum(REQUESTED_VIA).nullable(),
    ground: z.enum(RESTRICTION_GROUNDS).nullable().openapi({ description: "GDPR 18(1)" }),
    words: z.string().nullable().openapi({ description: "What the person wrote; null after an erasure" }),
    identity: z.string().nullable(),
    state: z.enum(["open", "due-soon", "late", "answered", "answered-late"]),
    receivedAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().openapi({ description: "GDPR 12(3), by Regulation 1182/71" }),
    extended: z.object({ at: z.iso.datetime(), reasons: z.string().nullable() }).nullable(),
    answered: z
      .object({
        at: z.iso.datetime(),
        outcome: z.enum(ANSWER_OUTCOMES),
        words: z.string().nullable(),
        recordedAt: z.iso.datetime(),
      })
      .nullable(),
  })
  .openapi("RightsRequest");

const openingSchema = z
  .strictObject({
    email: z.string(),
    right: z.enum(RIGHTS),
    via: z.enum(REQUESTED_VIA),
    receivedAt: instantSchema.optional().openapi({ description: "The month runs from then; absent: now" }),
    ground: z.enum(RESTRICTION_GROUNDS).optional(),
    identity: words.optional().openapi({ description: "How it was made sure that it is the person" }),
    words: words.optional(),
  })
  .openapi("RightsRequestOpening");

const answerSchema = z
  .strictObject({
    outcome: z.enum(ANSWER_OUTCOMES),
    words: words.optional().openapi({ description: "What the mail says; a refusal needs its reasons" }),
    by: z.enum(["mail", "elsewhere"]).default("mail"),
    email: z.string().optional().openapi({ description: "Where the mail goes, if the address is not kept" }),
  })
  .openapi("RightsAnswer");

const extensionSchema = z
  .strictObject({ reasons: words, email: z.string().optional() })
  .openapi("RightsExtension");

const ofEveryBody = ["body-malformed", "body-too-large", "media-type-unsupported", "setup-missing"] as const;
const ofEveryStep = [
  ...ofEveryBody,
  "address-malformed",
  "case-address-missing",
  "case-address-other",
  "case-answered",
  "case-reasons-missing",
  "case-unknown",
] as const;

export function rightsApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const reading = { security: needing("rights:read"), middleware: [guard("rights:read")] };
  const writing = {
    method: "post" as const,
    security: needing("rights:write"),
    middleware: [guard("rights:write"), limitBody(1)],
  };
  const one = json(requestSchema, "The request as it stands");

  api.openapi(
    createRoute({
      method: "get",
      path: "/rights",
      summary: "List requests by right",
      ...reading,
      request: {
        query: z.object({
          which: z
            .enum(["open", "all"])
            .default("open")
            .openapi({ description: "`open`: by the day they are due; `all`: the newest first" }),
        }),
      },
      responses: {
        ...problems("query-malformed"),
        200: json(z.object({ requests: z.array(requestSchema) }), "The requests"),
      },
    }),
    async (c) => {
      const cases = await listCases(world, c.req.valid("query").which);
      return c.json({ requests: cases.map((found) => requestJson(found, world.clock.now())) }, 200);
    },
  );

  api.openapi(
    createRoute({
      method: "get",
      path: "/rights/{request}",
      summary: "One request by right",
      ...reading,
      request: { params: idSchema },
      responses: { ...problems("case-unknown"), 200: one },
    }),
    async (c) => {
      const found = await findCase(world, c.req.valid("param").request);
      return c.json(requestJson(found, world.clock.now()), 200);
    },
  );

  api.openapi(
    createRoute({
      path: "/rights",
      summary: "Put a request on record that came by letter, by phone or in person",
      ...writing,
      request: { body: jsonBody(openingSchema) },
      responses: {
        ...problems(...ofEveryBody, "address-malformed", "fact-ahead"),
        201: json(
          requestSchema.extend({
            known: z
              .boolean()
              .openapi({ description: "False: nothing is held, and neither address nor words were kept" }),
          }),
          "The request is on record",
        ),
      },
    }),
    async (c) => {
      const { email, receivedAt, ...asked } = c.req.valid("json");
      const now = world.clock.now();
      const { opened, known } = await openCase(
        world,
        { ...asked, address: addressIn(email), receivedAt: receivedAt ?? now },
        `api:${c.var.key.name}`,
      );
      return c.json({ ...requestJson(opened, now), known }, 201);
    },
  );

  api.openapi(
    createRoute({
      path: "/rights/{request}/answer",
      summary: "Answer a request, and end it",
      ...writing,
      request: { params: idSchema, body: jsonBody(answerSchema) },
      responses: { ...problems(...ofEveryStep, "case-not-erased"), 200: one },
    }),
    async (c) => {
      const { email, ...answer } = c.req.valid("json");
      const found = await answerCase(
        world,
        c.req.valid("param").request,
        { ...answer, address: optionalAddress(email) },
        `api:${c.var.key.name}`,
      );
      return c.json(requestJson(found, world.clock.now()), 200);
    },
  );

  api.openapi(
    createRoute({
      path: "/rights/{request}/extension",
      summary: "Take the two further months, and tell the person why",
      ...writing,
      request: { params: idSchema, body: jsonBody(extensionSchema) },
      responses: { ...problems(...ofEveryStep, "case-extended", "case-extension-late"), 200: one },
    }),
    async (c) => {
      const { email, reasons } = c.req.valid("json");
      const found = await extendCase(
        world,
        c.req.valid("param").request,
        { reasons, address: optionalAddress(email) },
        `api:${c.var.key.name}`,
      );
      return c.json(requestJson(found, world.clock.now()), 200);
    },
  );

  api.openapi(
    createRoute({
      method: "post",
      path: "/rights/held-data",
      summary: "Everything that is held about one person",
      description: "As `schema/held-data.schema.json` has it (GDPR 15, 20).",
      security: needing("people:read"),
      middleware: [guard("people:read"), limitBody(1)] as const,
      request: { body: jsonBody(z.strictObject({ email: z.string() }).openapi("HeldDataRequest")) },
      responses: {
        ...problems(...ofEveryBody, "address-malformed", "subject-unknown"),
        200: json(z.looseObject({ format: z.literal("licet-held-data-1") }), "Every row of every table"),
      },
    }),
    async (c) => {
      const subject = subjectIdOf(addressIn(c.req.valid("json").email), world.secrets);
      const setup = await world.store.setup.current();
      if (!setup) throw new CodedError("setup-missing");
      const person = (await world.store.people.find([subject])).get(subject);
      const language = inLanguage(setup.controller.content.languages, person?.language);
      // Rows are whatever JSON the tables make; a copy is of no type but that.
      return c.json(JSON.parse(JSON.stringify(await heldData(world, subject, language))), 200);
    },
  );
  return api;
}

function addressIn(text: string): Address {
  const address = parseAddress(text);
  if (address === null) throw new CodedError("address-malformed");
  return address;
}

function optionalAddress(text: string | undefined): Address | undefined {
  return text === undefined ? undefined : addressIn(text);
}

function requestJson(found: Case, now: Instant): z.input<typeof requestSchema> {
  const { receivedAt, recordedAt, dueAt, extended, answered, ...rest } = found;
  return {
    ...rest,
    state: timeliness(found, now),
    receivedAt: formatInstant(receivedAt),
    recordedAt: formatInstant(recordedAt),
    dueAt: formatInstant(dueAt),
    extended: extended && { at: formatInstant(extended.at), reasons: extended.reasons },
    answered: answered && {
      at: formatInstant(answered.at),
      outcome: answered.outcome,
      words: answered.words,
      recordedAt: formatInstant(answered.recordedAt),
    },
  };
}
