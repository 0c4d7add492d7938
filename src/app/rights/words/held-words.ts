// Which words a language needs to say what is held about a person.
import type { OutboxRequest } from "../../messages/outbox.ts";

export interface HeldWords {
  readonly title: string;
  readonly made: (moment: string) => string;
  readonly person: string;
  readonly address: string;
  readonly noAddress: string;
  readonly language: string;
  readonly country: string;
  readonly birthDate: string;
  readonly seen: string;
  readonly key: string;
  readonly unknown: string;
  readonly purposes: string;
  readonly acts: string;
  readonly when: string;
  readonly what: string;
  readonly details: string;
  readonly from: string;
  /** Of a fact by which nothing is done, but something about the person noted. */
  readonly described: string;
  /** In the place of what an erasure took. */
  readonly erased: string;
  readonly shown: string;
  readonly mails: string;
  readonly subject: string;
  readonly basis: string;
  readonly outcome: string;
  readonly states: Readonly<Record<string, string>>;
  readonly single: string;
  readonly kinds: Readonly<Record<OutboxRequest["kind"], string>>;
  readonly verdicts: string;
  readonly connections: string;
  readonly until: (day: string) => string;
  readonly requests: string;
  readonly due: (day: string) => string;
  readonly answered: (day: string) => string;
  readonly recipients: string;
  /** `relay` hands the mail over. */
  readonly relay: (name: string) => string;
  readonly mailboxProvider: string;
  readonly notice: (address: string) => string;
  readonly retention: string;
  readonly retained: readonly string[];
  readonly yourRights: string;
  readonly rights: string;
  /** Where the rest of every row is. */
  readonly whole: string;
}
