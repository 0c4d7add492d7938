// The questions in the terminal, as somebody answers them with a keyboard.
import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { askDates, askMapping, askToRecord } from "../../src/cli/import-wizard.ts";

const proposed = [
  { column: "E-Mail", field: "email", examples: ["ana@example.com"], words: [] },
  { column: "Status", field: "state", examples: ["aktiv"], words: ["Aktiv", "Weg"] },
  { column: "Nr", field: null, examples: ["1"], words: ["1"] },
] as const;

const [enter, down, away] = ["\r", "\u001b[B", "\u001b"];

/** Presses a key each time that a question is there to be answered. */
function terminal(...keys: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  output.on("data", (text: Buffer) => (shown += text.toString()));
  void (async () => {
    for (const key of keys) {
      const before = shown.length;
      await sleep(150);
      for (let waited = 0; shown.length === before && shown === "" && waited < 100; waited += 1)
        await sleep(50);
      input.write(key);
    }
  })();
  return { input, output, shown: () => shown };
}

test("what is proposed is shown with examples; each word of a state gets its meaning", async () => {
  const at = terminal(enter, enter, down, enter);
  expect(await askMapping(proposed, at)).toEqual({
    columns: { "E-Mail": "email", Status: "state" },
    states: { aktiv: "silent", weg: "stopped" },
  });
  expect(at.shown()).toContain("ana@example.com");
  expect(at.shown()).toContain("`Status` is `Weg`");
});

test("a column that is something else can be said so", async () => {
  const at = terminal(down, enter, enter, enter, down, enter, enter, enter);
  const { columns } = await askMapping(proposed, at);
  expect(columns).toEqual({ "E-Mail": "email", Status: "state", Nr: "email" });
});

test("dates are asked about, and recording is never the answer of who only presses enter", async () => {
  expect(await askDates("03/04/2024 may be read in two ways", terminal(down, enter))).toBe("month-first");
  expect(await askToRecord(terminal(enter))).toBe(false);
  expect(await askToRecord(terminal("y"))).toBe(true);
});

test("who leaves, leaves everything as it was", async () => {
  await expect(askToRecord(terminal(away))).rejects.toMatchObject({ name: "Interrupted" });
});
