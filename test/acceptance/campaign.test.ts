// A campaign over the two thousand people of the corpus into a real SMTP server, while somebody clicks away.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { audience } from "../../src/app/campaigns/audience.ts";
import { runCampaign } from "../../src/app/campaigns/run-campaign.ts";
import { startCampaign } from "../../src/app/campaigns/start-campaign.ts";
import { recordLines } from "../../src/app/imports/record-lines.ts";
import { createApp } from "../../src/http/app.ts";
import { signWayOutToken } from "../../src/mail/tokens.ts";
import { makeWorld } from "../support/world.ts";

it("reaches exactly the permitted ones, once each, and not who clicked away before the hand-over", async () => {
  let clickAway: (() => Promise<void>) | undefined;
  const world = await makeWorld({
    at: "2026-11-23T12:00:00Z",
    async onLetter() {
      const click = clickAway;
      clickAway = undefined;
      await click?.();
    },
  });
  const people = readFileSync(join(import.meta.dirname, "../corpus/people.jsonl"), "utf8")
    .trim()
    .split("\n");
  expect(await recordLines(world, lines(people), "file")).toMatchObject({ lines: 2000, refused: 0 });

  const permitted = new Set<string>();
  let last = { address: "", subject: "" };
  for await (const { person, verdict } of audience(world, "newsletter", world.clock.now())) {
    if (verdict.outcome !== "permit" || person.address === null) continue;
    permitted.add(person.address);
    last = { address: person.address, subject: person.subject };
  }

  const template = { format: "markdown", subject: "Spring", body: "New shoes." } as const;
  const campaign = await startCampaign(world, { purpose: "newsletter", template });
  // The first letter is under way; the last person in key order presses the button of an earlier mail.
  const left: number[] = [];
  clickAway = async () => {
    const token = signWayOutToken(
      { subject: last.subject as never, campaign: campaign.id },
      world.secrets.tokenKey,
    );
    const app = createApp(world, { mailbox: false, ready: () => true });
    const answer = await app.request(`/u/${token}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    left.push(answer.status);
  };
  const progress = await runCampaign(world, campaign.id);
  permitted.delete(last.address);

  expect(left).toEqual([200]);
  expect(world.caught.map(({ forwardPath }) => forwardPath).sort()).toEqual([...permitted].sort());
  expect(progress).toMatchObject({
    sent: permitted.size,
    failed: 0,
    uncertain: 0,
    inFlight: 0,
    audience: 2000,
  });
  const refused = Object.values(progress.refused).reduce((sum, number) => sum + number, 0);
  expect(progress.sent + refused).toBe(2000);
  await world.close();
}, 120_000);

async function* lines(all: readonly string[]): AsyncGenerator<string> {
  yield* all;
}
