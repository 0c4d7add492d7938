// Asks somebody outside over HTTP: a body is posted, and a small answer comes in good time, or none does.
import type { Attestors } from "../app/ledger/attestors.ts";

const mostBytes = 128 * 1024;

/**
 * Posts, and answers what came back. Null where nobody answered, or too slowly, or with too much. No redirection is
 * followed. What the address holds of a user and a password is sent as such, and told nowhere.
 *
 * @param longestMs - from the question to the end of the answer.
 */
export function openAsk(longestMs = 15_000): Attestors["ask"] {
  return async (address, { type, body, headers }, signal) => {
    const { url, authorization } = withoutPassword(address);
    // Whoever left an answer unread would keep its connection: in the end all is aborted.
    const enough = new AbortController();
    const ends = [AbortSignal.timeout(longestMs), enough.signal, ...(signal ? [signal] : [])];
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { ...headers, "Content-Type": type, "User-Agent": "licet", ...authorization },
        body,
        redirect: "error",
        signal: AbortSignal.any(ends),
      });
      const parts: Uint8Array[] = [];
      let bytes = 0;
      for await (const part of answer.body ?? []) {
        parts.push(part);
        bytes += part.length;
        if (bytes > mostBytes) return null;
      }
      const media = answer.headers.get("Content-Type") ?? "";
      return { status: answer.status, type: media, body: Buffer.concat(parts) };
    } catch {
      return null;
    } finally {
      enough.abort();
    }
  };
}

function withoutPassword(address: string): { url: URL; authorization: Record<string, string> } {
  const url = new URL(address);
  const { username, password } = url;
  url.username = "";
  url.password = "";
  const signed = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    url,
    authorization: username ? { Authorization: `Basic ${Buffer.from(signed).toString("base64")}` } : {},
  };
}
