// The words of the public pages in English; the other languages must have every one of them.
import type { Basis } from "../../core/codes.ts";

/** What a person reads of each lawful basis. */
type BasisWords = Readonly<Record<Basis, string>>;

const bases: BasisWords = {
  consent: "You consented.",
  "soft-opt-in":
    "You bought from us, were told that we might write about similar products, and did not refuse.",
  "corporate-opt-out": "We write to you as a company, which has not objected.",
  "requested-information": "You asked us for this information.",
  "double-opt-in": "Somebody typed this address into a form, and we asked whether it was you.",
  contract: "It belongs to a contract that you have with us.",
  "legal-obligation": "The law obliges us to tell you.",
  rights: "It answers a request that you made about your data.",
};

export const en = {
  name: "English",
  language: "Language",
  privacyContact: "Data protection",
  registration: "Registration",
  whole: "All about your data",

  form: {
    email: "Email address",
    country: "Country",
    countryHint: "You need not say. It only decides which law protects you best.",
    noCountry: "I would rather not say",
    products: "What would you like?",
    boxes: "May we write to you?",
    boxesHint: "Each is your choice. Nothing is ticked beforehand, and nothing depends on it.",
    confirmHint:
      "If you tick a box, we send you one mail to make sure that it was you. Nothing starts before you press its button.",
    softOptIn: "Similar products",
    refusalKept: "You ticked that you do not want these mails. We have kept that.",
    notice: "Basic information on data protection",
    signUp: "Sign up",
    order: "Order with obligation to pay",
    informationRequest: "Send it to me",
    unavailable: "This form is closed",
    unavailableText: "There is no form at this address, or it is no longer in use.",
  },
  mistakes: {
    title: "Something is missing",
    prefix: "Please check: ",
    "address-missing": "Type your email address.",
    "address-malformed": "This does not look like an email address. One looks like name@example.org.",
    "country-unknown": "Choose a country from the list, or leave it open.",
    "product-missing": "Choose what you would like to order.",
    "nothing-asked": "Tick at least one box. Without one there is nothing to sign up for.",
    tickAgain:
      "For your protection we never tick a box for you. If you had ticked some, please tick them again.",
    outdated:
      "This page was open for too long or did not arrive whole. Here it is again, with what you typed. Please look it over and send it once more.",
  },
  thanks: {
    signUp: "Thank you",
    order: "Thank you for your order",
    informationRequest: "It is on its way",
    look: "Now look in your mailbox",
    mailbox:
      "A mail with a button to confirm is on its way. Until you press it, nothing starts. If none comes, you may have had one a moment ago, or the address may be mistyped.",
    recorded: "Your choice is on record. Every mail has a link to stop.",
    reference: (reference: string) => `Your order number is ${reference}.`,
    answer:
      "We send what you asked for to your mailbox, and nothing else. If you asked a moment ago already, that mail is still the one.",
    kept: "You ticked no box, so we will write to you about this order only.",
  },
  confirm: {
    title: "Was it you?",
    lead: (when: string) => `On ${when} somebody typed your address into our form and ticked:`,
    button: "Yes, it was me",
    otherwise: "If it was not you, close this page. Nothing will be sent.",
    until: (when: string) => `The button works until ${when}.`,
    done: "Confirmed",
    doneText: "Thank you. This is now on record:",
    doneLater: "Every mail has a link to stop, and it works at once.",
    barred:
      "You asked us to stop after you had filled in the form, and that still holds. If you have changed your mind, please fill in the form again.",
    expired: "This button has expired",
    expiredText:
      "Too much time has passed since you filled in the form, so nothing was confirmed. You can fill it in again; it takes a moment.",
    again: "Fill in the form again",
  },
  wayOut: {
    title: "Stop these mails?",
    titleAll: "Stop all our advertising?",
    lead: (purpose: string) => `One press, and we never send you “${purpose}” again unless you ask for it.`,
    leadAll: "One press, and we never send you advertising again unless you ask for it.",
    button: "Stop them",
    manage: "See and change all your choices",
    done: "Stopped",
    doneText: (purpose: string) => `We no longer send you “${purpose}”. This holds from now on.`,
    doneAll: "We no longer send you any advertising. This holds from now on.",
  },
  preferences: {
    title: "Your choices",
    lead: "Each line is one purpose. Whatever you stop here stops at once.",
    receiving: "Yes",
    waiting: "Not yet: it waits for your confirmation",
    stopped: "No, you stopped it",
    none: "No",
    since: (when: string) => `since ${when}`,
    waitingText: "Press the button in the mail that we sent you, or fill in the form again.",
    leave: "Stop",
    leaveNamed: (purpose: string) => `Stop “${purpose}”`,
    join: "Sign up for it",
    joinNamed: (purpose: string) => `Sign up for “${purpose}”`,
    all: "No more advertising",
    allText: "We then write only what belongs to an order or the law requires.",
    leaveAll: "Stop everything",
    saved: "Done. This holds from now on.",
    why: "Why did I get this mail?",
  },
  why: {
    title: "Why you got this mail",
    lead: (purpose: string, when: string) => `We sent you “${purpose}” on ${when}.`,
    relied: "We relied on this:",
    consentGiven: "You ticked a box",
    sale: "You bought something",
    request: "You asked for information",
    contract: "You have a contract with us",
    other: "It is on record",
    when: "When",
    where: "Where",
    elsewhere: (source: string) =>
      `It came to us from another system (${source}). The words are kept there under this mark:`,
    confirmed: "Confirmed",
    confirmedText: (when: string) => `You pressed the button in our mail on ${when}.`,
    articles: "The law",
    used: "Used",
    usedText: (when: string) => `We asked again at the moment of sending, on ${when}, and it held.`,
    number: "Mark",
    since: "Since then it no longer holds: we do not send you this any more.",
    stop: "Stop these mails",
    notFound: "We found no such mail",
    notFoundText: "What we knew of it has been erased, or it was never handed over.",
    answered:
      "This mail answered something that was done with your address on one of our forms. It is no advertising, and no other follows from it.",
  },
  bases,
  notice: {
    title: "Data protection",
    version: (version: number) => `Version ${version}`,
    second: "In full",
  },
  problem: {
    malformed: "This link is not complete",
    malformedText:
      "Part of it is missing, or it was changed on the way. Open it again from the mail. Nothing was done.",
    notFound: "There is nothing here",
    notFoundText: "The address may be mistyped, or the page is gone.",
    busy: "Too many at once",
    busyText:
      "Many requests came from your network. Please wait a minute and try again. Nothing was lost that we had confirmed.",
    failed: "Something went wrong on our side",
    failedText: "It is not your doing. Please try again in a moment.",
    missing: "Nothing is set up yet",
    missingText:
      "Whoever runs this server declares who writes, why, and in which words, in the file licet.yaml, and runs this:",
  },
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

/** Every word of the public pages; a language that lacks one does not compile. */
export type Copy = typeof en;
