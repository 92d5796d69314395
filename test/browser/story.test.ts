import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Program, startProgram, temporaryFolder } from '../helpers/program.ts';
import {
  chromiumPath,
  needsChromium,
  newPerson,
  openChromium,
  overflow,
  shoot,
  type Width,
  WIDTHS,
} from './chromium.ts';
import { OfficerDesk, ResidentPhone } from './people.ts';

/** The commune that the phone page opens with. */
const COMMUNE = 'dai-son';
const NAME = 'Giàng Thị Lan';
const MATTER = 'Đường thôn Nấm Chanh bị sụt một hố to, xe máy ngã hai lần rồi';
const FIRST_ANSWER = 'Xã đã rào quanh hố và sẽ lấp trước ngày 30/11/2026.';
const LAST_ANSWER = 'Xã đã lấp hố và lu lại mặt đường ngày 21/11/2026.';

describe.skipIf(chromiumPath === undefined)(`the whole story of a report${needsChromium}`, () => {
  it.each(WIDTHS)(
    'is played from the first picture to the published result, at %i px',
    async (width) => {
      const program = await startProgram({ settings: { KNOWLEDGE_DIR: await withApproval() } });
      const { resident, officer, leader, outsider, picture } = await people(program, width);

      const code = await files(resident, picture);
      await officer.opens(code);
      await expectPicture(officer, 1);
      await officer.presses('Tiếp nhận');
      await officer.begins('Hỏi thêm');
      await officer.page.getByLabel('Điều cần hỏi').fill('Hố ở gần nhà ai ạ?');
      await officer.page.getByRole('button', { name: 'Xem trước' }).click();
      const preview = await officer.page.getByRole('status').innerText();
      await officer.presses('Gửi câu hỏi');

      const question = await resident.hears(/Hố ở gần nhà ai ạ\?/);
      await resident.says('Ngay trước nhà ông Sùng', /đã thêm vào phản ánh/);
      await resident.sendsPicture(picture, /đã thêm vào phản ánh/);
      await program.idle();

      await officer.opens(code);
      await expectPicture(officer, 2);
      const emptyBubbles = await officer.page.locator('.said:empty').count();
      await officer.begins('Trình duyệt');
      await officer.writes('Nội dung trả lời', FIRST_ANSWER, 'Trình lãnh đạo duyệt');
      const mayApproveOwn = await officer.page.getByRole('link', { name: 'Duyệt' }).count();
      await approves(leader, code);
      await resident.hears(/rào quanh hố/);
      await shoot(resident.page, 'story-answered');
      await resident.says('2', /góp ý/);
      await resident.taps('Xem xét lại', /điều gì chưa ổn/);
      await resident.says('Rào rồi nhưng đêm tối không nhìn thấy', /đã được mở lại/);

      await officer.opens(code);
      await officer.page.getByText('Rào rồi nhưng đêm tối').waitFor();
      await officer.begins('Trình duyệt');
      await officer.writes('Nội dung trả lời', LAST_ANSWER, 'Trình lãnh đạo duyệt');
      await approves(leader, code);
      await resident.hears(/lu lại mặt đường/);
      await resident.says('1', /góp ý/);

      await leader.opens(code);
      await leader.begins('Công khai');
      await leader.page.getByLabel('Việc được phản ánh').fill('Đường thôn Nấm Chanh bị sụt');
      await leader.presses('Công khai kết quả');
      await shoot(leader.page, 'story-end');
      const widths = [await overflow(leader.page), await overflow(resident.page)];
      await outsider.goto(`${program.url}/pakn?xa=${COMMUNE}`);
      await shoot(outsider, 'story-public');
      const published = await outsider.locator('body').innerText();

      expect(question).toContain(code);
      expect(preview).toContain('Hố ở gần nhà ai ạ?');
      expect(emptyBubbles).toBe(0); // a picture came without words
      expect(mayApproveOwn).toBe(0);
      expect(program.store.ticket(code)).toMatchObject({
        state: 'answered',
        rating: { satisfied: true },
        publication: { result: LAST_ANSWER },
      });
      expect(published).toContain(LAST_ANSWER);
      expect(published).not.toMatch(/Giàng|Lan\b|0912/);
      expect(widths).toEqual([0, 0]);
    },
    120_000,
  );
});

/** What the program is delivered with, in a commune where a second person approves each answer. */
async function withApproval(): Promise<string> {
  const folder = await temporaryFolder();
  await cp('knowledge', folder, { recursive: true });
  const path = join(folder, 'feedback', 'settings.json');
  const settings = await readFile(path, 'utf8');
  await writeFile(path, settings.replace('"approval": "one"', '"approval": "two"'));
  return folder;
}

/** Everybody in the story, in front of screens of this width; officers' browsers run no script. */
async function people(program: Program, width: Width) {
  const browser = await openChromium();
  const [admin] = program.firstAdmins.filter(({ communeSlug }) => communeSlug === COMMUNE);
  const resident = new ResidentPhone(await newPerson(browser, width));
  await resident.open(program.url);
  const picture = await resident.page.screenshot({
    clip: { x: 0, y: 0, width: 300, height: 200 },
  });
  const officer = new OfficerDesk(await withoutScript(browser, width));
  await officer.comesIn(admin?.link ?? '');
  const leader = new OfficerDesk(await withoutScript(browser, width));
  await leader.comesIn(await officer.invites('Lù Seo Pao', 'pao.lu', 'Lãnh đạo'));
  return { resident, officer, leader, picture, outsider: await withoutScript(browser, width) };
}

function withoutScript(browser: Browser, width: Width) {
  return newPerson(browser, width, { javaScriptEnabled: false });
}

/** The resident reports the matter with a picture; gives the code. */
async function files(resident: ResidentPhone, picture: Buffer): Promise<string> {
  await resident.says('Tôi muốn phản ánh', /chuyện gì, ở đâu/);
  await resident.says(MATTER, /họ tên và số điện thoại/);
  await resident.sendsPicture(picture, /họ tên và số điện thoại/);
  await resident.says(`${NAME} 0912345678`, /Kèm 1 ảnh/);
  const receipt = await resident.taps('Gửi phản ánh', /Mã: /);
  return /Mã: (\S+)/.exec(receipt)?.[1] ?? '';
}

async function expectPicture({ page }: OfficerDesk, count: number): Promise<void> {
  const pictures = page.getByRole('img', { name: /người dân gửi/ });
  await pictures.nth(count - 1).scrollIntoViewIfNeeded();
  expect(await pictures.count()).toBe(count);
}

async function approves(leader: OfficerDesk, code: string): Promise<void> {
  await leader.opens(code);
  await leader.begins('Duyệt');
  await leader.presses('Duyệt và gửi người dân');
}
