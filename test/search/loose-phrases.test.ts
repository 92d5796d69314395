import { describe, expect, it } from 'vitest';
import { LoosePhrases } from '../../src/search/loose-phrases.ts';
import { tokenize } from '../../src/search/token.ts';

const phrases = new LoosePhrases([
  ['có cần … đồng ý', 'conditions'],
  ['nộp … đâu', 'where'],
  ['từ mấy tuổi', 'conditions'],
]);

describe('a phrase that residents fill with words of their own', () => {
  it.each([
    ['tách hộ có cần chủ hộ đồng ý không', 'conditions'],
    ['tach ho co can chu ho dong y khong', 'conditions'],
    ['đơn này nộp đâu', 'where'],
    ['từ mấy tuổi được làm', 'conditions'],
  ])('is found: %s', (text, value) => {
    expect(phrases.find(tokenize(text))).toBe(value);
  });

  it.each([
    ['in another order', 'đồng ý rồi có cần gì nữa'],
    ['with other marks', 'có cân chủ hộ đồng ý không'],
    ['across too many words', 'nộp giấy khai sinh của con tôi thì đâu'],
    ['when it is cut off', 'có cần chủ hộ'],
  ])('is not found %s', (_, text) => {
    expect(phrases.find(tokenize(text))).toBeUndefined();
  });
});
