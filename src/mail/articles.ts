// What Italian and Catalan put before a date: the article is elided where the number of the day begins with a vowel.

/** otto and undici. */
const elidedInItalian = /^(?:8|11)\D/;
/** u and onze. */
const elidedInCatalan = /^(?:1|11)\D/;

export const italian = {
  on: (when: string) => (elidedInItalian.test(when) ? `l’${when}` : `il ${when}`),
  since: (when: string) => (elidedInItalian.test(when) ? `dall’${when}` : `dal ${when}`),
  until: (when: string) => (elidedInItalian.test(when) ? `fino all’${when}` : `fino al ${when}`),
};

export const catalan = {
  on: (when: string) => (elidedInCatalan.test(when) ? `l’${when}` : `el ${when}`),
  since: (when: string) => (elidedInCatalan.test(when) ? `des de l’${when}` : `des del ${when}`),
  until: (when: string) => (elidedInCatalan.test(when) ? `fins a l’${when}` : `fins al ${when}`),
};
