import { describe, expect, it } from 'vitest';
import { vietnamDay } from '../../src/lib/clock.ts';
import { procedure, ticket } from '../helpers/build.ts';
import { BIRTH, knowledgeFolder, NAM_DAN, save } from '../knowledge/folder.ts';
import { aQuestion } from '../store/samples.ts';
import { signedIn, startConsole, withRole } from './browser.ts';

/** Where a record comes from, as every file of the knowledge says. */
function provenance() {
  const { status, source, checkedOn, checkedBy } = procedure();
  return { status, source, checkedOn, checkedBy };
}

async function withWork() {
  const KNOWLEDGE_DIR = await knowledgeFolder();
  const program = await startConsole({ KNOWLEDGE_DIR });
  await program.store.openTicket({ ...ticket(), series: 'ND-2611' }, {});
  await program.store.keep([{ table: 'question', key: 'q1', value: aQuestion('q1') }]);
  return { program, root: KNOWLEDGE_DIR };
}

describe('the first page', () => {
  it('counts what waits, each with the way there', async () => {
    const { program } = await withWork();
    const { browser } = await signedIn(program);

    const { text } = await browser.get('/can-bo');

    expect(text).toContain(
      '<a href="/can-bo/phan-anh?xem=moi"><strong>1</strong> Phản ánh mới</a>',
    );
    expect(text).toContain('<a href="/can-bo/cau-hoi"><strong>1</strong>');
  });

  it('shows nobody work that is not theirs', async () => {
    const { program } = await withWork();
    const { browser: editor } = await withRole(program, 'editor');
    const { browser: viewer } = await withRole(program, 'viewer');

    expect((await editor.get('/can-bo')).text).not.toContain('Phản ánh mới');
    expect((await viewer.get('/can-bo')).text).not.toContain('/can-bo/cau-hoi');
  });

  it('of a quiet day says so', async () => {
    const program = await startConsole();
    const { browser } = await withRole(program, 'viewer');

    expect((await browser.get('/can-bo')).text).toContain('Không có việc nào đang chờ anh/chị.');
  });
});

describe('the page of the knowledge', () => {
  it('names a broken file, the place in it and how to mend it, and what is still blank', async () => {
    const { program, root } = await withWork();
    const { browser } = await signedIn(program);
    await save(root, { [BIRTH]: { ...procedure(), shortName: '' } });
    await program.knowledge.refresh();

    const { text } = await browser.get('/can-bo/kien-thuc');
    const home = await browser.get('/can-bo');

    expect(text).toContain(`Thủ tục: ${procedure().shortName}`);
    expect(text).toContain(`<code>${BIRTH}</code>`);
    expect(text).toContain('<strong>Tên ngắn:</strong>');
    expect(text).toContain(`<code>${NAM_DAN}</code>`);
    expect(text).toMatch(/Xã cần điền.*Trụ sở UBND, địa chỉ/s);
    expect(text).not.toMatch(/null|npm run/);
    expect(home.text).toContain('<strong>1</strong> Tệp kiến thức bị hỏng');
  });

  it('names days off that nothing confirms yet, and the first page counts those to come', async () => {
    const { program, root } = await withWork();
    const { browser } = await signedIn(program);
    const tomorrow = vietnamDay(new Date(Date.now() + 86_400_000));
    const year = Number(tomorrow.slice(0, 4));
    const doubtful = { kind: 'off', from: tomorrow, name: 'Ngày Văn hóa Việt Nam' };
    const days = [{ ...doubtful, confirmed: false, source: null }];
    await save(root, { [`calendar/${year}.json`]: { ...provenance(), year, days } });
    await program.knowledge.refresh();

    const { text } = await browser.get('/can-bo/kien-thuc');
    const home = await browser.get('/can-bo');

    expect(text).toContain(`Lịch nghỉ lễ: năm ${year}`);
    expect(text).toMatch(/Ngày Văn hóa Việt Nam\) cần xác nhận/);
    expect(home.text).toContain('<strong>1</strong> Ngày nghỉ sắp tới cần xác nhận');
  });

  it('shows nothing of another commune', async () => {
    const program = await startConsole();
    const { browser } = await signedIn(program);

    expect((await browser.get('/can-bo/kien-thuc')).text).not.toContain('communes/dai-son');
  });
});
