import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { vietnamDay } from '../../src/lib/clock.ts';
import type { Ticket } from '../../src/model/ticket.ts';
import { csvOf } from '../../src/console/figures/csv.ts';
import { ticket as aTicket } from '../helpers/build.ts';
import type { TallyEntry } from '../../src/model/tally.ts';
import { ask, newResident, type Program } from '../helpers/program.ts';
import { aQuestion, aTallyEntry, aTurn } from '../store/samples.ts';
import { auditActs, signedIn, startConsole, withRole } from './browser.ts';

const by = { type: 'system' } as const;
const HOUR = 3_600_000;
const FORMULA = '=HYPERLINK("http://evil.example","Bấm đây")';
const SCRIPT = '<script>alert(1)</script>';
/** Wide enough for whatever the day of the test is. */
const PERIOD = `tu=2026-01-01&den=${vietnamDay(new Date())}`;
const PERSON = { name: 'Giàng A Sử', phone: '0912345678', address: 'Thôn 3' };

async function keep({ store }: Program, change: Partial<Ticket>): Promise<string> {
  const draft = aTicket({
    standing: 'official',
    createdAt: new Date(Date.now() - 3 * HOUR),
    ...change,
  });
  const { code } = await store.openTicket({ ...draft, series: 'ND-2611' }, {});
  return code;
}

/** One report in time, one late, one overdue, and one of the neighbours. */
async function withReports() {
  const program = await startConsole();
  const now = Date.now();
  const due = new Date(now - HOUR);
  const answer = (hours: number) => ({ text: 'Đã sửa', at: new Date(now - hours * HOUR), by });
  await keep(program, { state: 'answered', answer: answer(2), dueAt: due, place: 'Thôn 3' });
  await keep(program, { state: 'answered', answer: answer(0.5), dueAt: due });
  await keep(program, { state: 'assigned', dueAt: due, content: FORMULA, reporter: PERSON });
  await keep(program, { communeSlug: 'dai-son', content: 'Việc của xã khác' });
  return program;
}

describe('the page of figures', () => {
  it('leads from every number to exactly as many reports', async () => {
    const { browser } = await signedIn(await withReports());

    const { text } = await browser.get(`/can-bo/so-lieu?${PERIOD}`);
    const links = [...text.matchAll(/href="(\/can-bo\/so-lieu\/phan-anh\?[^"]*)">([\d.]+)<\/a>/g)];
    const wrong: string[] = [];
    for (const [, href = '', number = ''] of new Map(links.map((one) => [one[1], one])).values()) {
      const rows = await browser.get(href.replaceAll('&amp;', '&'));
      if (!rows.text.includes(`<strong>${number}</strong> phản ánh`)) wrong.push(href);
    }

    expect(links.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
    expect(text).toContain('<strong>33,3%</strong>');
  });

  it('says its charts in words for who cannot see them, without script or inline style', async () => {
    const { browser } = await signedIn(await withReports());

    const { text } = await browser.get('/can-bo/so-lieu?ky=2026');

    expect(text).toMatch(/<svg[^>]* role="img" aria-labelledby="nhan-ten nhan-mo-ta">/);
    expect(text).toMatch(/<desc id="nhan-mo-ta">[^<]*: 0; /);
    expect(text).not.toMatch(/<script| style=/);
  });

  it.each(['ky=2026-99', 'tu=2026-02-30&den=x', 'tu=2026-05-01&den=2026-04-01', 'ky='])(
    'answers the senseless period "%s" with this month',
    async (query) => {
      const { browser } = await signedIn(await withReports());

      const { status, text } = await browser.get(`/can-bo/so-lieu?${query}`);

      expect(status).toBe(200);
      expect(text).toMatch(/Kỳ đang xem: <strong>01\/\d\d\/\d{4}–\d\d\/\d\d\/\d{4}/);
    },
  );
});

/** Two days of questions, and one that still waits for an answer. */
async function withQuestions() {
  const program = await startConsole();
  const today = vietnamDay(new Date());
  const counted = (eventId: string, change: Partial<TallyEntry>) =>
    program.store.commitTurn(
      aTurn(eventId, { messages: () => [], tally: aTallyEntry({ day: today, ...change }) }),
    );
  for (const id of ['q1', 'q2', 'q3']) await counted(id, {});
  await counted('q4', { asked: 'unknown', shown: [] });
  await counted('q5', { communeSlug: 'dai-son', shown: ['cua-xa-khac'] });
  await counted('q6', { day: '2026-01-02', shown: ['da-bo'] });
  const waiting = aQuestion('q4', { text: `nuôi rồng ${SCRIPT}`, askedAt: new Date() });
  await program.store.keep([{ table: 'question', key: waiting.id, value: waiting }]);
  return program;
}

describe('the figures of what was asked', () => {
  it('say how much the bot did not know, and what was asked most with its page', async () => {
    const { browser } = await signedIn(await withQuestions());

    const { text } = await browser.get('/can-bo/so-lieu');

    expect(text).toMatch(/Tỷ lệ chưa trả lời được<\/th><td[^>]*><strong>25%<\/strong>/);
    expect(text).toContain('<a href="/tthc/1.001193?xa=nam-dan">Đăng ký khai sinh</a>');
    expect(text).toContain('Đếm từ 02/01/2026');
    expect(text).not.toContain('cua-xa-khac');
  });

  it('compare with nothing while nothing was counted before', async () => {
    const { browser } = await signedIn(await withQuestions());

    const { text } = await browser.get('/can-bo/so-lieu?ky=2026');

    expect(text).toMatch(
      /Câu hỏi gửi cho bot<\/th>.*>5<\/a><\/td>\n<td[^>]*>–<\/td><td[^>]*>–<\/td>/,
    );
  });

  it('lead to the days, to everything shown, and to the questions that wait', async () => {
    const { browser } = await signedIn(await withQuestions());

    const { text } = await browser.get(`/can-bo/so-lieu/cau-hoi?${PERIOD}`);

    expect(text).toContain('<strong>5</strong>');
    expect(text).toContain('02/01/2026');
    expect(text).toContain('Không còn trong kiến thức');
    expect(text).toContain('còn chờ xử lý: 1');
    expect(text).toContain('/can-bo/cau-hoi/q4');
    expect(text).not.toContain('<script');
  });

  it('are exported a line for each day and thing, and the taking is noted', async () => {
    const program = await withQuestions();
    const { browser } = await signedIn(program);

    const { text } = await browser.get(`/can-bo/so-lieu/cau-hoi.csv?${PERIOD}`);
    const bytes = await browser.download(`/can-bo/so-lieu/cau-hoi.xlsx?${PERIOD}`);
    const rows = await readSheet(Buffer.from(bytes));

    expect(text).toContain('02/01/2026,Câu hỏi gửi cho bot,,,1\r\n');
    expect(text).toMatch(/,Thủ tục,1\.001193,Đăng ký khai sinh,3\r\n/);
    expect(rows).toHaveLength(text.trim().split('\r\n').length);
    expect(auditActs(program).filter((act) => act === 'figures.export')).toHaveLength(2);
  });

  it('leave out what is said to the simulated account', async () => {
    const program = await startConsole();
    const resident = newResident(program);

    await ask(program, resident, 'đăng ký khai sinh');

    expect([...program.store.tallies.values()]).toEqual([]);
  });
});

describe('the export of reports', () => {
  it('as CSV opens in Excel as Unicode, and runs no formula', async () => {
    const program = await withReports();
    const { browser } = await signedIn(program);

    const { text, headers } = await browser.get(
      `/can-bo/so-lieu/phan-anh.csv?nhom=late-open&${PERIOD}`,
    );
    const bytes = csvOf([[FORMULA, '+84912', '-1', '@x', '\tx', 'a"b', 'a\nb', 'thường']]);

    expect(headers.get('Content-Disposition')).toMatch(
      /attachment; filename="phan-anh-[\d-]+\.csv"/,
    );
    expect(text).toContain('"\'=HYPERLINK(""http://evil.example"",""Bấm đây"")"');
    expect(bytes).toBe(
      '\uFEFF"\'=HYPERLINK(""http://evil.example"",""Bấm đây"")",\'+84912,\'-1,\'@x,\'\tx,"a""b","a\nb",thường\r\n',
    );
    expect(auditActs(program)).toContain('figures.export');
  });

  it('as Excel holds the reports of the commune as text', async () => {
    const program = await withReports();
    const { browser } = await signedIn(program);

    const bytes = await browser.download(`/can-bo/so-lieu/phan-anh.xlsx?${PERIOD}`);
    const [titles = [], ...rows] = await readSheet(Buffer.from(bytes));
    const column = titles.indexOf('Nội dung');

    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row[column])).toContain(FORMULA);
    expect(rows.flat()).toContain('0912345678');
    expect(rows.flat()).not.toContain('Việc của xã khác');
  });

  it('hides phone numbers and addresses from who only looks on', async () => {
    const { browser } = await withRole(await withReports(), 'viewer');

    const pages = [
      await browser.get(`/can-bo/so-lieu/phan-anh.csv?${PERIOD}`),
      await browser.get(`/can-bo/so-theo-doi?${PERIOD}`),
    ];

    for (const { text } of pages) {
      expect(text).toContain('0912***678');
      expect(text).not.toContain('0912345678');
    }
  });
});

describe('the register', () => {
  it('holds every report of the period, and notes who looked', async () => {
    const program = await withReports();
    const code = await keep(program, { content: SCRIPT, reporter: { ...PERSON, name: SCRIPT } });
    const { browser } = await signedIn(program);

    const { text } = await browser.get(`/can-bo/so-theo-doi?${PERIOD}`);

    expect(text).toContain(code);
    expect(text).toContain('0912345678');
    expect(text).toContain('4 phản ánh, kiến nghị');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('Việc của xã khác');
    expect(auditActs(program)).toContain('register.read');
  });
});
