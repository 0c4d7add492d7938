// The protocol over standard input and output, for an agent's host that starts the command itself.
import { PassThrough, type Readable, type Writable } from "node:stream";
import { setImmediate as whatIsReady } from "node:timers/promises";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import type { World } from "../app/ports.ts";
import { CodedError } from "../errors.ts";
import type { Agent } from "./agent.ts";
import { Calls } from "./calls.ts";
import { mostMessageBytes } from "./message-bytes.ts";
import { createAgentServer } from "./server.ts";

export interface Streams {
  readonly input: Readable;
  /** Nothing but the protocol is written to it. */
  readonly output: Writable;
}

/** What is told of, on the side. */
export interface Listeners {
  /** A failure that nobody expected. */
  onFault(error: unknown): void;
  /** Something came that is no message of the protocol; it was left out. */
  onNonsense(): void;
}

/**
 * Serves one agent until its host closes the input, and answers what came before that.
 *
 * @throws CodedError `body-too-large`: a message was longer than any is.
 */
export async function serveAgent(
  world: World,
  agent: Agent,
  { input, output }: Streams,
  { onFault, onNonsense }: Listeners,
): Promise<void> {
  const calls = new Calls(world.clock);
  // The transport hangs up at the end of its input, and with that each answer that is not there yet is lost.
  const asked = input.pipe(new PassThrough(), { end: false });
  input.once("close", async () => {
    do {
      await whatIsReady();
      await calls.settled();
    } while (asked.readableLength > 0);
    await whatIsReady();
    asked.end();
  });
  const transport = new StdioServerTransport(asked, output, { maxBufferSize: mostMessageBytes });
  serveStdio(() => createAgentServer(world, agent, calls, onFault), {
    transport,
    // Its words may quote what came, and with it an address.
    onerror: onNonsense,
    maxSubscriptions: 0,
  });
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  const { onclose } = transport;
  transport.onclose = () => {
    onclose?.();
    close();
  };
  await closed;
  await calls.settled();
  const hostLeft = input.readableEnded || input.destroyed || output.errored !== null;
  // Else a host that holds on to its end would keep this one from ending.
  input.destroy();
  if (!hostLeft) throw new CodedError("body-too-large", "at most 1 MB");
}
