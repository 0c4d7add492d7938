// The example shops as processes, each beside a Licet that serves their pages.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createApiKey } from "../../src/app/keys/create-api-key.ts";
import { applySetup } from "../../src/app/setup/apply.ts";
import { readSetupFile } from "../../src/app/setup/setup-file.ts";
import { createApp } from "../../src/http/app.ts";
import { serve } from "../../src/http/serve.ts";
import { freePort } from "../support/free-port.ts";
import { lunaria, makeWorld, type TestWorld } from "../support/world.ts";

export type Kind = "node" | "spa" | "php";

export interface Shop {
  readonly url: string;
  /** What is saved there, whatever became of the rest. */
  orders(): readonly { readonly reference: string; readonly email: string }[];
  /** What it could not hand over yet. */
  waiting(): number;
}

export interface ShoppingStreet {
  readonly world: TestWorld;
  readonly shops: Readonly<Record<Kind, Shop>>;
  readonly licetUrl: string;
  /** Takes Licet away, and brings it back. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

const kinds: readonly Kind[] = ["node", "spa", "php"];

/** @param php - where the program is; absent: the shop in PHP is not opened. */
export async function openStreet(php: string | undefined): Promise<ShoppingStreet> {
  const ports = {
    licet: await freePort(),
    node: await freePort(),
    spa: await freePort(),
    php: await freePort(),
  };
  const origins = kinds.map((kind) => `"http://127.0.0.1:${ports[kind]}"`).join(", ");
  const licetUrl = `http://127.0.0.1:${ports.licet}`;
  const world = Object.assign(await makeWorld({ setup: false }), { publicUrl: licetUrl });
  const read = readSetupFile(lunaria().replace('"http://127.0.0.1:8080"', origins));
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  await applySetup(world, read.declared);
  const { secret } = await createApiKey(world, { name: "shop", scopes: ["submissions:write"] });

  const limits = { posts: { requests: 10_000, windowSeconds: 60 } };
  const open = () => serve(createApp(world, { mailbox: false, ready: () => true, limits }), ports.licet);
  let server: Awaited<ReturnType<typeof serve>> | null = await open();
  const folders = kinds.map(() => mkdtempSync(join(tmpdir(), "licet-shop-")));
  const processes: ChildProcess[] = [];
  for (const [index, kind] of kinds.entries()) {
    if (kind === "php" && php === undefined) continue;
    const env = {
      ...process.env,
      LICET_URL: licetUrl,
      LICET_KEY: secret,
      SHOP_FOLDER: folders[index],
      PORT: String(ports[kind]),
    };
    const [program, args] =
      kind === "php"
        ? [php as string, ["-S", `127.0.0.1:${ports.php}`, "examples/widget/php/index.php"]]
        : [process.execPath, [`examples/widget/${kind}/${kind === "node" ? "shop" : "server"}.ts`]];
    processes.push(spawn(program, args, { env, stdio: "ignore" }));
    await answers(`http://127.0.0.1:${ports[kind]}`);
  }
  const shop = (kind: Kind): Shop => {
    const lines = (name: string) => {
      const file = join(folders[kinds.indexOf(kind)] as string, name);
      return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
    };
    return {
      url: `http://127.0.0.1:${ports[kind]}/`,
      orders: () => lines("orders.jsonl").map((line) => JSON.parse(line)),
      waiting: () => lines("waiting.jsonl").length,
    };
  };
  const down = async () => {
    await server?.close();
    server = null;
  };
  return {
    world,
    shops: { node: shop("node"), spa: shop("spa"), php: shop("php") },
    licetUrl,
    down,
    up: async () => {
      server ??= await open();
    },
    close: async () => {
      for (const process of processes) process.kill();
      await down();
      await world.close();
      for (const folder of folders) rmSync(folder, { recursive: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await wait(100);
  }
  throw new Error(`nobody answers at ${url}`);
}
