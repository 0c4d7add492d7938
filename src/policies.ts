// The policy service of a server: its port and its socket, as the settings say, with the use case behind them.
import { answerPolicy } from "./app/gate/answer-policy.ts";
import type { World } from "./app/ports.ts";
import type { PolicyConfig } from "./config.ts";
import { type OpenPolicy, openPolicy } from "./smtp/policy.ts";

export interface OpenPolicies {
  /** Where they listen: `host:port`, or the path of a socket. */
  readonly places: readonly string[];
  close(): Promise<void>;
}

/**
 * @param policy - absent: no Postfix asks.
 * @throws CodedError `port-taken`, `file-unwritable`.
 */
export async function openPolicies(world: World, policy: PolicyConfig | undefined): Promise<OpenPolicies> {
  const open: OpenPolicy[] = [];
  const close = async () => void (await Promise.all(open.map((one) => one.close())));
  if (!policy) return { places: [], close };
  try {
    for (const place of policy.places)
      open.push(
        await openPolicy({
          place,
          ask: (request) =>
            answerPolicy(world, policy, {
              state: request.get("protocol_state") ?? "",
              recipient: request.get("recipient") ?? "",
              user: request.get("sasl_username") ?? "",
            }),
        }),
      );
  } catch (error) {
    await close();
    throw error;
  }
  return { places: open.map(({ at }) => at), close };
}
