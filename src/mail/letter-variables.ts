// What a template may speak of.
import type { Language } from "../core/languages.ts";

/** What is the same for everybody in one language. Whatever is not known is null, so that `default` works. */
export interface SharedVariables {
  readonly language: Language;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly purpose: { readonly key: string; readonly label: string };
  readonly controller: { readonly name: string; readonly address: string; readonly website: string | null };
}

/** What is another for each person. */
export interface PersonalVariables {
  readonly address: string;
  readonly links: { readonly unsubscribe: string; readonly preferences: string; readonly why: string };
  /** Of a letter that is followed: the person's own address for each of its links, and for the image at 0. */
  readonly measures?: (link: number) => string;
}

export type LetterVariables = SharedVariables &
  PersonalVariables & {
    /** What a system of the controller's gave with one message. */
    readonly values?: Readonly<Record<string, unknown>>;
  };
