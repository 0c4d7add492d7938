// The whole way round with a real mail server: a campaign goes out, and what Debian's Postfix cannot deliver comes back as a fact.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { PostOffice } from "../../src/app/ports.ts";
import { hear } from "../../src/listeners.ts";
import { openInbound } from "../../src/smtp/inbound.ts";
import { openRelay } from "../../src/smtp/relay.ts";
import { needs } from "../support/needs.ts";
import { goodConsent, subjectOf, tell } from "../support/people.ts";
import { makeWorld } from "../support/world.ts";
import { openPostfix } from "./postfix.ts";
import { bounceAddress, listening, send } from "./returned.ts";

needs("postfix").describe("a campaign through a relay that bounces", () => {
  test.skipIf(process.getuid?.() !== 0)(
    "ends with the mailbox that is gone barred, and nobody else",
    async () => {
      const opened: { post?: PostOffice } = {};
      const post: PostOffice = {
        get name() {
          return opened.post?.name ?? "postfix";
        },
        get width() {
          return opened.post?.width ?? 1;
        },
        deliver: (ask, letter) => (opened.post as PostOffice).deliver(ask, letter),
        close: async () => opened.post?.close(),
      };
      const world = await makeWorld({ listening, post });
      const inbound = await openInbound({
        port: 0,
        host: "127.0.0.1",
        tls: null,
        bounceAddress,
        key: world.secrets.tokenKey,
        hear: (mail) => hear(world, mail, "inbound:smtp"),
        contact: async () => null,
      });
      const postfix = await openPostfix(bounceAddress.domain, inbound.port);
      opened.post = openRelay(postfix.url);
      try {
        for (const who of ["there@example.com", "nobody@example.com", "far@example.net"])
          await tell(world, who, goodConsent());
        const campaign = await send(world);
        const bounces = async (who: string) =>
          (await world.store.people.facts(subjectOf(world, who))).filter(
            ({ type }) => type === "address.bounced",
          );
        while (
          (await bounces("nobody@example.com")).length === 0 ||
          (await bounces("far@example.net")).length === 0
        )
          await sleep(100);
        expect(await bounces("nobody@example.com")).toMatchObject([
          { source: "inbound:smtp", body: { class: "hard", says: "mailbox-gone", status: "5.1.1" } },
        ]);
        // Postfix knows no way there: that says nothing of the mailbox.
        expect(await bounces("far@example.net")).toMatchObject([{ body: { class: "soft" } }]);
        expect(await bounces("there@example.com")).toEqual([]);
        expect(await world.store.campaigns.progress(campaign)).toMatchObject({
          sent: 3,
          returned: { bounced: 2, complained: 0, refusedUs: 0 },
        });
      } finally {
        postfix.stop();
        await inbound.close();
        await world.close();
      }
    },
  );
});
