import { describe, expect, it } from 'vitest';
import { ZALO_ERRORS } from '../../src/zalo/error-table.ts';
import { zaloRefusal, unreachable, unreadableAnswer } from '../../src/zalo/errors.ts';

/** Every code in facts/zalo.md 4.5 and 5. */
const DOCUMENTED = [
  -32, -100, -118, -124, -200, -201, -204, -205, -209, -210, -211, -212, -213, -214, -216, -217,
  -218, -219, -220, -221, -223, -224, -227, -230, -232, -233, -234, -235, -237, -238, -240, -241,
  -242, -244, -248, -249, -305, -311, -320, -321, -403, -14002, -14003, -14014,
];

describe('the error table', () => {
  it('knows every documented code, with a meaning and a hint', () => {
    for (const code of DOCUMENTED) {
      expect(ZALO_ERRORS[code]?.meaning, String(code)).toMatch(/\.$/);
      expect(ZALO_ERRORS[code]?.hint, String(code)).toMatch(/\S{2,}/);
    }
  });

  it.each([
    ['retry', [-32]],
    ['refresh', [-216, -220]],
    ['give-up', [-213, -217, -218, -230, -232, -244]],
    ['stop', [-209, -212, -219, -221, -223, -224, -235]],
  ] as const)('says %s for %j', (action, codes) => {
    expect(codes.map((code) => zaloRefusal(code).action)).toEqual(codes.map(() => action));
  });

  it('gives up on a code that nobody documented, and names it', () => {
    expect(zaloRefusal(-999)).toMatchObject({ code: -999, action: 'give-up' });
    expect(zaloRefusal(-999).message).toContain('-999');
  });

  it.each([
    [500, 'retry'],
    [429, 'retry'],
    [200, 'retry'],
    [404, 'stop'],
  ])('reads an HTTP %i without Zalo’s JSON as %s', (status, action) => {
    expect(unreadableAnswer(status)).toMatchObject({ code: undefined, action });
  });

  it('retries when Zalo cannot be reached', () => {
    expect(unreachable('ECONNRESET')).toMatchObject({ code: undefined, action: 'retry' });
  });
});
