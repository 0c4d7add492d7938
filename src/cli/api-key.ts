// `licet api-key`: makes, lists and revokes the keys with which other systems use the API.
import { type Command, InvalidArgumentError } from "commander";
import { isScope, scopes } from "../app/keys/scopes.ts";
import { formatInstant } from "../core/instant.ts";
import { collect, command, uuid } from "./command.ts";
import { exit } from "./failure.ts";
import { columns, minute, paint, say, sayJson, warn } from "./terminal.ts";

export function apiKeyCommand(): Command {
  return command("api-key", "Make, list and revoke keys for the API.", [
    ["licet api-key create --name shop --scope facts:write", "a key that may only record facts"],
  ])
    .addCommand(create())
    .addCommand(list())
    .addCommand(revoke());
}

function create(): Command {
  const listed = Object.entries(scopes).map(([scope, meaning]) => [`  ${scope}`, meaning]);
  return command(
    "api-key create",
    "Make a key. It is shown once, here, and stored nowhere: only its hash is.",
    [["licet api-key create --name shop --scope facts:write", "a key that may only record facts"]],
  )
    .requiredOption("--name <name>", "who will use it; the facts that come in under it cite this name")
    .requiredOption(
      "--scope <scope>",
      "what it may do; repeat it for more",
      (value: string, before?: string[]) => {
        if (!isScope(value))
          throw new InvalidArgumentError(
            `The scopes are ${Object.keys(scopes)
              .map((scope) => `\`${scope}\``)
              .join(", ")}.`,
          );
        return collect(value, before);
      },
    )
    .option("--json", "one JSON line")
    .addHelpText("after", () => ["", paint("bold", "Scopes:"), ...columns(listed)].join("\n"))
    .action(async (options: { name: string; scope: string[]; json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const { createApiKey } = await import("../app/keys/create-api-key.ts");
      const { key, secret } = await withWorld(({ world }) =>
        createApiKey(world, { name: options.name, scopes: options.scope }),
      );
      if (options.json) return sayJson({ id: key.id, name: key.name, scopes: key.scopes, key: secret });
      await say(secret);
      warn(
        paint(
          "dim",
          `shown this once; send it as \`Authorization: Bearer …\`; take it back with \`licet api-key revoke ${key.id}\``,
        ),
      );
    });
}

function list(): Command {
  return command("api-key list", "List the keys: who uses them, for what, and when last.", [
    ["licet api-key list", "all keys, revoked ones too"],
  ])
    .option("--json", "one JSON line a key")
    .action(async (options: { json?: true }) => {
      const { withWorld } = await import("./with-world.ts");
      const keys = await withWorld(({ world }) => world.store.apiKeys.list());
      if (options.json) {
        const written = (at: (typeof keys)[number]["lastUsedAt"]) => (at === null ? null : formatInstant(at));
        for (const { id, name, scopes, createdAt, lastUsedAt, revokedAt } of keys)
          await sayJson({
            id,
            name,
            scopes,
            createdAt: written(createdAt),
            lastUsedAt: written(lastUsedAt),
            revokedAt: written(revokedAt),
          });
        return;
      }
      if (keys.length === 0) return say("there are no keys yet; make one with `licet api-key create`");
      const rows = keys.map((key) => [
        paint(key.revokedAt === null ? "bold" : "dim", key.name),
        key.scopes.join(" "),
        key.revokedAt === null
          ? key.lastUsedAt === null
            ? "never used"
            : `last used ${minute(key.lastUsedAt)}`
          : `revoked ${minute(key.revokedAt)}`,
        paint("dim", key.id),
      ]);
      for (const row of columns(rows)) await say(row);
    });
}

function revoke(): Command {
  return command("api-key revoke", "Take a key out of use, at once and for good.", [
    ["licet api-key revoke 01981d3e-…", "the id that `licet api-key list` shows"],
  ])
    .argument("<id>", "the id of the key", uuid)
    .action(async (id: string) => {
      const { withWorld } = await import("./with-world.ts");
      const { revokeApiKey } = await import("../app/keys/revoke-api-key.ts");
      if (await withWorld(({ world }) => revokeApiKey(world, id))) return say("revoked");
      warn(`no key in use has the id \`${id}\`; see \`licet api-key list\``);
      process.exitCode = exit.refused;
    });
}
