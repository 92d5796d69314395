import { describe, expect, it } from 'vitest';
import type { Certainty } from '../../src/search/certainty.ts';
import { type Band, decide } from '../../src/search/decide.ts';
import { ranked } from '../helpers/ranked.ts';

const SURE: Certainty = { inScope: 0.95, right: 0.9 };

describe('what was found is', () => {
  it.each<[string, Certainty, Band]>([
    ['answered when it is surely ours and surely right', SURE, 'answer'],
    ['asked about when another may be meant', { ...SURE, right: 0.3 }, 'choose'],
    ['asked about when it may be none of ours', { ...SURE, inScope: 0.5 }, 'choose'],
    ['not known when it is hardly ours', { ...SURE, inScope: 0.1 }, 'none'],
  ])('%s', (_, certainty, band) => {
    expect(decide([ranked()], certainty)).toBe(band);
  });

  it('asked about when a second fits as well', () => {
    expect(decide([ranked({ score: 12 }), ranked({ score: 11.9 })], SURE)).toBe('choose');
  });

  it('not known when nothing was found', () => {
    expect(decide([], SURE)).toBe('none');
  });

  it('taken for a report where it would be asked back about a procedure, since a report is read back first', () => {
    const unsure = { inScope: 0.3, right: 0.2 };

    expect(decide([ranked({ kind: 'intent', id: 'report' })], unsure)).toBe('answer');
    expect(decide([ranked()], unsure)).toBe('choose');
  });

  it('no cry for help when as much speaks for something calm', () => {
    const danger = ranked({ kind: 'intent', id: 'danger', score: 2 });

    expect(decide([danger, ranked({ score: 1.9 })], { inScope: 0.45, right: 0.4 })).toBe('none');
  });
});
