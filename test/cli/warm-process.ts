// A process that stays: runs one command after the other as `src/cli/main.ts` runs its only one, each in its folder and with
// its own settings. What one has loaded, the next need not load.
import { Readable, Writable } from "node:stream";

/** What is asked of it. */
export interface Order {
  readonly typed: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** All of standard input. */
  readonly input: string;
}

/** What came of it. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where nobody's terminal is, as with a pipe. */
class Heard extends Writable {
  #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  taken(): string {
    return Buffer.concat(this.#chunks.splice(0)).toString("utf8");
  }
}

const [stdout, stderr] = [new Heard(), new Heard()];
Object.defineProperties(process, { stdout: { value: stdout }, stderr: { value: stderr } });
// Only now: what they load looks at where they speak to.
const { run } = await import("../../src/cli/program.ts");
const { report } = await import("../../src/cli/failure.ts");

function answer(status: number, then: () => void = () => {}): void {
  const outcome: Outcome = { status, stdout: stdout.taken(), stderr: stderr.taken() };
  process.send?.(outcome, then);
}

process.on("message", async ({ typed, folder, environment, input }: Order) => {
  process.chdir(folder);
  process.env = { ...environment };
  const stdin = Readable.from(input === "" ? [] : [Buffer.from(input)], { objectMode: false });
  Object.defineProperty(process, "stdin", { value: stdin, configurable: true });
  process.exitCode = undefined;
  await run(typed);
  answer(Number(process.exitCode));
});
process.on("uncaughtException", (error) => answer(report(error), () => process.exit()));
process.on("disconnect", () => process.exit());
