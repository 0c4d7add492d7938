// The words of what a person may do on the page of their choices, and of links that have ended, in English; the other languages must have every one of them.

export const en = {
  own: {
    joining: "If you press the button, you say:",
    askFirst: "We then send you one mail with a button. Nothing starts before you press it.",
    joined: "Done. This holds from now on.",
    asked:
      "Now look in your mailbox: we send a mail with a button, and nothing starts before you press it. It usually comes at once; after several requests it may take up to a day.",
    measured: "Being measured",
    measuredText:
      "This is apart from the rest: without it you get the same mails, and we do not record what you open.",
    paused: (day: string) => `You were asked, and did not say yes. We do not ask you again before ${day}.`,
    renew: "Yes, go on",
    lapses: (day: string) => `This ends on ${day}, unless you say so again.`,
    rights: "One right without the other",
    withdraw: "Withdraw every consent",
    withdrawText:
      "What you once agreed to ends (GDPR 7(3)). What rests on something else, such as a purchase, goes on until you object.",
    object: "Object to all advertising",
    objectText:
      "We no longer use your data for advertising, whatever allowed it (GDPR 21(2)), until you ask for it yourself.",
    language: "The language we speak to you",
    keep: "Save",
    often: "How often?",
    keepNamed: (purpose: string) => `Save how often you get “${purpose}”`,
    frequencies: { any: "As it comes", week: "At most once a week", month: "At most once a month" },
    outdated:
      "This page was open for too long or did not arrive whole, so nothing was changed. Here it is again: please choose once more.",
  },
  seen: {
    form: "The form as it was",
    ticked: "Ticked:",
    notTicked: "Not ticked:",
    uses: "Mails that rested on it",
    uncertain: "perhaps: the connection broke off",
  },
  link: {
    title: "Your choices",
    lead: "Type your address, and we send a link to its mailbox: there you see and change what we send you.",
    button: "Send me the link",
    sent: "Now look in your mailbox",
    sentText:
      "If we know this address, a mail with a link is on its way. We say the same to everybody, so that nobody learns whose address we know. After several requests it may take up to a day.",
  },
  address: {
    title: "Your address",
    text: "Give a new address, and we ask its mailbox. What you chose goes on there once it has answered; here we then write no more.",
    field: "New email address",
    button: "Ask that mailbox",
    fresh:
      "To change your address, ask for a fresh link to this mailbox: a forwarded mail must not be enough.",
    freshLink: "Ask for a link",
    asked: "We have written to the new address. Nothing changes before you press the button there.",
    same: "This is the address that we write to already.",
    often: "You gave several addresses today. Please try again tomorrow.",
    confirm: "Is this your new address?",
    confirmText:
      "Somebody gave this address as their new one. If you press the button, what they chose goes on here, consents and refusals alike, and the old address gets no more mail.",
    yes: "Yes, it is mine",
    done: "Moved",
    doneText: "What you chose holds here from now on. What only a purchase allowed does not come along.",
    expired: "This button has expired",
    expiredText:
      "Too much time has passed, so nothing was moved. You can give the address again on the page of your choices.",
  },
  gone: {
    title: "This link has ended",
    text: "What we knew of you has been erased, and with it what this page would show. We kept only what stops further advertising.",
  },
};

export type PersonWords = typeof en;
