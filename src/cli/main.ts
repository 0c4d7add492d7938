// Runs the command `licet`, and says how it ended.
import { exit, Interrupted, report } from "./failure.ts";
import { program } from "./program.ts";

// The launcher's channel ends when the launcher is gone, by kill -9 too: that asks us to stop as SIGTERM does.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
process.on("uncaughtException", (error) => process.exit(report(error)));

const typed = process.argv.slice(2);
try {
  const licet = await program(typed[0]);
  await licet.parseAsync(typed.length === 0 ? ["--help"] : typed, { from: "user" });
  process.exitCode ??= exit.done;
} catch (error) {
  process.exitCode = report(error);
  // What was interrupted may still hold on to its input.
  if (error instanceof Interrupted) process.exit();
}
