import { describe, expect, it } from 'vitest';
import { atOnce, unhurried } from '../../src/lib/sliced.ts';
import { Evidence } from '../../src/search/evidence.ts';
import { type Said, Terms } from '../../src/search/terms.ts';
import { tokenize } from '../../src/search/token.ts';
import { WordIds } from '../../src/search/word-ids.ts';

/** What several documents, each a list of ways to say it, say of questions. */
class Documents {
  readonly terms = new Terms(new WordIds());
  readonly said: readonly Said[];

  constructor(...documents: readonly (readonly string[])[]) {
    this.said = documents.map((texts) => this.terms.add(texts.map((text) => tokenize(text))));
  }

  /** `shares`: how much of its weight each word keeps; all of it where none is said. */
  strengths(question: string, evidence = this.evidence(), shares: number[] = []): number[] {
    return [...evidence.strengths(this.terms.weigh(tokenize(question), shares))];
  }

  evidence(): Evidence {
    return atOnce(Evidence.of(this.said, this.terms.size));
  }
}

const documents = new Documents(['khai sinh', 'mới đẻ'], ['khai tử']);

describe('a document as a whole speaks', () => {
  it('of no question whose words none of its texts has', () => {
    expect(documents.strengths('kết hôn')).toEqual([0, 0]);
    expect(documents.strengths('')).toEqual([0, 0]);
  });

  it('of words that are scattered over its texts', () => {
    const [ofBirth = 0, ofDeath = 0] = documents.strengths('đẻ rồi đi khai');

    expect(ofBirth).toBeGreaterThan(0);
    expect(ofBirth).toBeGreaterThan(ofDeath);
  });

  it('the more, the more of its texts have the word', () => {
    const often = new Documents(['đẻ', 'đẻ'], ['đẻ', 'mới'], ['tử']);
    const [always = 0, half = 0, never = 0] = often.strengths('đẻ');

    expect(always).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(never);
    expect(never).toBeLessThan(0);
  });

  it('hardly more of a name for saying nothing else, where there are many documents', () => {
    const ways = Array.from({ length: 60 }, (_, i) => `xuống nhà làm giấy ${String(i)}`);
    const others = Array.from({ length: 400 }, (_, i) => [`việc khác ${String(i)}`]);
    const name = 'khai tử lưu động';
    const many = new Documents([name], [name, ...ways], ...others);
    const leadOfBare = (evidence: Evidence) => {
      const [bare = 0, explained = 0] = many.strengths(name, evidence);
      return bare - explained;
    };
    const doubting = { smoothing: 500, absentShare: 0.8, leastLength: 0 };

    const unfloored = atOnce(Evidence.of(many.said, many.terms.size, doubting));

    expect(leadOfBare(unfloored)).toBeGreaterThan(0);
    expect(leadOfBare(many.evidence())).toBeLessThan(leadOfBare(unfloored) / 2);
  });

  it('less of words that keep little of their weight', () => {
    const fillers = (share: number) =>
      documents.strengths('khai đẻ', documents.evidence(), [share, 1]);
    const [birth = 0, death = 0] = fillers(0.1);
    const [birthWithAll = 0, deathWithAll = 0] = fillers(1);

    expect(birth - death).toBeGreaterThan(birthWithAll - deathWithAll);
  });

  it('of two words side by side more than of the same two apart', () => {
    const order = new Documents(['giấy khai sinh'], ['sinh giấy khai']);
    const [together = 0, apart = 0] = order.strengths('khai sinh');

    expect(together).toBeGreaterThan(apart);
  });

  it('of the marks that were typed, and is not lost where none were', () => {
    const marks = new Documents(['mất sổ'], ['mặt số']);
    const [marked = 0, otherwise = 0] = marks.strengths('mất sổ');
    const [bare = 0, alike = 0] = marks.strengths('mat so');

    expect(marked).toBeGreaterThan(otherwise);
    expect(bare).toBeGreaterThan(0);
    expect(bare).toBeCloseTo(alike);
  });

  it('the same whether it was read at one go or in slices', async () => {
    const inSlices = await unhurried(Evidence.of(documents.said, documents.terms.size));

    expect(documents.strengths('khai sinh', inSlices)).toEqual(documents.strengths('khai sinh'));
  });
});
