import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../src/pakn/working-calendar.ts';
import { checkFeedback } from '../../src/knowledge/check-feedback.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { TODAY } from '../helpers/build.ts';
import { type Files, knowledgeFolder } from './folder.ts';

const provenance = {
  status: 'published',
  source: { title: 'Quy chế của xã', decision: null, url: null, asOf: TODAY },
  checkedOn: TODAY,
  checkedBy: 'Nhóm biên tập',
};
const OWN = 'communes/nam-dan/feedback.json';
const MESSAGES = 'feedback/messages.json';
const YEAR = 'calendar/2026.json';

function limit(id: string, amount: number, confirmed = true) {
  const basis = 'Quyết định 1/QĐ-UBND';
  return { id, stage: 'answer', what: 'Trả lời', amount, unit: 'working-day', basis, confirmed };
}

function dayOff(from: string, parts: object = {}) {
  return { kind: 'off', from, name: 'Ngày lễ', confirmed: true, source: 'Thông báo', ...parts };
}

async function load(files: Files) {
  const loaded = await loadKnowledge(await knowledgeFolder(files));
  const local = loaded.knowledge.communes.get('nam-dan');
  if (local === undefined) throw new Error('no commune');
  return { ...local, problems: loaded.problems, findings: checkFeedback(loaded, TODAY) };
}

describe('the rules of reports', () => {
  const shared = {
    'feedback/limits.json': { ...provenance, limits: [limit('a', 15), limit('b', 5)] },
    [MESSAGES]: {
      ...provenance,
      messages: [{ name: 'received', text: 'Dạ, xã đã nhận {ma}. {han}' }],
    },
  };

  it('are the shared ones with those of the commune on top', async () => {
    const { feedback, problems } = await load({
      ...shared,
      [OWN]: {
        ...provenance,
        approval: 'two',
        limits: [limit('a', 10)],
        messages: [{ name: 'received', categories: ['urgent'], text: 'Dạ, xã đến ngay: {ma}.' }],
      },
    });

    expect(problems).toEqual([]);
    expect(feedback.limits.map(({ id, amount }) => [id, amount])).toEqual([
      ['a', 10],
      ['b', 5],
    ]);
    expect(feedback.messages.map(({ text }) => text)).toEqual([
      'Dạ, xã đến ngay: {ma}.',
      'Dạ, xã đã nhận {ma}. {han}',
    ]);
    expect(feedback).toMatchObject({ approval: 'two', reopenDays: 15 });
  });

  it("of a commune's draft are not used yet", async () => {
    const { feedback } = await load({
      [OWN]: { ...provenance, status: 'draft', approval: 'two' },
    });

    expect(feedback.approval).toBe('one');
  });

  it.each([
    ['an unknown placeholder', 'Dạ, xã đã nhận {ma} của {ten}.', 'không có {ten}'],
    ['a placeholder of another message', 'Dạ, {ma}: {tra_loi}', 'không có {tra_loi}'],
    ['no code to ask by', 'Dạ, xã đã nhận phản ánh.', 'thiếu {ma}'],
  ])('refuse a message with %s', async (_, text, message) => {
    const { problems, feedback } = await load({
      [MESSAGES]: { ...provenance, messages: [{ name: 'received', text }] },
    });

    expect(problems).toMatchObject([
      { severity: 'error', file: MESSAGES, path: 'messages[0].text' },
    ]);
    expect(problems[0]?.message).toContain(message);
    expect(feedback.messages).toEqual([]);
  });
});

describe('the calendar', () => {
  it('counts days off that nothing confirms as usual, until the commune switches that', async () => {
    const year = { ...provenance, year: 2026, days: [dayOff('2026-11-24', { confirmed: false })] };

    const plain = await load({ [YEAR]: year });
    const own = { ...provenance, unconfirmedDays: 'as-written' };
    const switched = await load({ [YEAR]: year, [OWN]: own });

    expect(isWorkingDay(plain.calendar, '2026-11-24')).toBe(true);
    expect(isWorkingDay(switched.calendar, '2026-11-24')).toBe(false);
  });

  it('takes the hours of the commune, and the holidays that all share', async () => {
    const hours = [{ from: '07:00', to: '12:00' }];
    const { calendar, problems } = await load({
      [YEAR]: { ...provenance, year: 2026, days: [dayOff('2026-02-16', { to: '2026-02-20' })] },
      [OWN]: { ...provenance, workingHours: [{ days: ['mon', 'sat'], hours }] },
    });

    expect(problems).toEqual([]);
    expect(calendar.week).toEqual([[], hours, [], [], [], [], hours]);
    expect([...calendar.specialDays.keys()]).toHaveLength(5);
  });

  it.each([
    ['of another year', dayOff('2027-01-01')],
    ['confirmed without a source', dayOff('2026-01-01', { source: null })],
    ['worked without saying for which day', dayOff('2026-01-10', { kind: 'working' })],
  ])('refuses a day %s', async (_, day) => {
    const { problems } = await load({ [YEAR]: { ...provenance, year: 2026, days: [day] } });

    expect(problems).toMatchObject([{ severity: 'error', file: YEAR }]);
  });
});

describe('the check of the rules of reports', () => {
  it('names limits that stand on no confirmed rule, and coming holidays that are not announced', async () => {
    const days = [
      dayOff('2026-09-01', { confirmed: false }), // gone by
      dayOff('2026-11-24', { confirmed: false }),
      dayOff('2026-12-25'),
    ];
    const { findings } = await load({
      [YEAR]: { ...provenance, year: 2026, days },
      'calendar/2027.json': { ...provenance, year: 2027, days: [] },
      'feedback/limits.json': { ...provenance, limits: [limit('a', 15), limit('b', 5, false)] },
    });

    expect(findings.map(({ severity, file, path }) => [severity, file, path])).toEqual([
      ['warning', YEAR, 'days[1]'],
      ['todo', 'feedback/limits.json', 'limits[1]'],
    ]);
  });

  it('asks for the next year in time, and for messages that nobody wrote', async () => {
    const { findings } = await load({
      [YEAR]: { ...provenance, year: 2026, days: [] },
      [MESSAGES]: { ...provenance, messages: [{ name: 'received', text: 'Dạ, {ma}' }] },
    });

    expect(findings.map(({ file }) => file)).toContain('calendar/2027.json');
    const unwritten = findings.filter(({ file }) => file === MESSAGES);
    expect(unwritten.map(({ message }) => message).join()).toContain('"answered"');
    expect(unwritten.map(({ message }) => message).join()).not.toContain('"received"');
  });

  it('says nothing of a folder without them', async () => {
    expect((await load({})).findings).toEqual([]);
  });
});
