import { describe, expect, it } from 'vitest';
import { certaintyOf, sharesOf, talkOf } from '../../src/search/certainty.ts';
import type { Ranked } from '../../src/search/rank.ts';
import type { Ranking } from '../../src/search/ranking.ts';
import { ranked } from '../helpers/ranked.ts';

const strong = { match: 0.9, union: 1, title: 0.9, coverage: 0.9 };
const offTopic = (score: number) => ranked({ kind: 'intent', id: 'off-topic', score });

function ranking(candidates: readonly Ranked[], familiar = 1): Ranking {
  return {
    plainest: [],
    readings: [],
    sounds: undefined,
    facet: undefined,
    intent: undefined,
    hasSubject: true,
    ranked: candidates,
    familiar: { words: familiar, pairs: familiar },
    mass: 20,
  };
}

describe('the search is surer', () => {
  const far = certaintyOf(ranking([ranked({ score: 14, features: strong }), ranked({ score: 6 })]));

  it('that it is right when the best is far ahead', () => {
    const near = certaintyOf(ranking([ranked({ score: 14 }), ranked({ score: 13.9 })]));

    expect(far.right).toBeGreaterThan(near.right);
  });

  it('that the message is about something we know when the catalogue has words for it', () => {
    const strange = certaintyOf(ranking([ranked({ score: 14, features: strong })], 0.1));

    expect(far.inScope).toBeGreaterThan(strange.inScope);
  });

  it('that it is not when small talk fits better', () => {
    const chat = certaintyOf(ranking([offTopic(14), ranked({ score: 9 })]));

    expect(chat.inScope).toBeLessThan(far.inScope);
  });

  it('of nothing when nothing was found', () => {
    expect(certaintyOf(ranking([]))).toEqual({ inScope: 0, right: 0 });
  });
});

it('candidates share the probability by the odds of their scores', () => {
  const [first = 0, second = 0] = sharesOf([ranked({ score: Math.log(3) }), ranked({ score: 0 })]);

  expect(first).toBeCloseTo(0.75);
  expect(second).toBeCloseTo(0.25);
});

it('talk is what no commune can help with', () => {
  expect(talkOf(offTopic(1))).toBe('off-topic');
  expect(talkOf(ranked())).toBeUndefined();
});
