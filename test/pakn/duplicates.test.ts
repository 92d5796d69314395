import { describe, expect, it } from 'vitest';
import { likelyDuplicates } from '../../src/pakn/duplicates.ts';
import { duplicatesOf, relaysOf } from '../../src/pakn/relay.ts';
import { NOW, ticket } from '../helpers/build.ts';
import { realPolicy } from '../helpers/feedback.ts';

const DAY_MS = 86_400_000;
const hole = ticket({ content: 'Đường thôn 3 bị sụt hố to, xe ngã hoài' });

function other(code: string, content: string, parts: Parameters<typeof ticket>[0] = {}) {
  return ticket({ code, content, ...parts });
}

describe('likely duplicates', () => {
  it('are reports of the same matter at the same place, however they are spelled', () => {
    const same = other('ND-2611-0001', 'duong thon 3 sut ho rat to, hom qua xe bi nga');

    const [found] = likelyDuplicates(hole, [same]);

    expect(found?.ticket.code).toBe('ND-2611-0001');
    expect(found?.reason).toMatch(/lời giống \d+%, cùng nơi, gửi ngày 21\/11\/2026/);
  });

  it.each([
    ['in another thôn', other('ND-2611-0002', 'Đường thôn 7 bị sụt hố to, xe ngã hoài')],
    [
      'of another matter in the same thôn',
      other('ND-2611-0003', 'Thôn 3 mất nước sạch cả tuần nay'),
    ],
    [
      'from long ago',
      other('ND-2609-0001', hole.content, { createdAt: new Date(NOW.getTime() - 60 * DAY_MS) }),
    ],
    ['in another commune', other('DS-2611-0001', hole.content, { communeSlug: 'dai-son' })],
    ['merged already', other('ND-2611-0004', hole.content, { state: 'duplicate' })],
    ['itself', hole],
  ])('are not reports %s', (_, one) => {
    expect(likelyDuplicates(hole, [one])).toEqual([]);
  });

  it('are told apart by the map when both sent where they are', () => {
    const here = { latitude: 22.63, longitude: 104.35 };
    const near = { latitude: 22.6305, longitude: 104.35 };
    const far = { latitude: 22.66, longitude: 104.35 };
    const words = 'Cột điện nghiêng sắp đổ ngoài đường';
    const mine = other('ND-2611-0010', words, { location: here });

    const found = likelyDuplicates(mine, [
      other('ND-2611-0011', words, { location: near }),
      other('ND-2611-0012', words, { location: far }),
    ]);

    expect(found.map(({ ticket: one }) => one.code)).toEqual(['ND-2611-0011']);
  });

  it('come likeliest first, five at most', () => {
    const many = Array.from({ length: 8 }, (_, i) =>
      other(`ND-2611-01${i}0`, i < 4 ? hole.content : 'Thôn 3 đường bị sụt hố to'),
    );

    const found = likelyDuplicates(hole, many);

    expect(found).toHaveLength(5);
    expect(found.map(({ score }) => score)).toEqual(
      [...found.map(({ score }) => score)].sort((one, two) => two - one),
    );
  });
});

describe('the reporters of merged reports', () => {
  const first = other('ND-2611-0001', 'hố to quá', { state: 'duplicate', duplicateOf: hole.code });
  const second = other('ND-2611-0002', 'sụt đường', {
    state: 'duplicate',
    duplicateOf: first.code,
  });
  const stranger = other('ND-2611-0003', 'rác', {
    state: 'duplicate',
    duplicateOf: 'ND-2611-0099',
  });
  const all = [hole, first, second, stranger];

  it('are found through a chain of merges', () => {
    expect(duplicatesOf(hole, all)).toEqual([first, second]);
  });

  it('hear the answer with their own code and words, never those of another resident', () => {
    const relays = relaysOf(hole, { name: 'answer', text: 'Xã đã lấp hố.' }, all, realPolicy);

    expect(relays.map(({ code }) => code)).toEqual(['ND-2611-0001', 'ND-2611-0002']);
    expect(relays[0]?.act.tell.text).toBe(
      'Dạ, về phản ánh ND-2611-0001 (“hố to quá”), UBND xã trả lời như sau:\n\nXã đã lấp hố.',
    );
    expect(JSON.stringify(relays)).not.toContain('xe ngã');
  });

  it('are not told of every step', () => {
    expect(relaysOf(hole, { name: 'receive' }, all, realPolicy)).toEqual([]);
  });
});
