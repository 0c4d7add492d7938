// Which addresses count together, and when the next mail may go.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "../../core/instant.ts";
import { parseAddress } from "../../ledger/address.ts";
import { isPlainest, likelyMailbox } from "./likely-mailbox.ts";
import { longestWaitMs, mailboxLimits, takeTurn } from "./paces.ts";

const mailboxOf = (text: string) => likelyMailbox(parseAddress(text) ?? { normalised: "none" });

describe("the likely mailbox", () => {
  test.each([
    ["ana+shop@example.com", "ana@example.com"],
    ["ANA+a+b@example.com", "ana@example.com"],
    ["a.n.a+x@gmail.com", "ana@gmail.com"],
    ["ana@googlemail.com", "ana@gmail.com"],
  ])("of %s is %s", (spelling, mailbox) => {
    expect(mailboxOf(spelling)).toBe(mailbox);
  });

  test.each(["a.na@example.com", "+ana@example.com", '"ana+x y"@example.com', "ana@[192.0.2.1]"])(
    "of %s is itself",
    (address) => {
      expect(mailboxOf(address)).toBe(parseAddress(address)?.normalised);
    },
  );

  test("of a likely mailbox is itself", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const address = parseAddress(text);
        if (address) expect(isPlainest({ normalised: likelyMailbox(address) })).toBe(true);
      }),
    );
  });
});

describe("turns", () => {
  const pace = { id: "one", limits: mailboxLimits };
  const take = (known: Map<string, readonly Instant[]>, at: number) =>
    takeTurn(known, [pace], at as Instant, at as Instant);

  test("whenever they are asked for, keep every limit, and none is further away than the longest wait", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20 * 3_600_000), { maxLength: 40 }), (gaps) => {
        const known = new Map<string, readonly Instant[]>();
        const turns: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const turn = take(known, now);
          if (turn === null) continue;
          expect(turn).toBeGreaterThanOrEqual(now);
          expect(turn).toBeLessThanOrEqual(now + longestWaitMs);
          turns.push(turn);
        }
        for (const { mails, withinMs } of mailboxLimits)
          for (let next = mails; next < turns.length; next++)
            expect((turns[next] ?? 0) - (turns[next - mails] ?? 0)).toBeGreaterThanOrEqual(withinMs);
      }),
    );
  });

  test("are given up once none comes in time, and nothing is taken then", () => {
    const known = new Map<string, readonly Instant[]>();
    const turns = Array.from({ length: 12 }, () => take(known, 0));
    expect(turns.filter((turn) => turn !== null)).toHaveLength(7);
    expect(turns.at(-1)).toBeNull();
  });
});
