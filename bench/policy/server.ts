// The servers of bench/policy.ts, each in a process of its own: Licet's, and one that says yes to whatever it is asked.
import { type AddressInfo, createServer } from "node:net";
import { openPolicies } from "../../src/policies.ts";
import { noPost, worldOver } from "../ground.ts";

const [what, url = "", ownerUrl = ""] = process.argv.slice(2);

if (what === "trivial") {
  const server = createServer((socket) => {
    let asked = "";
    socket.setNoDelay(true).on("error", () => {});
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      asked += chunk;
      for (let end = asked.indexOf("\n\n"); end >= 0; end = asked.indexOf("\n\n")) {
        asked = asked.slice(end + 2);
        socket.write("action=DUNNO\n\n");
      }
    });
  });
  server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
  process.stdin.resume().on("end", () => process.exit());
} else {
  const { world, store } = await worldOver(url, ownerUrl, noPost);
  const policies = await openPolicies(world, {
    places: [{ host: "127.0.0.1", port: 0 }],
    credential: "tool",
    whenUnknown: "defer",
  });
  process.stdout.write(`${policies.places[0]?.split(":").at(-1)}\n`);
  process.stdin.resume().on("end", async () => {
    await policies.close();
    await store.close();
  });
}
