// A mistyped word is recognised, and one that was never meant is not.
import { expect, test } from "vitest";
import { closestWord } from "./closest-word.ts";

test.each([
  ["marketting", ["service", "marketing"], "marketing"],
  ["sign-up", ["signUp", "order"], "signUp"],
  ["contry", ["country", "controller"], "country"],
])("`%s` is near a word of %j", (typed, known, meant) => {
  expect(closestWord(typed, known)).toBe(meant);
});

test.each([
  ["colour", ["kind", "label", "sender"]],
  ["UK", ["ES", "GB"]],
  ["anything", []],
])("`%s` is near none of %j", (typed, known) => {
  expect(closestWord(typed, known)).toBeNull();
});
