// The sentences of mail in English.
import type { MailCopy } from "./sentences.ts";

export const en: MailCopy = {
  footer: {
    advertising: "Advertising",
    objection: "You may object to advertising at any time, free of charge and without giving a reason.",
    sentBy: "Sent by",
    unsubscribe: "Unsubscribe",
    preferences: "Your preferences",
    why: "Why do I get this?",
  },
  confirmation: {
    subject: (controller) => `Please confirm: mail from ${controller}`,
    asked: (controller) => `This address was entered on a form of ${controller}, to receive by email:`,
    button: "Confirm",
    expires: (moment) => `The link works until ${moment}.`,
    notYou: "If it was not you, do nothing: without your confirmation you will receive nothing.",
  },
  order: {
    subject: (controller) => `Your order from ${controller}: was it you?`,
    received: (controller) => `${controller} received this order with your address:`,
    please: "Please say on the next page that it was yours: then we know that this address is yours too.",
    button: "Look and answer",
    expires: (moment) => `The link works until ${moment}.`,
    notYou: "If it was not you, do not press the button there, and tell us at the address below.",
  },
  information: {
    because: (controller) =>
      `You get this message because you asked ${controller} for it. It does not sign you up for anything.`,
  },
  withdrawal: {
    subject: (controller) => `${controller} will no longer write to you`,
    received: (moment) => `We received your request on ${moment}, and it took effect at once.`,
    stopped: (controller) => `${controller} will no longer send you:`,
    stoppedAll: (controller) => `${controller} will no longer send you any advertising.`,
    questions: "You do not need to do anything. If you have a question, write to the address below.",
  },
  link: {
    subject: (controller) => `The link to your choices at ${controller}`,
    asked: (controller) =>
      `Somebody asked for a link to see and change what ${controller} sends to this address.`,
    button: "Open the page",
    expires: (moment) => `Until ${moment} the link proves that this mailbox is yours. Do not pass it on.`,
    notYou: "If it was not you, do nothing: nothing has changed.",
  },
  address: {
    subject: (controller) => `Is this your new address for ${controller}?`,
    asked: (controller) => `Somebody who gets mail from ${controller} gave this as their new address.`,
    button: "Look and answer",
    expires: (moment) => `The link works until ${moment}.`,
    notYou: "If it was not you, do nothing: nothing will be sent to this address.",
    noticeSubject: (controller) => `A new address was given to ${controller}`,
    notice: (controller) =>
      `On the page of your choices at ${controller}, opened by a link to this mailbox, a new address was given. As soon as that mailbox answers, what you chose goes on there, and nothing is sent here any more.`,
    noticeNotYou: "If it was not you, write to the address below at once.",
  },
  guardian: {
    subject: (controller) => `May this child get mail from ${controller}?`,
    asked: (controller) =>
      `Somebody who is still a child gave your address to ${controller} as that of a parent or guardian.`,
    why: "At that age the law asks for your consent. The next page shows the child’s address and what they want to get.",
    button: "Look and answer",
    expires: (moment) => `The link works until ${moment}.`,
    nothing: "If you do nothing, nothing happens: nothing is sent to the child, and nothing of it is kept.",
  },
  privacyContact: "Data protection:",
};
