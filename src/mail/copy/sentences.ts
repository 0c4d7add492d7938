// Which sentences a language needs before Licet speaks it.

export interface MailCopy {
  /** Stands under every mail that Licet writes or sends. */
  readonly footer: {
    /** What the law of Belgium wants named in so many words; it says what the mail is everywhere else, too. */
    readonly advertising: string;
    /** GDPR 21(4), apart from whatever else the mail says. */
    readonly objection: string;
    readonly sentBy: string;
    readonly unsubscribe: string;
    readonly preferences: string;
    readonly why: string;
  };
  /** Asks to prove control of the mailbox. Nothing in it may advertise. */
  readonly confirmation: {
    readonly subject: (controller: string) => string;
    readonly asked: (controller: string) => string;
    readonly button: string;
    readonly expires: (moment: string) => string;
    readonly notYou: string;
  };
  /** Acknowledges an order and asks whose it is. Nothing in it may advertise. */
  readonly order: {
    readonly subject: (controller: string) => string;
    readonly received: (controller: string) => string;
    readonly please: string;
    readonly button: string;
    readonly expires: (moment: string) => string;
    readonly notYou: string;
  };
  readonly information: {
    readonly because: (controller: string) => string;
  };
  readonly withdrawal: {
    readonly subject: (controller: string) => string;
    readonly received: (moment: string) => string;
    readonly stopped: (controller: string) => string;
    readonly stoppedAll: (controller: string) => string;
    readonly questions: string;
  };
  /** Leads to a page about oneself that was asked for at the address. */
  readonly link: {
    readonly subject: (controller: string) => string;
    readonly asked: (controller: string) => string;
    readonly button: string;
    readonly expires: (moment: string) => string;
    readonly notYou: string;
  };
  /** Asks a new mailbox whether it is the person's, and tells the old one. */
  readonly address: {
    readonly subject: (controller: string) => string;
    readonly asked: (controller: string) => string;
    readonly button: string;
    readonly expires: (moment: string) => string;
    readonly notYou: string;
    readonly noticeSubject: (controller: string) => string;
    readonly notice: (controller: string) => string;
    readonly noticeNotYou: string;
  };
  /** Asks a parent or guardian whether a child may get mail. Nothing in it may advertise. */
  readonly guardian: {
    readonly subject: (controller: string) => string;
    readonly asked: (controller: string) => string;
    readonly why: string;
    readonly button: string;
    readonly expires: (moment: string) => string;
    readonly nothing: string;
  };
  readonly privacyContact: string;
}
