import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, fromPayload, toPayload } from '../../src/bot/action.ts';
import { FIELD_SLUGS } from '../../src/knowledge/fields.ts';

const facet = fc.constantFrom(
  ...(['documents', 'fees', 'time', 'steps', 'where'] as const),
  ...(['online', 'result', 'legal', 'conditions'] as const),
);
const code = fc.stringMatching(/^\d\.\d{6}$/);
const id = fc.stringMatching(/^[a-z0-9-]{1,30}$/);
const plain = fc.constantFrom(
  ...(['menu', 'office', 'officer', 'report', 'send-report'] as const),
  ...(['cancel', 'my-reports', 'forget', 'help'] as const),
);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('procedure' as const), code }),
  fc.record({ do: fc.constant('procedure' as const), code, facet }),
  fc.record({
    do: fc.constant('field' as const),
    field: fc.constantFrom(...FIELD_SLUGS),
    page: fc.nat({ max: 99 }),
  }),
  fc.record({ do: fc.constant('plan' as const), id }),
  fc.record({ do: fc.constant('plan' as const), id, part: id }),
  fc.record({ do: fc.constant('answer' as const), id }),
  plain.map((name) => ({ do: name })),
);

describe('what a button sends', () => {
  it('comes back as what it was made of', () => {
    fc.assert(
      fc.property(action, (one) => {
        expect(fromPayload(toPayload(one))).toEqual(one);
      }),
    );
  });

  it('is one line that begins with #, short enough for Zalo', () => {
    fc.assert(
      fc.property(action, (one) => {
        expect(toPayload(one)).toMatch(/^#[a-z0-9.:-]{1,100}$/);
      }),
    );
  });

  it('is told from anything else that may be typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.startsWith('#'));

        expect(fromPayload(text)).toBeUndefined();
      }),
    );
  });

  it('never makes trouble, whatever follows the #', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(() => fromPayload(`#${text}`)).not.toThrow();
      }),
    );
  });

  it.each([
    ['#procedure:1.001193:fees', { do: 'procedure', code: '1.001193', facet: 'fees' }],
    ['#procedure:1.001193', { do: 'procedure', code: '1.001193' }],
    ['#procedure:1.001193:màu', { do: 'procedure', code: '1.001193' }],
    ['#field:ho-tich:2', { do: 'field', field: 'ho-tich', page: 2 }],
    ['#field:ho-tich', { do: 'field', field: 'ho-tich', page: 0 }],
    ['#field:ho-tich:x', { do: 'field', field: 'ho-tich', page: 0 }],
    ['#menu ', { do: 'menu' }],
    ['#field:khong-co', undefined],
    ['#xoa-het', undefined],
    ['#', undefined],
  ])('is read: %s', (payload, expected) => {
    expect(fromPayload(payload)).toEqual(expected);
  });
});
