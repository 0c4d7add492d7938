/** Somebody who was taken for new has come on record meanwhile: the transaction is undone, and to be made again. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}
