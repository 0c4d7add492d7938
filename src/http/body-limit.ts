// Bodies above a size are refused before they are read.
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { CodedError } from "../errors.ts";

const megabyte = 1_000_000;

export function limitBody(megabytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: megabytes * megabyte,
    onError: () => {
      throw new CodedError("body-too-large", `at most ${megabytes} MB`);
    },
  });
}
