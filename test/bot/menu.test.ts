import { describe, expect, it } from 'vitest';
import { hereWith, procedure } from '../helpers/build.ts';
import { Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { realVocabulary as vocabulary } from '../helpers/vocabulary.ts';

const fields = [
  ...(['ho-tich', 'chung-thuc', 'cu-tru', 'can-cuoc'] as const),
  ...(['dat-dai', 'xay-dung', 'ho-kinh-doanh'] as const),
];
/** A commune with one procedure in each of seven fields. */
const here = hereWith({
  procedures: fields.map((field, i) => procedure({ field, code: `1.00000${i}` })),
  vocabulary,
});

/** A commune whose register has as many procedures in one field. */
function hereWithMany(count: number) {
  const procedures = Array.from({ length: count }, (_, i) =>
    procedure({
      code: `1.${String(i + 1).padStart(6, '0')}`,
      shortName: `Việc số ${i + 1}`,
      name: `Việc số ${i + 1}`,
    }),
  );
  return hereWith({ procedures, vocabulary });
}

describe('the menu', () => {
  it.each(['menu', 'Menu', 'danh mục', 'danh muc thu tuc', 'có những thủ tục nào'])(
    'comes when called: %s',
    (words) => {
      expect(new Talk(here).says(words).handler).toBe('menu');
    },
  );

  it('lists the fields that have procedures, numbered, and no other', () => {
    const outcome = new Talk(hereWithMany(1)).says('menu');

    expect(textOf(outcome)).toContain('1. Hộ tịch');
    expect(textOf(outcome)).not.toContain('2. ');
  });

  it('opens a field by its number', () => {
    const talk = new Talk(here);
    talk.says('menu');

    expect(textOf(talk.says('3'))).toContain('Cư trú –');
  });

  it('opens a field whose number has no button', () => {
    const talk = new Talk(here);
    const seventh = textOf(talk.says('menu'))
      .split('\n')
      .find((line) => line.startsWith('7. '));

    const opened = textOf(talk.says('7'));

    expect(seventh).toContain('Hộ kinh doanh');
    expect(opened).toContain('Hộ kinh doanh –');
  });

  it('opens a field by its name', () => {
    const talk = new Talk(here);
    talk.says('menu');

    expect(textOf(talk.says('chứng thực'))).toContain('Chứng thực –');
  });

  it.each(['2', ' 2. ', 'số 2', 'Số 2', 'chọn số 2', 'so 2)'])(
    'understands a number however it is typed: "%s"',
    (typed) => {
      const talk = new Talk(here);
      talk.says('menu');

      expect(textOf(talk.says(typed))).toContain('Chứng thực –');
    },
  );

  it('shows nine procedures a page, and the rest on asking for more', () => {
    const talk = new Talk(hereWithMany(11));
    talk.says('menu');

    const first = textOf(talk.says('1'));
    const second = textOf(talk.says('10'));

    expect(first).toContain('9. Việc số 9');
    expect(first).toContain('10. Xem thêm');
    expect(second).toContain('1. Việc số 10');
    expect(second).not.toContain('Xem thêm');
  });

  it('opens a procedure of a page by its number', () => {
    const talk = new Talk(hereWithMany(3));
    talk.says('menu');
    talk.says('1');

    expect(textOf(talk.says('2'))).toContain('Việc số 2');
  });

  it('puts what is asked for most first', () => {
    const popular = { codes: ['1.000003'] };
    const { knowledge } = hereWithMany(3);
    const procedures = [...knowledge.procedures.values()];
    const talk = new Talk(hereWith({ procedures, vocabulary: { ...vocabulary, popular } }));
    talk.says('menu');

    expect(textOf(talk.says('1'))).toContain('1. Việc số 3\n2. Việc số 1\n3. Việc số 2');
  });

  it('leaves out drafts, and what is not in force today', () => {
    const names = { name: 'Việc cũ', shortName: 'Việc cũ' };
    const procedures = [
      procedure(),
      procedure({ ...names, code: '1.000001', status: 'draft' }),
      procedure({ ...names, code: '1.000002', effectiveTo: '2026-11-20' }),
      procedure({ ...names, code: '1.000003', effectiveFrom: '2026-11-22' }),
    ];
    const talk = new Talk(hereWith({ procedures, vocabulary }));
    talk.says('menu');

    expect(textOf(talk.says('1'))).not.toContain('Việc cũ');
  });

  it('has at most five buttons, and every line can be typed', () => {
    const talk = new Talk(here);

    const outcome = talk.says('menu');

    const lines = textOf(outcome).match(/^\d+\. /gm);
    expect(titlesOf(outcome)).toHaveLength(5);
    expect(outcome.session.offered).toHaveLength(lines?.length ?? 0);
  });
});
