import { describe, expect, it } from 'vitest';
import { checkDates } from '../../src/knowledge/check-dates.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { answer, marriage, plan, procedure, TODAY } from '../helpers/build.ts';
import { BIRTH, type Files, knowledgeFolder, MARRIAGE } from './folder.ts';

const PLAN = 'communes/nam-dan/plans/ke-hoach.json';
const ANSWER = 'answers/tra-tien.json';

/** What the check of dates finds in these files on the day. */
async function findings(files: Files, today = TODAY): Promise<Problem[]> {
  const loaded = await loadKnowledge(await knowledgeFolder(files));
  expect(loaded.problems).toEqual([]);
  return checkDates(loaded, today);
}

const saying = (pattern: RegExp) => expect.stringMatching(pattern) as string;

const fixed = { kind: 'fixed', what: 'Lệ phí', vnd: 8000, per: 'lần', basis: '1/TT-BTC' } as const;
const url = 'https://dichvucong.gov.vn/1.001193';
const { source } = procedure();

describe('the check of dates', () => {
  it('finds nothing in records that are fresh and lasting', async () => {
    const lasting = procedure({ effectiveTo: '2027-01-21', fees: [fixed] });

    expect(await findings({ [BIRTH]: lasting, [PLAN]: plan(), [ANSWER]: answer() })).toEqual([]);
  });

  it.each([
    ['in sixty days', '2027-01-20', /đến hết ngày 20\/01\/2027 \(còn 60 ngày\)/],
    ['today', TODAY, /còn 0 ngày/],
    ['in the past', '2026-11-20', /Đã hết hiệu lực sau ngày 20\/11\/2026/],
  ])('finds records that run out %s', async (_, effectiveTo, message) => {
    const found = await findings({
      [BIRTH]: procedure({ effectiveTo }),
      [ANSWER]: answer({ effectiveTo }),
      [PLAN]: plan({ effectiveTo }),
    });

    const severity = 'warning';
    expect(found.map(({ file }) => file).sort()).toEqual([ANSWER, PLAN, BIRTH]);
    for (const problem of found) expect(problem).toMatchObject({ severity, path: 'effectiveTo' });
    for (const problem of found) expect(problem.message).toMatch(message);
  });

  it('leaves drafts and abolished records alone', async () => {
    const old = { checkedOn: '2020-01-01', effectiveTo: '2020-12-31' };

    const found = await findings({
      [BIRTH]: procedure({ ...old, status: 'draft' }),
      [MARRIAGE]: marriage({ ...old, status: 'abolished' }),
    });

    expect(found).toEqual([]);
  });

  it('finds records that nobody compared with their source for 180 days', async () => {
    const found = await findings({
      [BIRTH]: procedure({ checkedOn: '2026-05-25' }),
      [MARRIAGE]: marriage({ checkedOn: '2026-05-26' }),
    });

    expect(found).toMatchObject([
      { severity: 'warning', file: BIRTH, path: 'checkedOn', message: saying(/180 ngày/) },
    ]);
  });

  it('finds a fee that runs out with nothing after it', async () => {
    const found = await findings({
      [BIRTH]: procedure({ fees: [{ ...fixed, effectiveTo: '2026-12-31' }] }),
    });

    expect(found).toMatchObject([{ severity: 'warning', path: 'fees[0].effectiveTo' }]);
    expect(found[0]?.message).toContain('chưa ghi mức nào');
  });

  it('only mentions one whose successor is written down already', async () => {
    const found = await findings({
      [BIRTH]: procedure({
        fees: [
          { ...fixed, effectiveTo: '2026-12-31' },
          { ...fixed, vnd: 16_000, effectiveFrom: '2027-01-01' },
        ],
      }),
    });

    expect(found).toMatchObject([{ severity: 'info', path: 'fees[0].effectiveTo' }]);
  });

  it('finds a fee that has run out, but not one that another has replaced', async () => {
    const over = { ...fixed, effectiveTo: '2026-06-30' };
    const online = { ...fixed, channel: 'online' } as const;

    expect(await findings({ [BIRTH]: procedure({ fees: [over, online] }) })).toMatchObject([
      { severity: 'warning', path: 'fees[0].effectiveTo', message: saying(/chưa có mức thay/) },
    ]);
    expect(await findings({ [BIRTH]: procedure({ fees: [over, fixed] }) })).toEqual([]);
  });

  it('finds amounts without any source', async () => {
    const loose = { ...fixed, basis: undefined };

    expect(await findings({ [BIRTH]: procedure({ fees: [fixed, loose] }) })).toMatchObject([
      { severity: 'warning', path: 'fees[1].basis' },
    ]);
    const withPage = procedure({ fees: [loose], source: { ...source, url } });
    expect(await findings({ [BIRTH]: withPage })).toEqual([]);
  });

  it('groups the papers that soon must be handed in again into one line a file', async () => {
    const paper = { name: 'Giấy chứng sinh', need: 'not-needed' } as const;
    const items = [
      { ...paper, until: '2027-01-15' },
      { ...paper, until: '2026-12-31' },
      { ...paper, until: '2027-12-31' },
      paper,
    ];

    const found = await findings({ [BIRTH]: procedure({ documents: [{ items }] }) });

    expect(found).toMatchObject([
      { severity: 'warning', path: 'documents', message: saying(/^2 giấy tờ .* 31\/12\/2026/) },
    ]);
  });

  it('counts times without a unit in one line a file', async () => {
    const time = { value: 3, unit: null };
    const processingTime = [time, { ...time, value: 5 }, { value: null, unit: null }];

    const found = await findings({ [BIRTH]: procedure({ processingTime }) });

    expect(found).toMatchObject([
      { severity: 'warning', path: 'processingTime', message: saying(/^2 thời hạn/) },
    ]);
  });

  it('mentions plans whose time is over', async () => {
    const found = await findings({
      [PLAN]: plan({ period: { from: '2025-07-01', to: '2025-12-31' } }),
    });

    expect(found).toMatchObject([{ severity: 'info', file: PLAN, path: 'period' }]);
  });
});

describe('the check of successors', () => {
  const abolished = { status: 'abolished' } as const;
  const third = 'procedures/ho-tich/1.000002-thu-ba.json';

  it('finds procedures that replace each other, once', async () => {
    const found = await findings({
      [BIRTH]: procedure({ replacedBy: ['1.000894'] }),
      [MARRIAGE]: marriage({ ...abolished, replacedBy: ['1.001193'] }),
      [third]: procedure({ code: '1.000002', replacedBy: ['1.000894'] }),
    });

    expect(found).toMatchObject([
      {
        severity: 'error',
        file: MARRIAGE,
        message: expect.stringContaining('1.000894 → 1.001193 → 1.000894') as string,
      },
    ]);
  });

  it('finds a procedure that replaces itself', async () => {
    expect(await findings({ [BIRTH]: procedure({ replacedBy: ['1.001193'] }) })).toMatchObject([
      { severity: 'error', file: BIRTH },
    ]);
  });

  it.each([
    ['that has no successor itself', { ...abolished }],
    ['that is a draft', { status: 'draft' }],
    ['whose successor no file has', { ...abolished, replacedBy: ['1.999999'] }],
  ] as const)('finds a chain that ends at a procedure %s', async (_, last) => {
    const found = await findings({
      [BIRTH]: procedure({ replacedBy: ['1.000894'] }),
      [MARRIAGE]: marriage({
        ...last,
        replacedBy: [...('replacedBy' in last ? last.replacedBy : [])],
      }),
    });

    expect(found).toMatchObject([{ severity: 'warning', file: BIRTH, path: 'replacedBy' }]);
  });

  it('is content with a chain that leads to a procedure in use', async () => {
    const found = await findings({
      [BIRTH]: procedure({ ...abolished, replacedBy: ['1.999999', '1.000894'] }),
      [MARRIAGE]: marriage({ ...abolished, replacedBy: ['1.000002'] }),
      [third]: procedure({ code: '1.000002' }),
    });

    expect(found).toEqual([]);
  });
});
