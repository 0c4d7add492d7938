// How long one message of the protocol may be: a letter with its values, and room to spare.

export const mostMessageBytes = 1_000_000;
