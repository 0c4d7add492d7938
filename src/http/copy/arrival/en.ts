// The words for what arrives in a way that nobody expects, in English; the other languages must have every one of them.

export const en = {
  arrival: {
    trap: "Leave this field empty",
    tooLarge: "That was too much at once",
    tooLargeText:
      "What was sent is larger than any of our forms, so we did not read it. Nothing was recorded. Go back: what you typed may still be there.",
    nothing: "Nothing was recorded",
    boxesGone:
      "You had this page open for a while, and in the meantime we have given up what you ticked here. It was not recorded, and no mail will come because of it:",
    requestGone: "What you asked for is no longer on offer. Nothing was recorded, and no mail will come.",
  },
};

export type Arrival = typeof en;
