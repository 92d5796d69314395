import { Catalogue } from '../../src/search/catalogue.ts';
import type { SearchItem } from '../../src/search/item.ts';
import { type Features, FEATURES, type Ranked } from '../../src/search/rank.ts';

type RankedParts = Partial<Pick<SearchItem, 'kind' | 'id'>> & {
  score?: number;
  features?: Partial<Features>;
};

/** A candidate with the signs given and none of the others. */
export function ranked({ kind = 'procedure', id = '1.001193', ...rest }: RankedParts = {}): Ranked {
  const { score = 0, features = {} } = rest;
  const texts = [{ text: 'Khai sinh' }];
  const item: SearchItem = { kind, id, title: 'Khai sinh', texts };
  const [indexed] = new Catalogue([item]).items;
  if (indexed === undefined) throw new Error('an item was put in');
  const none = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Record<
    keyof Features,
    number
  >;
  return { indexed, part: undefined, score, features: { ...none, ...features } };
}
