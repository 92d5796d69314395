import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/lib/sliced.ts';
import type { ItemKind, SearchItem } from '../../src/search/item.ts';
import { asTalk, Kinds } from '../../src/search/kinds.ts';
import { Shelf } from '../../src/search/shelf.ts';
import { tokenize } from '../../src/search/token.ts';

const MANY = 150; // as if so many residents had said each thing

const ASKED: Readonly<Record<string, readonly string[]>> = {
  danger: ['con tôi bị rắn cắn', 'có người đang chết đuối'],
  greeting: ['chào em nhé', 'chào buổi sáng'],
  pesticide: ['giấy bán thuốc trừ cỏ cần gì', 'bán thuốc trừ cỏ phải xin ai'],
};

function item(kind: ItemKind, id: string): SearchItem {
  return { kind, id, title: id, texts: [{ text: id }] };
}

/** What a message sounds like where these intents and one procedure are known, each said by so many. */
function heard(message: string, many = MANY) {
  const examples = Object.entries(ASKED).map(([id, texts]): [string, string[]] => [
    id,
    texts.flatMap((text) => Array.from({ length: many }, () => text)),
  ]);
  const shelf = new Shelf(new Map(examples));
  const items = [
    item('intent', 'danger'),
    item('intent', 'greeting'),
    item('procedure', 'pesticide'),
  ];
  const indexed = items.map((one) => shelf.put(one));
  const kinds = atOnce(Kinds.of(indexed, shelf.terms.size));
  return kinds.heardIn(shelf.terms.weigh(tokenize(message)));
}

describe('what a message sounds like', () => {
  it.each([
    ['rắn cắn con bé rồi', 'danger'],
    ['chào nhé', 'greeting'],
  ])('is an intent that its words were said with: "%s"', (message, intent) => {
    expect(heard(message)).toMatchObject({ intent });
  });

  it('is none where it sounds more like a question about a matter', () => {
    expect(heard('thuốc trừ cỏ xin ai')).toBeUndefined();
    expect(heard('bán thuốc cần giấy gì')).toBeUndefined();
  });

  it('is the surer the more of it says so', () => {
    const cry = heard('có người bị rắn cắn')?.lead ?? 0;
    const both = heard('rắn cắn, bán thuốc trừ')?.lead ?? 0;

    expect(cry).toBeGreaterThan(both);
  });

  it('is not told by a few phrases, nor by words that nobody has said', () => {
    expect(heard('rắn cắn con bé rồi', 3)).toBeUndefined();
    expect(heard('xyz')).toBeUndefined();
  });
});

describe('talk', () => {
  it('is what the commune does not help with', () => {
    expect(asTalk('greeting')).toBe('greeting');
    expect(asTalk('danger')).toBeUndefined();
  });
});
