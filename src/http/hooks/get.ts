// Fetches a small file from somebody outside, in good time or not at all.
import type { Get } from "./ses.ts";

const mostBytes = 64 * 1024;
const longestMs = 10_000;

/** No redirection is followed. */
export const getOutside: Get = async (url) => {
  try {
    const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(longestMs) });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return answer.ok && bytes.length <= mostBytes ? bytes : null;
  } catch {
    return null;
  }
};
