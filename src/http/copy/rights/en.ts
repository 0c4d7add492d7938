// The words of the page of one's rights, and of asking for a link, in English; the other languages must have every one of them.

export const en = {
  rightsLink: {
    title: "Your data",
    lead: "Type your address, and we send a link there. It leads to all that is held about you, and lets you have it corrected, restricted or erased.",
    button: "Send me the link",
    sent: "Look in your mailbox",
    sentText:
      "If you can read mail at this address, the link is there in a moment. If several were asked for, it may take up to a day.",
    otherwise: "If you no longer read that mailbox, or would rather write to somebody, write to:",
  },
  rights: {
    title: "Your data",
    lead: "All that is held about you, and what you may do about it. What can be done at once is done at once.",
    expired: "This link has ended",
    expiredText: "For your safety it works for a day only. Ask for a new one; it comes in a moment.",
    again: "Ask for a new link",
    corrected: "Done. It is corrected, and a mail says so.",
    restricted: "Done. From now on your data are kept and not used.",
    lifted: "Done. The restriction is lifted.",
    objected: "Done. You get no more advertising.",
    asked: "Thank you. It is on record, and somebody will answer you within a month at the latest.",
    outdated:
      "This page was open for too long or did not arrive whole, so nothing was done. Here it is again.",
    missing: "Please write what it is about. Nothing was sent.",
    wrong: "One of the entries was not understood. Nothing was changed.",
    held: "In short",
    more: "All of it",
    take: "Take it with you",
    takeText:
      "Everything that is held, complete (GDPR 15, 20). Each download is noted, and a mail tells you of it.",
    pdf: "To read (PDF)",
    json: "For programs (JSON)",
    correct: "Correct",
    correctText: "What you know best yourself is changed at once (GDPR 16).",
    keep: "as it is",
    save: "Save",
    elseWrong: "What else is wrong, and how it should be",
    send: "Send",
    restrict: "Restrict",
    restrictText:
      "Your data are then kept, and used for nothing until you lift it (GDPR 18). You get no mail but answers like this one.",
    ground: "Why",
    restrictButton: "Restrict",
    lift: "Lift the restriction",
    liftText: "The use of your data is restricted now.",
    object: "Object",
    objectText: "No more advertising, whatever allowed it (GDPR 21(2)). You need no reason.",
    objectButton: "Object to advertising",
    objectElse: "Object to something else: what, and for which reason of yours (GDPR 21(1))",
    erase: "Erase",
    eraseText:
      "All that is personal about you goes for good (GDPR 17). The next page says what stays, and asks once more.",
    eraseButton: "Erase me …",
    sure: "Erase all that is personal?",
    sureLead:
      "Your address, your language, your choices and all you wrote to us are destroyed. It cannot be undone.",
    stays: "This stays, and why:",
    sureMail: "We keep your address until the mail that confirms it is sent, and no longer.",
    sureTake: "If you want a copy, take it before.",
    yes: "Yes, erase me",
    no: "No, back",
    erased: "You are erased",
    erasedText:
      "All that was personal about you is destroyed. One last mail confirms it; then your address is gone too.",
    other: "Something else",
    otherText: "Any other request about your data: somebody will read it and answer within a month.",
    otherLabel: "Your request",
    link: "See, take with you or erase all that is held about you",
    grounds: {
      accuracy: "It is wrong, and you are looking into it",
      unlawful: "Its use is not lawful, but I do not want it erased",
      claims: "I need it for a claim of mine",
      objection: "I have objected, and you are weighing it",
    },
  },
};

export type RightsPages = typeof en;
