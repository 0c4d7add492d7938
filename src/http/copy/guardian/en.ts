// The words for children and for the parent or guardian who decides with them, in English; the other languages must have every one of them.

export const en = {
  guardian: {
    birthDate: "Date of birth",
    birthHint:
      "This is made for children, too. The law wants to know whether a parent has to agree; we use the date for nothing else.",
    mistakes: {
      "birth-missing": "Give the date of birth.",
      "birth-malformed": "This cannot be a date of birth. Write it as year, month and day, like 2014-03-31.",
      "guardian-missing": "Give the email address of a parent or guardian.",
      "guardian-malformed":
        "The address of the parent or guardian does not look like an email address. One looks like name@example.org.",
      "guardian-same": "The address of the parent or guardian must be another one than the child’s.",
    },
    young: (age: number) => `Younger than ${age}: a parent has to agree`,
    youngText:
      "The law lets you sign up only together with a parent or guardian. Give the email address of one of them, and we ask there. Until they agree we keep nothing of what you typed, and send you nothing.",
    field: "Email address of a parent or guardian",
    asked: "A parent has been asked",
    askedText: (until: string) =>
      `A mail with a link is on its way to the parent or guardian. If nobody agrees by ${until}, nothing happens, and we keep nothing of what was typed.`,
    title: "May this child sign up?",
    lead: "A child wants to get mail from us, and is too young to decide it alone. The mail would go to this address:",
    words: "The child ticked:",
    born: (day: string) => `Date of birth given: ${day}.`,
    statement:
      "If you press the button, you say that you are of age, that you are the parent or guardian of this child, and that you agree.",
    button: "Yes, I agree",
    otherwise:
      "If you do not agree, close this page. Nothing is then sent to the child, and we keep nothing of what was typed.",
    done: "Your consent is on record",
    doneText:
      "You can take it back at any time: every advertising mail has a link to stop, and you can write to the address of our data protection contact.",
    doneMail: "The child’s mailbox now gets one mail with a button. Nothing starts before it is pressed.",
    expired: "This link has ended",
    expiredText:
      "Nothing was recorded, and we have kept nothing of what was typed. The child can fill in the form again.",
  },
};

export type GuardianWords = typeof en;
