// Where a person watches, asks what nobody can know of a list: what its columns hold, and how its dates are written.
import { CodedError } from "../errors.ts";
import type { List } from "./list-options.ts";

/**
 * Does the work with a list that is understood as far as the file, its options and whoever sits there can tell.
 *
 * @param work - `asked`: the columns were named by hand just now, and nobody has seen yet what comes of it.
 */
export async function understood(
  list: List,
  quiet: boolean,
  work: (list: List, asked: boolean) => Promise<void>,
): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY || quiet) return work(list, false);
  const { askDates, askMapping } = await import("./import-wizard.ts");
  const { preset, said, file } = list.wishes;
  const asked = preset === null && Object.keys({ ...said, ...file.columns }).length === 0;
  let told = list;
  if (asked) {
    const { proposeColumns } = await import("../app/imports/propose.ts");
    told = withFile(list, await askMapping(await proposeColumns(list.table)));
  }
  try {
    await work(told, asked);
  } catch (error) {
    if (!(error instanceof CodedError && error.code === "dates-ambiguous")) throw error;
    await work(withFile(told, { dates: await askDates(error.message) }), asked);
  }
}

function withFile(list: List, more: Partial<List["wishes"]["file"]>): List {
  return { ...list, wishes: { ...list.wishes, file: { ...list.wishes.file, ...more } } };
}
