import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { vietnamDay } from '../../src/lib/clock.ts';
import type { OfficerCall } from '../../src/model/officer-call.ts';
import { anOfficer } from '../console/browser.ts';
import { filed } from '../console/opened-case.ts';
import { type Program, startProgram } from '../helpers/program.ts';
import { aQuestion, aTallyEntry, aTurn, LAN } from '../store/samples.ts';
import { seriousFaults } from './axe.ts';
import {
  chromiumPath,
  needsChromium,
  newPerson,
  openChromium,
  overflow,
  shoot,
} from './chromium.ts';
import { signInAt } from './sign-in.ts';

const PUBLIC = ['/', '/tthc/1.001193', '/pakn?xa=nam-dan', '/healthz', '/khong-co-trang-nay'];
const DOOR = ['/can-bo/dang-nhap', '/can-bo/loi-moi?ma=sai'];
const CONSOLE = [
  '',
  'phan-anh',
  'phan-anh?xem=tat-ca',
  'phan-anh?xem=goi-dien',
  'ghi-phan-anh',
  'so-lieu',
  'so-lieu/phan-anh',
  'so-lieu/cau-hoi',
  'so-theo-doi',
  'du-lieu-ca-nhan',
  'tro-chuyen',
  'chua-gui',
  'cau-hoi',
  'kien-thuc',
  'nhan-su',
  'nhat-ky',
  'mat-khau',
  'khong-co-trang-nay',
];
const ACTS = ['classify', 'assign', 'answer', 'ask-resident', 'forward', 'extend', 'merge', 'note'];
const ACTS_ON_ANSWERED = ['publish', 'reopen'];

describe.skipIf(chromiumPath === undefined)(`every page${needsChromium}`, () => {
  it('has no serious fault for those who see or move less, and fits 1280 and 360 px', async () => {
    const program = await startProgram();
    const { code, answered } = await somethingToShow(program);
    const asked = await somethingAsked(program);
    const page = await newPerson(await openChromium(), 1280, { bypassCSP: true });
    const officer = anOfficer();
    await signInAt(page, program, officer);
    const cases = [
      `phan-anh/${code}`,
      `phan-anh/${code}/bien-nhan`,
      `phan-anh/${code}/du-lieu`,
      ...ACTS.map((act) => `phan-anh/${code}?lam=${act}`),
      ...ACTS_ON_ANSWERED.map((act) => `phan-anh/${answered}?lam=${act}`),
    ];
    const details = [...asked, `nhan-su/${officer.id}`];
    const paths = [
      ...PUBLIC,
      ...DOOR,
      ...[...CONSOLE, ...cases, ...details].map((path) => `/can-bo/${path}`),
    ];

    const faults: Record<string, string[]> = {};
    for (const path of [...paths, '/thu/']) {
      const found = await faultsOf(page, program.url, path);
      if (found.length > 0) faults[path] = found;
    }

    expect(faults).toEqual({});
  }, 240_000);
});

/** What axe finds at either width, and by how much the page is too wide. */
async function faultsOf(page: Page, base: string, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    if (width === 1280) await page.goto(`${base}${path}`);
    const tooWide = await overflow(page);
    if (tooWide > 0) found.push(`${width} px: ${tooWide} px too wide`);
    found.push(...(await doubleIds(page)).map((id) => `two elements are called "${id}"`));
    found.push(...(await lostFields(page)).map((name) => `${width} px: "${name}" cannot be seen`));
    found.push(...(await seriousFaults(page)).map((fault) => `${width} px: ${fault}`));
    await shoot(page, path.replace(/[^\w-]+/g, '_'));
  }
  return found;
}

/** Fields that are shown at no place of the page, so that nobody can fill them in; what is folded up can be opened. */
async function lostFields(page: Page): Promise<string[]> {
  const script = `[...document.querySelectorAll('input[name]:not([type=hidden]), select[name], textarea[name]')]
    .filter((field) => field.closest('details:not([open])') === null && field.getClientRects().length === 0)
    .map(({ name }) => name)`;
  return z.array(z.string()).parse(await page.evaluate(script));
}

/** Ids that two elements of a page share: a label or a link then leads to the wrong one. */
async function doubleIds(page: Page): Promise<string[]> {
  const script = "[...document.querySelectorAll('[id]')].map(({ id }) => id)";
  const ids = z.array(z.string()).parse(await page.evaluate(script));
  return ids.filter((id, i) => ids.indexOf(id) < i);
}

/** A report with everything a page can show of it; gives its code, and that of one with an answer. */
async function somethingToShow(program: Program): Promise<{ code: string; answered: string }> {
  const now = new Date();
  const day = 86_400_000;
  await filed(program, { state: 'new', createdAt: now, callNeeded: true });
  const { code: answered } = await filed(program, {
    state: 'answered',
    createdAt: new Date(now.getTime() - 20 * day),
    answer: { text: 'Xã đã lấp hố.', at: now, by: { type: 'system' } },
    publication: { matter: 'Đường sụt', result: 'Xã đã lấp hố.', at: now, by: { type: 'system' } },
  });
  const { code } = await filed(program, {
    state: 'in-progress',
    standing: 'official',
    category: 'on-site',
    field: 'Giao thông, đường sá',
    createdAt: new Date(now.getTime() - 3 * day),
    dueAt: new Date(now.getTime() + day),
  });
  return { code, answered };
}

/** A question without an answer, a talk with an officer and a day's count; gives the pages of the first two. */
async function somethingAsked({ store }: Program): Promise<string[]> {
  const now = new Date();
  const day = vietnamDay(now);
  const waiting = aQuestion('hoi-1', { text: 'xin giấy phép nuôi ong', askedAt: now });
  const minute = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const call: OfficerCall = {
    id: 'goi-1',
    ...LAN,
    communeSlug: 'nam-dan',
    requestedAt: minute(-5),
    until: minute(55),
    lines: [
      { at: minute(-4), by: 'resident', text: 'Cho tôi hỏi hồ sơ đất' },
      { at: minute(-3), by: 'officer', text: 'Anh/chị nộp ngày nào ạ?' },
    ],
  };
  await store.keep([
    { table: 'question', key: waiting.id, value: waiting },
    { table: 'officerCall', key: call.id, value: call },
  ]);
  for (const [i, tally] of [
    aTallyEntry({ day }),
    aTallyEntry({ day, asked: 'unknown', shown: [] }),
  ].entries()) {
    await store.commitTurn(aTurn(`dem-${i}`, { tally, messages: () => [] }));
  }
  return [`cau-hoi/${waiting.id}`, `cau-hoi/${waiting.id}?tim=khai sinh`, `tro-chuyen/${call.id}`];
}
