import { describe, expect, it } from 'vitest';
import { realHere } from '../helpers/real.ts';
import { SIBLING_QUESTIONS } from './siblings.ts';

const LEAST_RIGHT = 0.8; // of each family; a few are hard even for people

describe('of the siblings in the real catalogue, the search puts the right one first', () => {
  const { search } = realHere();

  it.each(Object.entries(SIBLING_QUESTIONS))('%s', (_, questions) => {
    const missed = questions.filter(([question, ...codes]) => {
      const [first] = search(question).hits;
      return first === undefined || !codes.includes(first.id);
    });

    const right = questions.length - missed.length;
    expect(right, missed.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT * questions.length);
  });
});
