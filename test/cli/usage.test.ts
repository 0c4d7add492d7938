// What the command says to somebody who does not know it yet, or who mistyped.
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { program } from "../../src/cli/program.ts";
import { place } from "./run.ts";

const { licet } = place();

function below(command: Command, path = ""): readonly (readonly [string, Command])[] {
  return command.commands.flatMap((one) => {
    const name = `${path} ${one.name()}`.trim();
    return [[name, one] as const, ...below(one, name)];
  });
}
const all = await program();
const commands = below(all);

describe("help", () => {
  test("`licet` alone shows what there is to ask", async () => {
    const { status, stdout } = await licet();
    expect(status).toBe(0);
    expect(all.commands.length).toBeGreaterThan(30);
    for (const command of all.commands) expect(stdout).toMatch(new RegExp(`^ {2}${command.name()}\\b`, "m"));
  });

  test.each(commands)("`licet %s --help` shows an example", (path, command) => {
    const help: string[] = [];
    command.configureOutput({ writeOut: (text) => void help.push(text) }).outputHelp();
    expect(help.join("")).toMatch(new RegExp(`Examples?:\\n[^]*licet ${path.split(" ")[0]}`));
  });

  test("of one command is asked for by its name", async () => {
    const { status, stdout } = await licet("campaign", "send", "--help");
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("licet campaign send"),
    });
  });

  test("the version is that of the package", async () => {
    expect(await licet("--version")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test("output that no terminal reads holds no colours", async () => {
    expect((await licet("--help")).stdout).not.toContain("\x1b");
  });
});

describe("wrong usage ends with status 2 and says where to look", () => {
  test.each([
    [["campaing"], "Did you mean campaign?"],
    [["audience"], "see `licet audience --help`"],
    [["audience", "--purpose", "newsletter", "--at", "soon"], "an instant such as `2026-11-23T12:00:00Z`"],
    [["explain"], "missing required argument `email`"],
    [
      ["campaign", "send", "--purpose", "x", "--template", "x.md", "--segment", "town=Madrid"],
      "`country=ES,FR` or `language=fr`",
    ],
    [["campaign", "show", "7"], "It should be an id"],
    [["api-key", "create", "--name", "shop", "--scope", "everything"], "`facts:write`"],
    [["doctor", "--dns", "dns.example"], "an IP address such as `9.9.9.9`"],
    [["law", "ESP"], "there are no rules for `ESP`; it is decided by `EU_DEFAULT`"],
    [["law", "ES", "--rules", "soon"], "a day such as `2026-11-23`"],
    [["law", "diff", "2026-01-01"], "missing required argument `to`"],
    [["law", "diff", "2026-11-23", "2026-01-01"], "write the earlier day first"],
    [["policy"], "say by whose purpose it is asked"],
    [["policy", "--credential", "shop", "--by-user"], "either `--credential NAME` or `--by-user`"],
    [["mcp", "--scope", "facts:write"], "The scopes are `permits:ask`"],
    [["simulate"], "see `licet simulate --help`"],
    [["explain", "ana@example.com", "--language", "de"], "Allowed choices are en, fr, es"],
    [["decide", "--fast"], "unknown option `--fast`"],
  ])("%j", async (typed, told) => {
    const { status, stdout, stderr } = await licet(...typed);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^licet: [a-z]/);
    expect(stderr).toContain(told);
  });
});

describe("what cannot be done ends with status 1, in one line, without a stack trace", () => {
  test.each([
    [["record", "absent.jsonl"], "the file cannot be read: `absent.jsonl` (ENOENT)"],
    [["simulate", "--change", "absent.yaml"], "the file cannot be read: `absent.yaml` (ENOENT)"],
    [["apply", "absent.yaml"], "the file cannot be read: `absent.yaml` (ENOENT)"],
    [["verify", "--checkpoint", "absent.txt"], "the file cannot be read: `absent.txt` (ENOENT)"],
    [["explain", "ana at example"], "the address is not one that mail can be sent to"],
  ])("%j", async (typed, told) => {
    expect(await licet(...typed)).toMatchObject({ status: 1, stdout: "", stderr: `licet: ${told}\n` });
  });

  test("a setting that is not understood is named", async () => {
    const { status, stderr } = await place({ LICET_PORT: "many" }).licet("settings");
    expect(status).toBe(1);
    expect(stderr).toBe(
      "licet: a setting has a value that is not understood: `LICET_PORT` should be a whole number from 1 to 65535\n",
    );
  });
});
