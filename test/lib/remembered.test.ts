import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/lib/remembered.ts';

describe('a remembered function', () => {
  function counting(most?: number) {
    const asked: string[] = [];
    const lengthOf = remembered((text) => {
      asked.push(text);
      return text.length;
    }, most);
    return { asked, lengthOf };
  }

  it('computes each answer once', () => {
    const { asked, lengthOf } = counting();

    expect([lengthOf('khai'), lengthOf(''), lengthOf('khai'), lengthOf('')]).toEqual([4, 0, 4, 0]);
    expect(asked).toEqual(['khai', '']);
  });

  it('forgets rather than grow without end', () => {
    const { asked, lengthOf } = counting(2);

    for (const text of ['a', 'b', 'c', 'a']) lengthOf(text);

    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
