// `npm run fit` writes this file anew. These values: fitted on 21/11/2026 by a prototype of it, on the same samples with fewer aliases.

/** What each sign of a match is worth to the ranking. */
export const RANK_WEIGHTS = {
  match: 2.66,
  exact: 0.46,
  coverage: 0.18,
  pairs: -2.8,
  window: 3.14,
  accents: 5.6,
  union: 2.44,
  learned: 0,
  learnedLead: 0,
  bag: 2.11,
  bagPairs: 3.53,
  title: 1.17,
  missedActions: 1.35,
  extraActions: 0.54,
  faithful: 3.82,
  popularity: 0.93,
  written: 0.79,
  faq: 0.76,
  referral: 0.7,
  plan: -1.07,
  intent: 2.9,
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
