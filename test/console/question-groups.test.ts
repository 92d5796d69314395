import { describe, expect, it } from 'vitest';
import { groupQuestions } from '../../src/console/questions/groups.ts';
import { aQuestion, NOON } from '../store/samples.ts';

const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const asked = (...texts: readonly string[]) =>
  texts.map((text, i) => aQuestion(`q${i}`, { text, askedAt: at(i) }));

describe('questions that the bot could not answer', () => {
  it('are one group when they say the same, whatever the marks, capitals and order', () => {
    const groups = groupQuestions(
      asked('xin giấy nuôi ong', 'Nuôi ong xin giấy', 'xin giay nuoi ong', 'cưa cây bên đường'),
    );

    expect(groups.map(({ questions }) => questions.length)).toEqual([3, 1]);
  });

  it('show each wording once with how often it came, and when the last one did', () => {
    const [group] = groupQuestions(
      asked('nuôi ong xin giấy', 'xin giấy nuôi ong', 'xin giay nuoi ong'),
    );

    expect(group?.wordings).toEqual([
      { text: 'xin giay nuoi ong', count: 2 },
      { text: 'nuôi ong xin giấy', count: 1 },
    ]);
    expect(group?.lastAskedAt).toEqual(at(2));
  });

  it('stand apart when they share only a word or two', () => {
    const groups = groupQuestions(asked('giấy phép nuôi ong', 'giấy phép mở quán karaoke'));

    expect(groups).toHaveLength(2);
  });

  it('come in the order of how often they were asked, then of the latest', () => {
    const groups = groupQuestions(asked('nuôi hươu', 'nuôi hươu', 'thuê sân bóng', 'chặt cây'));

    expect(groups.map(({ wordings }) => wordings[0]?.text)).toEqual([
      'nuôi hươu',
      'chặt cây',
      'thuê sân bóng',
    ]);
  });

  it('can be ten thousand and of nothing but signs', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => aQuestion(`q${i}`, { text: '???' }));

    expect(groupQuestions(many)).toHaveLength(1);
    expect(groupQuestions([])).toEqual([]);
  });
});
