// `licet policy`: tells a Postfix for each recipient whether the mail may go there.
import { resolve } from "node:path";
import type { Command } from "commander";
import { command } from "./command.ts";
import { Interrupted, UsageError } from "./failure.ts";
import { onStopSignal } from "./stop-signals.ts";
import { paint, say } from "./terminal.ts";

interface PolicyOptions {
  readonly credential?: string;
  readonly byUser?: true;
  readonly port?: string;
  readonly host?: string;
  readonly socket?: string;
  readonly open?: true;
}

const usualPort = "10040";

export function policyCommand(): Command {
  return command("policy", "Tell a Postfix for each recipient whether the mail may go there, until Ctrl-C.", [
    ["licet policy --credential shop", "all that it asks for is for the purpose of `shop`"],
    ["licet policy --by-user", "for that of whoever signed in to Postfix"],
  ])
    .option("--credential <name>", "by whose purpose; `licet gate list` shows them")
    .option("--by-user", "by the purpose of the credential that is called as who signed in to Postfix")
    .option(
      "--port <number>",
      `port; default: \`LICET_POLICY_PORT\`, else ${usualPort} where there is no socket`,
    )
    .option("--host <address>", "network address of the port; default: `LICET_POLICY_HOST`, else 127.0.0.1")
    .option("--socket <file>", "a socket in the file system; default: `LICET_POLICY_SOCKET`")
    .option("--open", "where it cannot be told, Postfix goes on as if it had not asked")
    .action(async (options: PolicyOptions) => {
      const { readConfig } = await import("../config.ts");
      const { startPolicyService } = await import("../servers.ts");
      const asked = environment(options);
      const set = readConfig(asked);
      const config = set.policy ? set : readConfig({ ...asked, LICET_POLICY_PORT: usualPort });
      const { policy } = config;
      if (options.credential !== undefined && options.byUser)
        throw new UsageError("say either `--credential NAME` or `--by-user`");
      if (!policy || (policy.credential === null && !options.byUser))
        throw new UsageError("say by whose purpose it is asked: `--credential NAME` or `--by-user`");
      const stopped = Promise.withResolvers<void>();
      onStopSignal((signal, times) => {
        if (times > 1) process.exit(new Interrupted(signal).status);
        stopped.resolve();
      });
      const service = await startPolicyService(
        config,
        options.byUser ? { ...policy, credential: null } : policy,
      );
      await say(`answering Postfix at ${paint("bold", service.places.join(", "))}; Ctrl-C ends it`).catch(
        () => {},
      );
      await stopped.promise;
      await service.close();
    });
}

/** What is typed goes before what is set. */
function environment({ credential, port, host, socket, open }: PolicyOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(credential !== undefined && { LICET_POLICY_CREDENTIAL: credential }),
    ...(port !== undefined && { LICET_POLICY_PORT: port }),
    ...(host !== undefined && { LICET_POLICY_HOST: host }),
    ...(socket !== undefined && { LICET_POLICY_SOCKET: resolve(socket) }),
    ...(open && { LICET_POLICY_OPEN: "1" }),
  };
}
