// The gate of bench/gate.ts, in a process of its own: it takes mail, and nobody hands it on.
import { gateKeeper } from "../../src/gates.ts";
import { openGate } from "../../src/smtp/gate.ts";
import { noPost, worldOver } from "../ground.ts";

const [url = "", ownerUrl = ""] = process.argv.slice(2);
const { world, store } = await worldOver(url, ownerUrl, noPost);
const gate = await openGate({
  keeper: gateKeeper(world),
  name: "mail.lunaria.example",
  host: "127.0.0.1",
  port: 0,
  tls: null,
  implicitTls: false,
  mostBytes: 10_485_760,
});
process.stdout.write(`${gate.port}\n`);
process.stdin.resume().on("end", async () => {
  await gate.close();
  await store.close();
});
