// What comes of checking a receipt: one sentence for each thing, and whether the file proves it.

/** `unproved`: it may be true, and this file does not show it. Sentences come without their full stop. */
export interface Finding {
  readonly is: "proved" | "unproved" | "wrong";
  readonly says: string;
}

export const proved = (says: string): Finding => ({ is: "proved", says });
export const unproved = (says: string): Finding => ({ is: "unproved", says });
export const wrong = (says: string): Finding => ({ is: "wrong", says });

/** `1 act`, `2 acts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
