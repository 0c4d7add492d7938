// `licet policy` and `licet start` as processes: they answer where the settings say, and end when they are told to.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { place, repository } from "../cli/run.ts";
import { freePort } from "../support/free-port.ts";
import { goodConsent } from "../support/people.ts";
import { cloneDatabase } from "../support/world.ts";

async function asked(socketFile: string, recipient: string, user = ""): Promise<string> {
  const socket = connect(socketFile);
  await once(socket, "connect");
  socket.write(
    `request=smtpd_access_policy\nprotocol_state=RCPT\nrecipient=${recipient}\nsasl_username=${user}\n\n`,
  );
  const [answer] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return answer.toString();
}

/** Waits until it has said this; answers all that it said. */
async function saying(child: ChildProcess, what: string): Promise<string> {
  let said = "";
  child.stdout?.on("data", (text) => (said += text));
  child.stderr?.on("data", (text) => (said += text));
  await expect
    .poll(() => said.includes(what) || child.exitCode !== null, { timeout: 20_000, message: said })
    .toBe(true);
  return said;
}

test("answers by one credential, or by the user, and ends well", { timeout: 120_000 }, async () => {
  const here = place({ DATABASE_URL: await cloneDatabase() });
  const socket = join(here.folder, "policy");
  await here.licet("apply", join(repository, "examples", "lunaria", "licet.yaml"));
  const recipient = { country: "ES", kind: "natural" };
  await here.feed(
    `${JSON.stringify({ email: "yes@example.com", recipient, facts: [goodConsent()] })}\n`,
    "record",
    "-",
  );
  await here.licet("gate", "create", "shop", "--purpose", "newsletter");

  expect(await here.licet("policy", "--credential", "crm", "--socket", socket)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no such credential in use"),
  });

  const refused =
    /^action=550 5\.7\.1 no-basis: not permitted for `newsletter`; http:\/\/[^ ]+\/law\/no-basis\n\n$/;
  for (const [typed, user] of [
    [["policy", "--credential", "shop", "--socket", socket], ""],
    [["policy", "--by-user", "--socket", socket], "shop"],
  ] as const) {
    const child = here.start(...typed);
    expect(await saying(child, "Ctrl-C ends it")).toContain(`answering Postfix at ${socket}`);
    expect(await asked(socket, "yes@example.com", user)).toBe("action=DUNNO\n\n");
    expect(await asked(socket, "no@example.com", user)).toMatch(refused);
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
  }

  writeFileSync(
    join(here.folder, ".licet", "licet.env"),
    `LICET_POLICY_SOCKET=${socket}\nLICET_POLICY_CREDENTIAL=shop\n`,
  );
  const server = here.start("start", "--port", String(await freePort()));
  expect(await saying(server, "Ctrl-C stops all of it.")).toMatch(new RegExp(`Policy +${socket}`));
  expect(await asked(socket, "no@example.com")).toMatch(refused);
  server.kill("SIGTERM");
  expect(await once(server, "close")).toEqual([0, null]);

  const [shown] = (await here.licet("gate", "list", "--json")).json();
  expect(shown).toMatchObject({ name: "shop", lastUsedAt: expect.any(String) });
});
