// The log as an audit reads it: page after page, the next ones already on their way while one is hashed.
import type { LogPage } from "../../ledger/verify.ts";
import type { LogTable } from "../ports.ts";

/** Enough that asking costs little beside hashing them, few enough that three of these pages are some 20 MB. */
const pageLeaves = 4096;
/** With one page alone under way, PostgreSQL would wait for the next asking while this process hashes. */
const pagesAhead = 2;

/** The leaves from one index up to another; it ends early where there are none. */
export async function* logPages(
  log: Pick<LogTable, "page">,
  from: number,
  to: number,
): AsyncGenerator<LogPage> {
  const asked: Promise<LogPage>[] = [];
  let next = from;
  const ask = () => {
    if (next >= to) return;
    const page = log.page(next, Math.min(next + pageLeaves, to));
    // Whoever waits for it hears of its failure; nobody may be waiting any more.
    page.catch(() => {});
    asked.push(page);
    next += pageLeaves;
  };
  for (let ahead = 0; ahead < pagesAhead; ahead += 1) ask();
  for (let page = asked.shift(); page; page = asked.shift()) {
    const read = await page;
    if (read.empty) return;
    ask();
    yield read;
  }
}
