import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withFileLock } from "../../src/store/file-lock.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "licet-lock-"));
  file = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("lets one at a time do its work", async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await sleep(30);
    seen.push(`${name} ends`);
  };
  await Promise.all([withFileLock(file, work("a")), withFileLock(file, work("b"))]);
  expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  expect(existsSync(file)).toBe(false);
});

it("is free when its holder is dead", async () => {
  const dead = spawn("true");
  await once(dead, "exit");
  writeFileSync(file, `${dead.pid} 1`);
  expect(await withFileLock(file, async () => "done")).toBe("done");
});

it("is free when a stranger lives under the number of its holder", async () => {
  writeFileSync(file, `${process.pid} 1`);
  expect(await withFileLock(file, async () => "done")).toBe("done");
});

it("is named after a bounded wait for a holder that lives", async () => {
  const waiting = withFileLock(file, () => withFileLock(file, async () => {}, 50));
  await expect(waiting).rejects.toMatchObject({ code: "embedded-locked", detail: `\`${file}\`` });
});

it("is free again after work that failed", async () => {
  const failing = withFileLock(file, async () => {
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(existsSync(file)).toBe(false);
});
