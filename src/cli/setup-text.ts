// Reads a set-up file as text: what cannot be one is refused before anybody tries to understand it.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { ReadAsset } from "../app/setup/read-assets.ts";
import { CodedError } from "../errors.ts";

const mostBytes = 1024 * 1024;

/** @throws CodedError `file-unreadable`, also for what is too large to be a set-up, or endless, or not UTF-8. */
export async function readSetupText(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    // `end` is the last byte read: one more than there may be.
    for await (const chunk of createReadStream(file, { end: mostBytes })) chunks.push(chunk as Buffer);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CodedError("file-unreadable", `\`${file}\` (${code})`, { cause });
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length > mostBytes)
    throw new CodedError("file-unreadable", `\`${file}\` is larger than a megabyte`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CodedError("file-unreadable", `\`${file}\` is not UTF-8; save it as that`, { cause });
  }
}

/** Reads the logo and the font that a set-up file names, from where the file lies. */
export function assetsBeside(file: string): ReadAsset {
  return (path) => {
    const place = resolve(dirname(file), path);
    try {
      return statSync(place).size > mostBytes ? Buffer.alloc(mostBytes) : readFileSync(place);
    } catch {
      return null;
    }
  };
}
