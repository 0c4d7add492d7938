// What does the ledger cost: to record a fact, to put it into the log, to audit it? Each beside its limit, in one run.
// Usage: node bench/ledger.ts [FACTS], the length of the long log. Needs pgbench of the Debian package `postgresql`.
import { measureAuditing } from "./ledger/auditing.ts";
import { measureReceipts } from "./ledger/receipts.ts";
import { measureRecording } from "./ledger/recording.ts";
import { measureSequencing } from "./ledger/sequencing.ts";

const facts = Number(process.argv[2] ?? 1_000_000);
await measureRecording();
const long = await measureSequencing(facts);
await measureAuditing(long);
await measureReceipts(long);
await long.close();
