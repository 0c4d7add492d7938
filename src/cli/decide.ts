// `licet decide`: questions in, answers out, as JSON Lines; no database, no network, no clock.
import type { Command } from "commander";
import { command, readDay } from "./command.ts";
import { exit } from "./failure.ts";
import { paintError, warn, write } from "./terminal.ts";

export function decideCommand(): Command {
  return command("decide", "Answer questions on standard input; no database.", [
    ["licet decide < questions.jsonl > answers.jsonl", "one answer a line, in the same order"],
    ["licet decide --rules 2026-02-05 < questions.jsonl", "by the rules in force on that day"],
  ])
    .option("--rules <date>", "apply the rule set in force on this day; default: the newest", readDay)
    .action(async (options: { rules?: string }) => {
      const { answer } = await import("../core/answer.ts");
      const { parseJson } = await import("../app/imports/sound-json.ts");
      const { splitLines } = await import("../app/imports/split-lines.ts");

      if (process.stdin.isTTY) warn(paintError("dim", "type one question a line, as JSON; Ctrl-D ends"));

      // Answers leave together as soon as no more questions are at hand, so that a program that asks and waits gets its answer.
      let answers = "";
      let sent = Promise.resolve();
      const send = () => {
        sent = write(answers);
        sent.catch(() => {});
        answers = "";
      };
      for await (const line of splitLines(process.stdin)) {
        const json = parseJson(line);
        const given = json.ok
          ? answer(json.value, options)
          : ({ id: null, outcome: "refusal", code: "input-invalid", problem: json.problem } as const);
        if ("problem" in given) process.exitCode = exit.refused;
        if (answers === "") {
          await sent;
          setImmediate(send);
        }
        answers += `${JSON.stringify(given)}\n`;
      }
      if (answers !== "") send();
      await sent;
    });
}
