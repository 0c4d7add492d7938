// Whether there is room on a disk for PostgreSQL to go on.
import { statfsSync } from "node:fs";
import { CodedError } from "../errors.ts";

/** The length of a segment of the WAL: with less room the server ends at the next one. */
const neededBytes = 16 * 1024 * 1024;

/** `disk-full` where the disk below this folder has no room left; null where it has, or where nobody can tell. */
export function diskFull(folder: string): CodedError | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < neededBytes ? noRoom(folder) : null;
  } catch {
    return null;
  }
}

/** `disk-full` for a failure to write a file for want of room; any other comes back as it is. */
export function fullOr(error: unknown, folder: string): unknown {
  const { code = "" } = error as NodeJS.ErrnoException;
  return code === "ENOSPC" || code === "EDQUOT" ? noRoom(folder, error) : error;
}

function noRoom(folder: string, cause?: unknown): CodedError {
  return new CodedError("disk-full", `\`${folder}\``, { cause });
}
