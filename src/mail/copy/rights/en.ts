// The sentences of mail about rights in English.
import type { RightsSentences } from "./sentences.ts";

export const en: RightsSentences = {
  link: {
    subject: (controller) => `Your data at ${controller}`,
    asked: (controller) => `On a page of ${controller}, a link was asked for at this address.`,
    button: "See your data",
    expires: (moment) =>
      `The link works until ${moment}. Whoever has it sees all that is held about you and can have it erased: please do not pass this mail on.`,
    notYou: "If it was not you, do nothing: nothing changes by itself.",
  },
  nothing: {
    subject: (controller) => `Nothing is held about you at ${controller}`,
    none: (controller) =>
      `You asked what ${controller} holds about you. About this address it holds nothing: no name, no choice, no mail.`,
    erased: (controller) =>
      `You asked what ${controller} holds about you. What it knew of this address has been erased.`,
    trace:
      "What stays is a number that was made from the address, with the days on which you acted and under which wording. Nobody can read the address from it; it serves to honour what you asked for and to prove that earlier mail was lawful (GDPR 17(3)(b) and (e)).",
    notYou:
      "This address was kept for this mail alone and is gone now. If it was not you who asked, you need not do anything.",
  },
  reply: {
    subject: (controller) => `Your request to ${controller}`,
    about: (day, right) => `On ${day} we received this request of yours: ${right}.`,
    rights: {
      access: "to know what is held about you (GDPR 15)",
      rectification: "to have data corrected (GDPR 16)",
      erasure: "to be erased (GDPR 17)",
      restriction: "to have the use of your data restricted, or the restriction lifted (GDPR 18)",
      portability: "to take your data with you (GDPR 20)",
      objection: "to object to the use of your data (GDPR 21)",
      other: "a request about your data",
    },
    received: (day) => `You will have our answer by ${day}.`,
    extended: (day) => `We need more time than a month. You will have our answer by ${day}. The reason:`,
    outcome: {
      granted: "It is done.",
      partly: "We did it in part:",
      refused: "We cannot do it. The reason:",
    },
    erased: (controller) => `${controller} has erased all that was personal about you. It cannot be undone.`,
    kept: [
      "A number that was made from your address, so that you are not written to again (GDPR 17(3)(b), 21(3)).",
      "Of each thing you did, which, when and under which wording, and of each mail when and on which basis, to prove that it was lawful (GDPR 17(3)(e), 5(2)).",
    ],
    gone: "Kept is only what stands above. Your address was kept until this mail was sent, and is gone now.",
    complaint: "You may complain to a data protection authority, and you may go to court (GDPR 77, 79).",
  },
};
