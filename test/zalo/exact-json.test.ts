import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactJson } from '../../src/zalo/exact-json.ts';

describe('exact JSON', () => {
  it('keeps every digit of every number, as printed', () => {
    expect(parseExactJson('{"id":246845883529197922,"a":[-1.50, 2E+3,0]}')).toEqual({
      id: '246845883529197922',
      a: ['-1.50', '2E+3', '0'],
    });
  });

  it('leaves texts alone, whatever digits, quotes and escapes they hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (value) => {
        expect(parseExactJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each(['', 'xin chào', '{12345678901234567890:1}', '{"a":01}', '[1,]'])(
    'says undefined to what is not JSON: %s',
    (text) => {
      expect(parseExactJson(text)).toBeUndefined();
    },
  );
});
