// A file of relays is taken whole, or every mistake in it is told with its line.
import { expect, test } from "vitest";
import { readRelaysFile } from "./relays-file.ts";

test("relays have their share, their limits and their warm-up, and defaults for the rest", () => {
  const file = readRelaysFile(`
relays:
  own:
    url: smtps://licet:secret@mail.example
    weight: 3
    connections: 20
    limits: { perSecond: 50, perHour: 20000, perDay: 200000 }
    warmUp: { from: 2026-12-01, daily: [50, 100, 200] }
  spare:
    url: smtp://spare.example:587?tls=required
recipients:
  gmail.com: { connections: 5, perMinute: 600 }
`);
  expect(file).toEqual({
    ok: true,
    declared: {
      relays: [
        {
          name: "own",
          url: "smtps://licet:secret@mail.example",
          weight: 3,
          connections: 20,
          limits: { perSecond: 50, perHour: 20_000, perDay: 200_000 },
          warmUp: { from: "2026-12-01", daily: [50, 100, 200] },
        },
        {
          name: "spare",
          url: "smtp://spare.example:587?tls=required",
          weight: 1,
          connections: 10,
          limits: {},
          warmUp: null,
        },
      ],
      recipients: { "gmail.com": { connections: 5, perMinute: 600 } },
    },
  });
});

test.each([
  ["no relay", "relays: {}\n", 1, "`relays` should be a group with a key for each relay"],
  ["nothing", "", 1, "the file should be"],
  [
    "a web address",
    "relays:\n  a:\n    url: https://mail.example\n",
    3,
    "`relays.a.url` should be an address such as",
  ],
  ["no address", "relays:\n  a:\n    weight: 2\n", 2, "`relays.a.url` is missing"],
  [
    "a mistyped key",
    "relays:\n  a:\n    url: smtp://mail.example\n    wieght: 2\n",
    4,
    "did you mean `weight`?",
  ],
  [
    "a share of nothing",
    "relays:\n  a:\n    url: smtp://mail.example\n    weight: 0\n",
    4,
    "a whole number from 1 to 1000",
  ],
  [
    "a day that no calendar has",
    "relays:\n  a:\n    url: smtp://mail.example\n    warmUp:\n      from: 2026-02-30\n      daily: [50]\n",
    5,
    "`relays.a.warmUp.from` should be a day such as `2026-12-01`",
  ],
  [
    "a limit for an address",
    "relays:\n  a:\n    url: smtp://mail.example\nrecipients:\n  Gmail: { perMinute: 5 }\n",
    5,
    "a domain in small letters",
  ],
  ["no YAML", "relays: [", 1, "this is not YAML"],
])("%s is told with its line", (_name, text, line, problem) => {
  const file = readRelaysFile(text);
  expect(file).toMatchObject({ ok: false, mistakes: [{ line, problem: expect.stringContaining(problem) }] });
});

test("a password is not repeated", () => {
  const file = readRelaysFile("relays:\n  a:\n    url: http://licet:s3cret@mail.example\n");
  expect(JSON.stringify(file)).not.toContain("s3cret");
});
