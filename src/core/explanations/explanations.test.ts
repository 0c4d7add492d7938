import { describe, expect, it } from "vitest";
import { BASES, REFUSAL_CODES } from "../codes.ts";
import { EXPLANATIONS } from "./languages.ts";

const words = [...Object.keys(BASES), ...REFUSAL_CODES];

describe.each(Object.entries(EXPLANATIONS))("in %s", (_, explanations) => {
  const all = Object.entries(explanations);

  it("every basis and every code is explained, and nothing else", () => {
    expect(all.map(([word]) => word)).toEqual(words);
  });

  it("each has a name of its own, without a full stop", () => {
    const names = all.map(([, { name }]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\p{Lu}.{2,50}[^.]$/u);
  });

  it("the sender, the person and the remedy have whole sentences, short enough to be read", () => {
    for (const [word, { operator, recipient, remedy }] of all)
      for (const sentence of [operator, recipient, remedy]) {
        expect(sentence, word).toMatch(/^\p{Lu}.+\.$/u);
        expect(sentence.length, word).toBeLessThan(140);
      }
  });

  it("no remedy tells anybody to ask for consent by email", () => {
    const asks = /e-?mail|correo/i;
    const never =
      /not by email|without a reminder|publicidad|publicité|advertising|unlawful|illicite|ilícito|pas par e-mail|non par e-mail|no por correo|confirmation|confirmación|neutre|neutro/i;
    for (const [word, { remedy }] of all) if (asks.test(remedy)) expect(remedy, word).toMatch(never);
  });
});
