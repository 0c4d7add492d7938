// What every text of a form must be, whatever it says: finished, in its language, and readable.
import type { Path } from "../setup/marked-yaml.ts";
import type { Localised } from "../setup/setup.ts";
import { isWordingLanguage, placeholder } from "../wordings/ready.ts";
import type { LintFinding } from "./finding.ts";
import { lix, lixOf, lixShift, otherLanguage, sentencesOf, wordsOf } from "./measure-text.ts";

const mostSentenceWords = 45;
/** Of a shorter text LIX says little: one long word more, and it is another text. */
const fewestLixWords = 100;

const names = new Intl.DisplayNames("en", { type: "language" });

export function lintText(texts: Localised, path: Path): LintFinding[] {
  return Object.entries(texts).flatMap(([language, text]) => {
    const findings: LintFinding[] = [];
    const tell = (rule: LintFinding["rule"], problem: string) =>
      findings.push({ rule, path: [...path, language], problem });

    const [left] = text.match(placeholder) ?? [];
    if (left !== undefined) tell("placeholder-left", `still holds \`${left}\``);
    if (!isWordingLanguage(language)) return findings;
    const other = otherLanguage(text, language);
    if (other !== null) {
      tell("wrong-language", `should be in ${names.of(language)}; it reads like ${names.of(other)}`);
      return findings;
    }
    const longest = Math.max(0, ...sentencesOf(text).map((sentence) => wordsOf(sentence).length));
    if (longest > mostSentenceWords) tell("sentence-long", `has a sentence of ${longest} words`);
    const [measured, most] = [Math.round(lix(text)), lixOf.veryHard + lixShift[language]];
    if (measured > most && wordsOf(text).length >= fewestLixWords)
      tell("text-hard", `measures ${measured} by LIX, where ${most} is very hard in ${names.of(language)}`);
    return findings;
  });
}
