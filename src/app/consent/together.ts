// Works off together what is called for at the same moment, as a database does with commits that wait for one fsync.

interface Waiting<Item, Answer> {
  readonly items: readonly Item[];
  readonly answer: PromiseWithResolvers<readonly Answer[]>;
}

/** Calls are tried one by one for so long: when that takes longer, it is the world that fails and not one of them. */
const patienceMs = 2000;

/**
 * Puts work that takes a list into the order in which it is called for, and hands over whatever came while the former
 * work was under way as one list. Each call is answered when the work that held its items is done.
 *
 * Where that fails, each of its calls is worked off by itself, so that none fails for the fault of another; the work must
 * therefore be all or nothing, and bear being done again after a failure that left open whether it was done.
 *
 * @param work - answers each item, in order.
 * @param itemsAtOnce - a list is closed with the call that reaches it.
 */
export function together<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
  itemsAtOnce: number,
): (items: readonly Item[]) => Promise<readonly Answer[]> {
  const queue: Waiting<Item, Answer>[] = [];
  let busy = false;

  async function workOff(calls: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await work(calls.flatMap(({ items }) => items));
      let from = 0;
      for (const { items, answer } of calls) {
        answer.resolve(answers.slice(from, from + items.length));
        from += items.length;
      }
    } catch (error) {
      if (calls.length === 1) return calls[0]?.answer.reject(error);
      const begunAt = performance.now();
      for (const call of calls) {
        if (performance.now() - begunAt > patienceMs) call.answer.reject(error);
        else await workOff([call]);
      }
    }
  }

  async function run(): Promise<void> {
    busy = true;
    while (queue.length > 0) {
      let [calls, items] = [0, 0];
      while (calls < queue.length && items < itemsAtOnce) items += queue[calls++]?.items.length ?? 0;
      await workOff(queue.splice(0, calls));
      // Who has just been answered may have the next call ready: it comes along instead of missing the list by a hair.
      await new Promise(setImmediate);
    }
    busy = false;
  }

  return (items) => {
    const answer = Promise.withResolvers<readonly Answer[]>();
    queue.push({ items, answer });
    if (!busy) void run();
    return answer.promise;
  };
}
