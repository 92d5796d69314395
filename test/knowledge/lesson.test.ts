import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/knowledge/answer.ts';
import { draftAnswer, newOverride, withAliases } from '../../src/knowledge/lesson.ts';
import { overrideSchema } from '../../src/knowledge/override.ts';
import { TODAY } from '../helpers/build.ts';

const common = { communeSlug: 'nam-dan', by: 'Lý Thị Hoa', day: TODAY };

function drafted(
  title: string,
  taken: readonly string[] = [],
  aliases = ['a b', 'c d', 'e f', 'g h'],
) {
  const source = { title: 'Văn phòng UBND xã', url: undefined };
  const lesson = {
    ...common,
    kind: 'answer',
    title,
    aliases,
    paragraphs: ['Có ạ.'],
    source,
  } as const;
  return draftAnswer(lesson, new Set(taken));
}

describe('an answer from the console', () => {
  it('is a record that the knowledge takes', () => {
    expect(answerSchema.safeParse(drafted('Nuôi ong').record).error).toBeUndefined();
  });

  it.each([
    ['Nuôi ong', 'hoi-nuoi-ong'],
    ['CON', 'hoi-con'],
    ['../../etc', 'hoi-etc'],
    ['???', 'hoi-dap'],
    ['Đ'.repeat(80), `hoi-${'d'.repeat(60)}`],
  ])('called "%s" gets a name that every disk takes', (title, id) => {
    expect(drafted(title).file).toBe(`communes/nam-dan/answers/${id}.json`);
  });

  it('takes the place of no other', () => {
    expect(drafted('Nuôi ong', ['hoi-nuoi-ong', 'hoi-nuoi-ong-2']).leadsTo).toBe('hoi-nuoi-ong-3');
  });

  it('keeps one of several spellings of the same words', () => {
    const { record } = drafted('Nuôi ong', [], ['nuôi ong', 'Nuoi  ong', 'đặt thùng ong']);

    expect(record.aliases).toEqual(['nuôi ong', 'đặt thùng ong']);
  });
});

describe('everyday words that are added to a record', () => {
  it('leave everything else as it was written', () => {
    const record = { $schema: 'x', fees: [{ kind: 'free' }], aliases: ['bắt rể'] };

    expect(withAliases(record, ['đón dâu', 'bắt rể'])).toEqual({
      ...record,
      aliases: ['bắt rể', 'đón dâu'],
    });
  });

  it('make an override that the knowledge takes when there was none', () => {
    const record = withAliases(newOverride({ ...common, code: '1.000894' }), ['bắt rể']);

    expect(overrideSchema.safeParse(record).data).toMatchObject({ aliases: ['bắt rể'] });
  });
});
