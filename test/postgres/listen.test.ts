import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endedChannel, listenForEnded } from "../../src/store/listen.ts";
import { cloneDatabase } from "../support/world.ts";

let url: string;
let admin: pg.Client;
beforeAll(async () => {
  url = await cloneDatabase();
  admin = new pg.Client({ connectionString: url });
  await admin.connect();
});
afterAll(() => admin.end());

const listeners = `
  from pg_stat_activity
  where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`;
const count = async () => (await admin.query(`select ${listeners}`)).rowCount;
const cut = () => admin.query(`select pg_terminate_backend(pid) ${listeners}`);
const tell = (subject: string) => admin.query("select pg_notify($1, $2)", [endedChannel, subject]);

it("hears again after its connection was lost, and says that it may have missed something", async () => {
  const heard: string[] = [];
  const stop = await listenForEnded(
    url,
    (subject) => heard.push(subject),
    () => heard.push("gap"),
  );
  await tell("one");
  await expect.poll(() => heard).toEqual(["one"]);
  await cut();
  await expect.poll(() => heard).toEqual(["one", "gap", "gap"]);
  await tell("two");
  await expect.poll(() => heard).toEqual(["one", "gap", "gap", "two"]);
  await stop();
  await expect.poll(count).toBe(0);
});

it("leaves nothing behind when it could not begin", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  let calls = 0;
  server.on("connection", (socket: Socket) => {
    calls += 1;
    socket.destroy();
  });
  const address = `postgres://licet:x@127.0.0.1:${port}/licet`;
  await expect(listenForEnded(address, () => {})).rejects.toThrow();
  await sleep(600);
  expect(calls).toBe(1);
  server.close();
});

it("is ended also while its connection is lost", async () => {
  const stop = await listenForEnded(url, () => {});
  await cut();
  await stop();
  await sleep(600);
  expect(await count()).toBe(0);
});
