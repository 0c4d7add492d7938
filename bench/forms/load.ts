// What wrk does to a server: many connections, each with its next request as soon as it has its answer.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const connections = 128;

/** Each body is sent once, and the last one again and again. */
const posting = `
local bodies, last
function init(arguments) bodies = io.lines(arguments[1]) end
function request()
  last = bodies() or last
  return wrk.format("POST", nil, { ["Content-Type"] = "application/x-www-form-urlencoded" }, last)
end`;

/** Requests a second that were answered as they should be. */
export function getAgain(url: string, seconds: number): number {
  return wrk([...usual(seconds), url]);
}

/** Posts each of these bodies once. */
export function postEach(url: string, bodies: readonly string[], seconds: number): void {
  const folder = mkdtempSync(join(tmpdir(), "licet-wrk-"));
  try {
    const [script, lines] = [join(folder, "post.lua"), join(folder, "bodies")];
    writeFileSync(script, posting);
    writeFileSync(lines, `${bodies.join("\n")}\n`);
    wrk([...usual(seconds), "-s", script, url, "--", lines]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const usual = (seconds: number) => ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "10s"];

function wrk(options: readonly string[]): number {
  const { stdout, stderr, status, error } = spawnSync("/usr/bin/wrk", options, { encoding: "utf8" });
  const answered = /Requests\/sec:\s+([\d.]+)/.exec(stdout ?? "")?.[1];
  const failed = /Non-2xx.*|Socket errors.*/.exec(stdout ?? "")?.[0];
  if (status !== 0 || answered === undefined || failed) throw new Error(`wrk: ${failed ?? error ?? stderr}`);
  return Number(answered);
}

/** Time of a core that a process has used so far (proc(5): fields 14 and 15 of `stat`, in hundredths). */
export function secondsOfCore(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
