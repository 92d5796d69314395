// `npm run fit` writes this file anew.

/** What each sign of a match is worth to the ranking, in a short question and how much more in a story. */
export const RANK_WEIGHTS = {
  short: {
    match: 1.38,
    exact: 1.35,
    window: 3.32,
    accents: 2.99,
    union: 1.05,
    words: 1.53,
    pairs: 1.05,
    title: 1.17,
    missedActions: 1.68,
    extraActions: 0.75,
    faithful: 4.47,
    popularity: 2.07,
    written: 0.44,
    faq: 0.52,
    referral: 1.05,
    plan: 1.03,
    intent: 3.07,
  },
  story: {
    match: 1.38,
    exact: 1.35,
    window: 3.32,
    accents: 2.99,
    union: 1.05,
    words: 1.53,
    pairs: 1.05,
    title: 1.17,
    missedActions: 1.68,
    extraActions: 0.75,
    faithful: 4.47,
    popularity: 2.07,
    written: 0.44,
    faq: 0.52,
    referral: 1.05,
    plan: 1.03,
    intent: 3.07,
  },
};

/** What speaks for a message being about something we know. */
export const SCOPE_WEIGHTS = {
  bias: -4.84,
  score: 1.81,
  share: -0.57,
  lead: -0.03,
  union: -0.8,
  match: 0.91,
  title: 1.69,
  accents: 0.14,
  words: 0.93,
  pairs: 1.64,
  mass: 2.52,
  short: -1.11,
  offTopic: -1.99,
};

/** What speaks for the best candidate being the right one. */
export const RIGHT_WEIGHTS = {
  bias: -2.96,
  score: 1.38,
  share: 1.64,
  lead: 2.15,
  union: 0.15,
  match: 0.59,
  title: 0.19,
  accents: 0.29,
  words: -0.51,
  pairs: -0.33,
  mass: 1.61,
  short: -0.45,
  offTopic: 0.35,
};
