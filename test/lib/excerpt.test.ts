import { describe, expect, it } from 'vitest';
import { excerpt, oneLine } from '../../src/lib/excerpt.ts';

describe('an excerpt', () => {
  it('is the whole text when that is short enough', () => {
    expect(excerpt('Đường hỏng', 10)).toBe('Đường hỏng');
  });

  it('says that there is more, without a blank before it', () => {
    expect(excerpt('Đường hỏng nặng', 11)).toBe('Đường hỏng…');
  });

  it('cuts no letter in half', () => {
    expect(excerpt('👍👍👍', 2)).toBe('👍👍…');
  });

  it('stands on one line when told so', () => {
    expect(oneLine(' Đường \n\n hỏng\t')).toBe('Đường hỏng');
  });
});
