// What a key may be allowed to do.

export const scopes = {
  "facts:write": "put facts on record",
  "imports:read": "read which lists were taken over, and by whom",
  "imports:write": "take lists over from other systems, and take them back",
  "submissions:write": "hand over what people did in forms inside your own pages",
  "audience:read": "count who may be written to",
  "changes:read": "follow who may be written to and who no longer, with their addresses",
  "suppressions:read": "learn who told you to stop: as keyed hashes, or of addresses that the asker has",
  "permits:ask": "ask whether a mail that another system is about to send is permitted",
  "people:read": "read what is on record about one person",
  "receipts:read": "get a receipt of one person, with the address in it",
  "people:erase": "erase a person, for good",
  "rights:read": "read the requests by which people exercise their rights",
  "rights:write": "open, extend and answer such requests",
  "ledger:read": "read the log: its checkpoints, tiles and entries",
  "messages:write": "send messages that a contract, a law or a request calls for",
  "messages:read": "learn what became of such messages",
  "campaigns:read": "read campaigns and their progress",
  "campaigns:write": "start, pause, resume and cancel campaigns",
} as const;

export type Scope = keyof typeof scopes;

export function isScope(text: string): text is Scope {
  return Object.hasOwn(scopes, text);
}
