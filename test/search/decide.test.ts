import { describe, expect, it } from 'vitest';
import type { Certainty } from '../../src/search/certainty.ts';
import { type Band, bandOf, decide } from '../../src/search/decide.ts';
import type { HeardIntent } from '../../src/search/kinds.ts';
import type { Ranking } from '../../src/search/ranking.ts';
import { ranked } from '../helpers/ranked.ts';

const SURE: Certainty = { inScope: 0.95, right: 0.9 };

describe('what was found is', () => {
  it.each<[string, Certainty, Band]>([
    ['answered when it is surely ours and surely right', SURE, 'answer'],
    ['asked about when another may be meant', { ...SURE, right: 0.3 }, 'choose'],
    ['asked about when it may be none of ours', { ...SURE, inScope: 0.5 }, 'choose'],
    ['not known when it is hardly ours', { ...SURE, inScope: 0.1 }, 'none'],
  ])('%s', (_, certainty, band) => {
    expect(bandOf([ranked()], certainty)).toBe(band);
  });

  it('asked about when a second fits as well', () => {
    expect(bandOf([ranked({ score: 12 }), ranked({ score: 11.9 })], SURE)).toBe('choose');
  });

  it('not known when nothing was found', () => {
    expect(bandOf([], SURE)).toBe('none');
  });

  it('taken for a report where it would be asked back about a procedure, since a report is read back first', () => {
    const unsure = { inScope: 0.3, right: 0.2 };

    expect(bandOf([ranked({ kind: 'intent', id: 'report' })], unsure)).toBe('answer');
    expect(bandOf([ranked()], unsure)).toBe('choose');
  });

  it('no cry for help when as much speaks for something calm', () => {
    const danger = ranked({ kind: 'intent', id: 'danger', score: 2 });

    expect(bandOf([danger, ranked({ score: 1.9 })], { inScope: 0.45, right: 0.4 })).toBe('none');
  });
});

/** A message of which all words are known, unless it is said, and that sounds like something. */
function message(sounds: HeardIntent | undefined, candidate = ranked(), words = 1): Ranking {
  return {
    plainest: [],
    readings: [],
    facet: undefined,
    intent: undefined,
    hasSubject: true,
    ranked: [candidate],
    familiar: { words, pairs: words },
    mass: 20,
    sounds,
  };
}

function decided(ranking: Ranking, inScope: number) {
  return decide(ranking, ranking.ranked, { inScope, right: 0.9 });
}

describe('what a message sounds like', () => {
  const cry = (lead: number): HeardIntent => ({ intent: 'danger', lead });
  const talk = (lead: number): HeardIntent => ({ intent: 'greeting', lead });
  const [KNOWN, DOUBTFUL, UNKNOWN] = [0.95, 0.5, 0.1];

  it.each<[string, HeardIntent, number, string | undefined]>([
    ['is heard where no matter is known', cry(0.1), UNKNOWN, 'danger'],
    ['is heard where a matter is doubtful', cry(0.1), DOUBTFUL, 'danger'],
    ['gives way to a matter that is surely meant', cry(0.3), KNOWN, undefined],
    ['comes first when it is a clear cry for help', cry(0.5), KNOWN, 'danger'],
  ])('%s', (_, sounds, inScope, intent) => {
    expect(decided(message(sounds), inScope).call?.intent).toBe(intent);
  });

  it('is talk only where it is clearer than a doubtful matter', () => {
    expect(decided(message(talk(0.4)), DOUBTFUL)).toMatchObject({ band: 'none', talk: 'greeting' });
    expect(decided(message(talk(0.2)), DOUBTFUL)).toMatchObject({ band: 'choose' });
    expect(decided(message(talk(0.9)), KNOWN)).toMatchObject({ band: 'answer' });
  });

  it('is a cry for help rather than a report that shares its words', () => {
    const report = ranked({ kind: 'intent', id: 'report' });

    expect(decided(message(cry(0.01), report), KNOWN).call?.intent).toBe('danger');
  });

  it('is not listened to where most words are strange', () => {
    const danger = ranked({ kind: 'intent', id: 'danger' });

    expect(decided(message(cry(1), ranked(), 0.5), UNKNOWN).call).toBeUndefined();
    expect(decided(message(undefined, danger, 0.5), KNOWN).band).toBe('none');
  });
});
