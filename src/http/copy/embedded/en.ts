// What a page of the controller's own is told to say, in English; the other languages must have every one of them.

export const en = {
  embedded: {
    retired:
      "One of the purposes that you ticked is no longer in use. That choice was not recorded, and no mail will come of it.",
  },
};

export type Embedded = typeof en;
