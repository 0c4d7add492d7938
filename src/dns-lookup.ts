// DNS for checks: what there is, that there is none, or that nobody could be asked.
import { Resolver } from "node:dns/promises";
import type { Found, Lookup } from "./app/doctor/lookup.ts";
import { isUnanswered } from "./app/doctor/lookup.ts";

/** Each question is put once, however many checks need its answer. @param server - whom to ask, `host:port` with an IP address; absent: those of the machine. */
export function openLookup(server?: string): Lookup {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (server !== undefined) resolver.setServers([server]);
  return {
    txt: once(async (name) =>
      found(async () => (await resolver.resolveTxt(name)).map((strings) => strings.join(""))),
    ),
    mx: once((name) =>
      found(async () =>
        (await resolver.resolveMx(name))
          .toSorted((one, other) => one.priority - other.priority)
          .map(({ exchange }) => (exchange === "" ? "." : exchange)),
      ),
    ),
    addresses: once(async (name) => {
      const families = await Promise.all([
        found(() => resolver.resolve4(name)),
        found(() => resolver.resolve6(name)),
      ]);
      const addresses = families.flatMap((family) => (isUnanswered(family) ? [] : family));
      return addresses.length > 0 ? addresses : (families.find(isUnanswered) ?? []);
    }),
  };
}

async function found(ask: () => Promise<readonly string[]>): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    // RFC 2308 2: such a name, and no such record; no such name.
    return code === "ENODATA" || code === "ENOTFOUND" ? [] : { failed: code.replace(/^E/, "") };
  }
}

function once(ask: (name: string) => Promise<Found>): (name: string) => Promise<Found> {
  const asked = new Map<string, Promise<Found>>();
  return (name) => {
    const answer = asked.get(name) ?? ask(name);
    asked.set(name, answer);
    return answer;
  };
}
