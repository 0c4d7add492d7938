// Which sentences about rights a language needs before Licet speaks it.
import type { ANSWER_OUTCOMES, RIGHTS } from "../../../core/facts.ts";

export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

export interface RightsSentences {
  /** Brings the link to all that is held. */
  readonly link: {
    readonly subject: (controller: string) => string;
    readonly asked: (controller: string) => string;
    readonly button: string;
    readonly expires: (moment: string) => string;
    readonly notYou: string;
  };
  readonly nothing: {
    readonly subject: (controller: string) => string;
    readonly none: (controller: string) => string;
    readonly erased: (controller: string) => string;
    readonly trace: string;
    readonly notYou: string;
  };
  readonly reply: {
    readonly subject: (controller: string) => string;
    readonly about: (day: string, right: string) => string;
    readonly rights: Readonly<Record<(typeof RIGHTS)[number], string>>;
    readonly received: (day: string) => string;
    readonly extended: (day: string) => string;
    readonly outcome: Readonly<Record<AnswerOutcome, string>>;
    readonly erased: (controller: string) => string;
    /** What an erasure leaves, and why: it is also told on the page. */
    readonly kept: readonly string[];
    readonly gone: string;
    readonly complaint: string;
  };
}
