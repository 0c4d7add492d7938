// One thing that an agent may have done: what it is called, who may, how often, and what it does.
import type { z } from "zod";
import type { World } from "../app/ports.ts";
import type { Agent } from "./agent.ts";
import type { ToolScope } from "./scopes.ts";

/** One use of a tool. */
export interface Call {
  readonly world: World;
  readonly agent: Agent;
  /** Aborts when the agent no longer waits for the answer. */
  readonly signal: AbortSignal;
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What the model reads: what it is for, what it answers, and what it does not do. */
  readonly description: string;
  /** Who lacks it does not see the tool. */
  readonly scope: ToolScope;
  /** How often one agent may use it. */
  readonly perMinute: number;
  /** Whether it has an effect outside, which cannot be undone. */
  readonly sends: boolean;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** @param input - has been found to fit `input`. */
  run(call: Call, input: unknown): Promise<object>;
}

/** Ties the types of a tool's schemas to what it does. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Omit<Tool, "input" | "output" | "run"> & {
    readonly input: Input;
    readonly output: Output;
    run(call: Call, input: z.output<Input>): Promise<z.input<Output>>;
  },
): Tool {
  return { ...tool, run: (call, input) => tool.run(call, input as z.output<Input>) };
}
