// POST /submissions: the server of a page that shows `<licet-consent>` hands over what the person did there, with the order.
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { submitEmbedded, type TakenIn } from "../../app/consent/submit-embedded.ts";
import type { World } from "../../app/ports.ts";
import { LANGUAGES } from "../../core/languages.ts";
import type { ApiEnv, Guard } from "../auth.ts";
import { limitBody } from "../body-limit.ts";
import { copyIn } from "../copy/copy.ts";
import { json, jsonBody, needing, problems } from "./document.ts";
import { refuseInvalid } from "./invalid.ts";

const shortText = z.string().min(1).max(200);

const submissionSchema = z
  .strictObject({
    token: z.string().max(8_000).openapi({ description: "The field `licet-token`" }),
    email: z.string(),
    boxes: z
      .array(z.string().max(200))
      .max(100)
      .default([])
      .openapi({ description: "Every value of the field `licet-box`", example: ["newsletter"] }),
    refused: z
      .boolean()
      .default(false)
      .openapi({ description: "Whether the field `licet-refused` was sent" }),
    recipient: z
      .looseObject({})
      .optional()
      .openapi({
        description:
          "What your system knows of the person: `country`, `kind`, …; it fills gaps and replaces nothing",
        example: { country: "FR" },
      }),
    order: z
      .strictObject({
        reference: shortText.openapi({ description: "The number of the order in your system" }),
        category: shortText.optional().openapi({ example: "shoes" }),
        product: shortText.optional(),
        paid: z.boolean().optional(),
        freemium: z.boolean().optional().openapi({ description: "An account that costs nothing" }),
      })
      .optional()
      .openapi({ description: "What was bought, where the form is that of an order" }),
    connection: z
      .strictObject({
        networkAddress: z.union([z.ipv4(), z.ipv6()]).optional(),
        userAgent: z.string().max(256).optional(),
      })
      .optional()
      .openapi({ description: "Where the person came from, as your server saw it" }),
  })
  .openapi("Submission");

const takenInSchema = z
  .object({
    form: z.object({ key: z.string(), version: z.int() }),
    language: z.enum(LANGUAGES),
    boxes: z.array(
      z.object({
        box: z.string(),
        purpose: z.string(),
        outcome: z.enum(["recorded", "waiting", "retired", "notTicked"]).openapi({
          description:
            "`waiting`: on record, and in force once the mailbox has answered; `retired`: not recorded, since the purpose is no longer in use",
        }),
      }),
    ),
    refused: z.boolean(),
    order: z.string().nullable().openapi({ description: "The number of the order whose sale is on record" }),
    message: z
      .array(z.string())
      .openapi({ description: "What happens next, in the person's language, to be shown to them" }),
  })
  .openapi("TakenIn");

export function submissionsApi(world: World, guard: Guard): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid });
  const route = createRoute({
    method: "post",
    path: "/submissions",
    summary: "Hand over what a person did in `<licet-consent>`",
    description:
      "In the request that saves the order. It records what the person ticked under the words that the token names, however long the page was open, and sends the mail that confirms it. The same token for the same address is one act, however often it is sent.",
    security: needing("submissions:write"),
    middleware: [guard("submissions:write"), limitBody(1)] as const,
    request: { body: jsonBody(submissionSchema) },
    responses: {
      ...problems(
        "address-malformed",
        "body-malformed",
        "body-too-large",
        "box-unknown",
        "form-token-malformed",
        "form-for-children",
        "form-token-redeemed",
        "media-type-unsupported",
        "setup-missing",
        "submission-malformed",
      ),
      200: json(takenInSchema, "On record, or there was nothing to record"),
    },
  });
  api.openapi(route, async (c) => {
    const { email, boxes, recipient, order, connection, ...told } = c.req.valid("json");
    const taken = await submitEmbedded(world, {
      ...told,
      address: email,
      ticked: boxes,
      ...(recipient && { recipient }),
      ...(order && { order: withoutAbsent(order) }),
      connection: connection ? withoutAbsent(connection) : null,
      source: `api:${c.var.key.name}`,
    });
    const { open, language, refused } = taken;
    return c.json(
      {
        form: { key: open.form.key, version: open.form.version },
        language,
        boxes: taken.boxes.map(({ key: box, purpose, outcome }) => ({ box, purpose, outcome })),
        refused,
        order: taken.order?.reference ?? null,
        message: [...messageFor(taken)],
      },
      200,
    );
  });
  return api;
}

/** Only the fields that were sent: what nobody said is not said on record. */
function withoutAbsent<Told extends object>(told: Told) {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Told]: Exclude<Told[Name], undefined>;
  };
}

function messageFor({ boxes, refused, language }: TakenIn): readonly string[] {
  const copy = copyIn(language);
  const some = (outcome: string) => boxes.some((box) => box.outcome === outcome);
  return [
    ...(some("waiting") ? [copy.thanks.mailbox] : []),
    ...(some("recorded") ? [copy.thanks.recorded] : []),
    ...(some("retired") ? [copy.embedded.retired] : []),
    ...(refused ? [copy.thanks.refused] : []),
  ];
}
