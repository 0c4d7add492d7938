/**
 * Another transaction came before: somebody who was taken for new is on record by now, or both waited for each other. This one is
 * undone, and to be made again.
 */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}
