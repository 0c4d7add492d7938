/** The key of a data subject: a keyed hash of the normalised address as a lower-case uuid, never the address itself. */

declare const brand: unique symbol;

/** HMAC-SHA256 of the normalised address under the controller's pepper, cut to 128 bits and written as a uuid. */
export type SubjectId = string & { readonly [brand]: true };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a subject key; anything but a lower-case uuid is `null`. */
export function parseSubjectId(text: string): SubjectId | null {
  return UUID.test(text) ? (text as SubjectId) : null;
}
