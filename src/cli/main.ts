// The process of one command `licet`.
import { report } from "./failure.ts";
import { run } from "./program.ts";

// The launcher's channel ends when the launcher is gone, by kill -9 too: that asks us to stop as SIGTERM does.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
process.on("uncaughtException", (error) => process.exit(report(error)));

await run(process.argv.slice(2));
