// The words of a form, its notice, the thanks for it, and the page that asks whether it was you, in English; the other languages must have every one of them.
import { plural } from "../../../mail/locale.ts";

const times = plural("en", { one: "once", other: "# times" });

export const en = {
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
    unknownPage:
      "This page did not arrive whole, so nothing was recorded. Here it is again, with what you typed. Please look it over and send it once more.",
  },
  thanks: {
    signUp: "Thank you",
    order: "Thank you for your order",
    informationRequest: "It is on its way",
    look: "Now look in your mailbox",
    mailbox:
      "We send a mail with a button to confirm. Until you press it, nothing starts. It usually comes at once; after several requests it may take up to a day, since we write to one address only a few times a day. If none comes, the address may be mistyped.",
    orderMail: "We send you a mail about this order, with a button to say that it was yours.",
    orderOpens: "Until you press it, the order opens no advertising to this address.",
    refused: "You do not want emails about similar products. That is on record now.",
    recorded: "Your choice is on record. Every advertising mail has a link to stop.",
    reference: (reference: string) => `Your order number is ${reference}.`,
    answer:
      "We send what you asked for to your mailbox, and nothing else. If you have asked several times, it may take a day.",
    kept: "You ticked no box, so we will write to you about this order only.",
  },
  confirm: {
    title: "Was it you?",
    lead: (when: string) => `On ${when} somebody typed your address into our form and ticked:`,
    leadOrder: (when: string) => `On ${when} somebody placed this order with your address:`,
    country: (name: string) => `Country given: ${name}.`,
    told: "And this stood beside the order, whose box to object was not ticked:",
    refused: "The box that objects to emails about similar products was ticked. That stands.",
    several: (count: number) =>
      `Your address was used ${times(count)}. Each time has a button of its own: press only what was yours.`,
    expiredOrder:
      "Too much time has passed, so nothing was confirmed. The order is no different for it; it only opens no advertising.",
    button: "Yes, it was me",
    otherwise: "If it was not you, close this page. No advertising will be sent.",
    until: (when: string) => `The button works until ${when}.`,
    done: "Confirmed",
    doneText: "Thank you. This is now on record:",
    doneLater: "Every advertising mail has a link to stop, and it works at once.",
    barred:
      "You asked us to stop after you had filled in the form, and that still holds. If you have changed your mind, please fill in the form again.",
    expired: "This button has expired",
    expiredText:
      "Too much time has passed since you filled in the form, so nothing was confirmed. You can fill it in again; it takes a moment.",
    again: "Fill in the form again",
  },
  notice: {
    title: "Data protection",
    version: (version: number) => `Version ${version}`,
    second: "In full",
  },
};

export type Forms = typeof en;
