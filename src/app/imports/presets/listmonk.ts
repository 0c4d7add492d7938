// listmonk: an export of subscribers.
import type { Preset } from "../mapping.ts";

/**
 * `created_at` is when the row came about, by form or by import. Whether somebody confirmed or left a list is kept apart and is
 * not exported; a disabled subscriber is one whom nobody may write to.
 *
 * Source: knadh/listmonk, `cmd/subscribers.go`, `handleExportSubscribers`.
 */
export const listmonk: Preset = {
  name: "listmonk",
  title: "listmonk subscriber export",
  recognisedBy: ["uuid", "email", "attributes", "status", "created_at"],
  columns: { email: "email", status: "state" },
  states: { enabled: "silent", disabled: "stopped", blocklisted: "stopped" },
  note: "export with the subscription status `unsubscribed` as well, and import that file with `--everybody stopped`",
};
