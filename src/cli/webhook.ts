// `licet webhook`: which other systems are told of changes, whether they take them, and how to stop that.
import { type Command, InvalidArgumentError, Option } from "commander";
import type { World } from "../app/ports.ts";
import { isWebhookEvent, WEBHOOK_EVENTS, type Webhook } from "../app/webhooks/webhook.ts";
import { formatInstant } from "../core/instant.ts";
import { CodedError } from "../errors.ts";
import { command, uuid } from "./command.ts";
import { exit } from "./failure.ts";
import { columns, counted, minute, paint, say, sayJson, warn } from "./terminal.ts";

const events = Object.keys(WEBHOOK_EVENTS);

export function webhookCommand(): Command {
  return command("webhook", "Tell other systems who may be written to and who no longer.", [
    ["licet webhook add https://crm.example.com/licet --by Ana", "it hears of every change from now on"],
    ["licet webhook list", "whether each of them takes what it is told"],
  ])
    .addCommand(add())
    .addCommand(list())
    .addCommand(trial())
    .addCommand(resume())
    .addCommand(remove());
}

interface AddOptions {
  readonly events: string[];
  readonly by: string;
  readonly withAddresses?: true;
  readonly fromBeginning?: true;
  readonly json?: true;
}

function add(): Command {
  return command("webhook add", "Add a system that is told of changes, and show its secret.", [
    ["licet webhook add https://crm.example.com/licet --by Ana", "people are named by subject key alone"],
    [
      "licet webhook add https://crm.example.com/licet --by Ana --with-addresses --from-beginning",
      "by address too, and the whole present state first",
    ],
  ])
    .argument("<url>", "where messages are posted: `https://…`, or `http://` on this machine")
    .addOption(
      new Option("--events <events>", `with commas between: ${events.join(", ")}`)
        .argParser(readEvents)
        .default(events, "both"),
    )
    .requiredOption("--by <name>", "who adds it")
    .option("--with-addresses", "name people by their address too, where it is kept")
    .option("--from-beginning", "tell it the whole present state first")
    .option("--json", "one JSON line")
    .action(async (url: string, options: AddOptions) => {
      const { withWorld } = await import("./with-world.ts");
      const { addWebhook } = await import("../app/webhooks/add-webhook.ts");
      const { id, secret } = await withWorld(({ world }) =>
        addWebhook(world, {
          ...{ url, events: options.events, by: options.by },
          withAddresses: options.withAddresses === true,
          fromBeginning: options.fromBeginning === true,
        }),
      );
      if (options.json) return sayJson({ id, secret });
      await say(secret);
      warn(
        paint(
          "dim",
          `shown this once; give it to the receiver, which checks signatures with it. Try it with \`licet webhook test ${id}\``,
        ),
      );
    });
}

function list(): Command {
  return command("webhook list", "List the systems that are told, and whether they take it.", [
    ["licet webhook list", "failing and disabled ones in red"],
  ])
    .option("--json", "one JSON line a webhook")
    .action(async ({ json }: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { webhooks, newest } = await withWorld(async ({ world }) => ({
        webhooks: await world.store.webhooks.list(),
        newest: await world.store.changes.newest(),
      }));
      if (json) {
        for (const webhook of webhooks) await sayJson(webhookJson(webhook, newest));
        return;
      }
      if (webhooks.length === 0) return say("nobody is told yet; add a system with `licet webhook add`");
      const rows = webhooks.map((webhook) => [
        paint("bold", shownUrl(webhook.url)),
        webhook.events.join(" "),
        webhook.withAddresses ? "with addresses" : "",
        stateOf(webhook, newest),
        paint("dim", `${webhook.id}  added by ${webhook.addedBy}`),
      ]);
      for (const row of columns(rows)) await say(row);
    });
}

function trial(): Command {
  return command("webhook test", "Send a message that says nothing, and show what is answered.", [
    ["licet webhook test 01981d3e-…", "the id that `licet webhook list` shows"],
  ])
    .argument("<id>", "the id of the webhook", uuid)
    .action(async (id: string) => {
      const { withWorld } = await import("./with-world.ts");
      const { tryWebhook } = await import("../app/webhooks/deliver-webhooks.ts");
      const status = await withWorld(({ world }) => tryWebhook(world, id));
      if (status !== null && status >= 200 && status < 300)
        return say(`it answered ${status}: it takes messages`);
      warn(
        status === null
          ? "no answer within 15 seconds; an answer that redirects counts as none"
          : `it answered ${status}: a message counts as taken with a status from 200 to 299`,
      );
      process.exitCode = exit.refused;
    });
}

function resume(): Command {
  return command(
    "webhook resume",
    "Try one again that is failing or disabled; it goes on from where it was.",
    [["licet webhook resume 01981d3e-…", "the id that `licet webhook list` shows"]],
  )
    .argument("<id>", "the id of the webhook", uuid)
    .action(async (id: string) => {
      await ofKnown((world) => world.store.webhooks.resume(id, world.clock.now()));
      await say("it is told again, from where it was");
    });
}

function remove(): Command {
  return command("webhook remove", "Tell a system nothing more. Its secret is worthless then.", [
    ["licet webhook remove 01981d3e-…", "the id that `licet webhook list` shows"],
  ])
    .argument("<id>", "the id of the webhook", uuid)
    .action(async (id: string) => {
      await ofKnown((world) => world.store.webhooks.remove(id));
      await say("removed");
    });
}

async function ofKnown(work: (world: World) => Promise<boolean>): Promise<void> {
  const { withWorld } = await import("./with-world.ts");
  if (!(await withWorld(({ world }) => work(world)))) throw new CodedError("webhook-unknown");
}

function readEvents(text: string): string[] {
  const named = text.split(",").map((event) => event.trim());
  if (!named.every(isWebhookEvent)) throw new InvalidArgumentError(`The events are ${events.join(", ")}.`);
  return named;
}

function stateOf(webhook: Webhook, newest: number): string {
  const { disabledAt, failingSince, lastFailure, dueAt, taken } = webhook;
  if (disabledAt !== null) {
    const why =
      lastFailure === "410" ? "it answered 410, gone" : `a week of failures, the last: ${lastFailure}`;
    return paint("red", `disabled ${minute(disabledAt)}: ${why}`);
  }
  if (failingSince !== null)
    return paint(
      "red",
      `failing since ${minute(failingSince)}, the last: ${lastFailure}; next try ${minute(dueAt)}`,
    );
  return taken < newest
    ? `${counted(newest - taken, "change", "changes")} behind`
    : paint("green", "in step");
}

/** What follows the path may be a password of its receiver's. */
function shownUrl(text: string): string {
  const { origin, pathname, search } = new URL(text);
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}

function webhookJson({ url, addedAt, failingSince, dueAt, disabledAt, ...rest }: Webhook, newest: number) {
  const written = (at: Webhook["failingSince"]) => (at === null ? null : formatInstant(at));
  return {
    ...rest,
    url: shownUrl(url),
    behind: Math.max(0, newest - rest.taken),
    addedAt: formatInstant(addedAt),
    failingSince: written(failingSince),
    dueAt: formatInstant(dueAt),
    disabledAt: written(disabledAt),
  };
}
