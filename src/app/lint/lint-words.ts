// What the words beside one box say by themselves: that they ask for one thing, freely, with a yes.
import { findPhrase, lexica, plain } from "../lexicon/lexica.ts";
import type { Phrase } from "../lexicon/lexicon.ts";
import type { WordingLanguage } from "../wordings/wordings.ts";
import { lix, lixOf, lixShift, sentencesOf, wordsOf } from "./measure-text.ts";
import type { LintCode } from "./rules.ts";

export interface WordsFinding {
  readonly rule: LintCode;
  readonly problem: string;
}

export interface BoxWords {
  readonly text: string;
  readonly language: WordingLanguage;
  readonly purposeKey: string;
  readonly label: string;
  readonly controllerName: string;
  readonly childDirected: boolean;
}

const mostBoxWords = 90;
const childSentenceWords = 20;

export function lintWords(words: BoxWords): WordsFinding[] {
  const { text, language } = words;
  const lexicon = lexica[language];
  const findings: WordsFinding[] = [];
  const tell = (rule: LintCode, problem: string) => findings.push({ rule, problem });

  const bundled = findPhrase(text, lexicon.bundled);
  if (bundled !== null) tell("bundled-with-terms", `accepts something else as well: \`${bundled}\``);
  const condition = conditional(text, language);
  if (condition !== null) tell("conditional-service", `does not ask freely: \`${condition}\``);
  const optOut = findPhrase(text, lexicon.optOut);
  if (optOut !== null) tell("opt-out-box", `reads like a refusal: \`${optOut}\``);
  const others = affirmed(text, lexicon.unnamedOthers, lexicon.refusal);
  if (others !== null) tell("others-unnamed", `is for others who are not named: \`${others}\``);
  const second = affirmed(text, lexicon.secondPurpose, lexicon.refusal);
  if (second !== null && words.purposeKey !== "email-tracking")
    tell("second-purpose", `asks for a second thing in the same box: \`${second}\``);
  const channel = affirmed(text, lexicon.otherChannels, lexicon.refusal);
  if (channel !== null) tell("channels-several", `is for another channel too: \`${channel}\``);
  if (findPhrase(text, lexicon.email) === null) tell("channel-unsaid", "does not say that it is about email");

  const about = aboutWhat(words);
  if (about === "nothing") tell("purpose-unnamed", "does not say what for");
  else if (about === "something else")
    tell("purpose-differs", `shares no word with the label of the purpose \`${words.purposeKey}\``);

  const count = wordsOf(text).length;
  if (count > mostBoxWords)
    tell("box-long", `has ${count} words; ${mostBoxWords} are the most that a box bears`);
  if (words.childDirected && isHardForChildren(text, language))
    tell("children-words", `is hard for the children whom \`${words.purposeKey}\` addresses`);
  return findings;
}

/** A phrase that makes consent the price of something, unless the word before it denies it: "is not required". */
export function conditional(text: string, language: WordingLanguage): string | null {
  const { conditional: phrases, refusal } = lexica[language];
  const found = findPhrase(text, phrases);
  if (found === null) return null;
  const before = plain(text).split(found)[0]?.trim().split(" ").at(-1) ?? "";
  return findPhrase(before, refusal) === null ? found : null;
}

/** A phrase in a sentence that denies nothing: "we pass it on to our partners", and not "never to our partners". */
function affirmed(text: string, phrases: readonly Phrase[], denials: readonly Phrase[]): string | null {
  for (const sentence of sentencesOf(text)) {
    const found = findPhrase(sentence, phrases);
    if (found !== null && findPhrase(sentence, denials) === null) return found;
  }
  return null;
}

/** Whether the words are about their purpose, as far as its label's words and the usual ones show. */
function aboutWhat({
  text,
  language,
  label,
  controllerName,
}: BoxWords): "purpose" | "something else" | "nothing" {
  const lexicon = lexica[language];
  // How to stop is said in the same words for every purpose.
  const asking = sentencesOf(text).filter((sentence) => findPhrase(sentence, lexicon.withdrawal) === null);
  const said = plain((asking.length > 0 ? asking : [text]).join(". ")).replaceAll(plain(controllerName), " ");
  const stems = wordsOf(label)
    .filter((word) => word.length > 3 && !lexicon.stopWords.includes(word))
    .map((word) => word.slice(0, 5));
  if (stems.some((stem) => said.includes(stem))) return "purpose";
  if (findPhrase(said, lexicon.subjects) === null) return "nothing";
  return stems.length === 0 ? "purpose" : "something else";
}

function isHardForChildren(text: string, language: WordingLanguage): boolean {
  return (
    lix(text) > lixOf.easy + lixShift[language] ||
    sentencesOf(text).some((sentence) => wordsOf(sentence).length > childSentenceWords)
  );
}
