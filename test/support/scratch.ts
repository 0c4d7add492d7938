// Where tests keep what lives no longer than they do.
import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const memory = "/dev/shm";
/** Some databases at a time, and what PostgreSQL logs of them. */
const roomBytes = 4e9;

/** A folder that is kept in memory, where there is room for it; else that of temporary files. */
export const scratch = hasRoom() ? memory : tmpdir();

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > roomBytes;
}
