// The words of the first page and the built-in mailbox, for who tries Licet out, in English; the other languages must have every one of them.

export const en = {
  homePage: {
    setUpFor: (controller: string) => `Set up for ${controller}`,
    title: "Is it permitted?",
    lead: "Licet asks it before any mail leaves: for this person, for this purpose, at this moment. Without a proof on record the answer is no.",
    forms: "Where people say yes",
    formsText: "Each form keeps the exact words that were shown.",
    kinds: { signUp: "Sign-up", order: "Order", informationRequest: "Information" },
    mailbox: "Where the mail lands",
    mailboxText:
      "No mail server is set up, so a built-in mailbox catches everything. Nothing leaves this machine.",
    openMailbox: "Open the mailbox",
    commands: "Where you decide",
    commandsText: "In a terminal, beside this server:",
    audience: "who may be written to, who may not, and why",
    explain: "the whole story of one person, with the articles",
    send: "ask for each person, send where it is permitted, keep the proof",
  },
  mailbox: {
    search: "Sent to",
    show: "Show",
    nobody: "Nothing was sent to this address.",
    title: "Mailbox",
    lead: "Every mail that this machine would have sent.",
    empty: "Nothing yet. Fill in a form, or send a campaign.",
    older: "Older",
    newest: "Newest",
    all: "All mail",
    to: "To",
    from: "From",
    received: "Received",
    headers: "Headers",
    text: "Plain text",
    html: "As a mail program shows it",
    oneClick: "Unsubscribe",
    oneClickText:
      "A mail program shows this button from the headers List-Unsubscribe and List-Unsubscribe-Post.",
    noSubject: "(no subject)",
  },
};

export type Newcomer = typeof en;
