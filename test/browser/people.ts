import type { Page } from 'playwright-core';

const LONGEST_WAIT_MS = 20_000;

/** A resident with the phone page of the simulator. */
export class ResidentPhone {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    await this.page.goto(`${url}/thu/`);
    await this.page.getByText('Hãy nhắn câu hỏi').waitFor();
  }

  /** Types a message and waits for the answer, which holds these words; gives all of it. */
  async says(text: string, answer: RegExp): Promise<string> {
    const before = await this.#answers().count();
    await this.page.getByRole('textbox', { name: 'Tin nhắn' }).fill(text);
    await this.page.getByRole('button', { name: 'Gửi', exact: true }).click();
    return this.hears(answer, before);
  }

  async taps(title: string, answer: RegExp): Promise<string> {
    const before = await this.#answers().count();
    await this.page.getByRole('button', { name: title, exact: true }).last().click();
    return this.hears(answer, before);
  }

  async sendsPicture(picture: Buffer, answer: RegExp): Promise<string> {
    const before = await this.#answers().count();
    const file = { name: 'anh.png', mimeType: 'image/png', buffer: picture };
    await this.page.locator('#picture').setInputFiles(file);
    return this.hears(answer, before);
  }

  /** Waits for a message with these words, later than so many; gives all of it. */
  async hears(words: RegExp, after = 0): Promise<string> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const heard = (await this.#answers().allInnerTexts()).slice(after);
      const found = heard.findLast((text) => words.test(text));
      if (found !== undefined) return found;
      if (Date.now() > deadline)
        throw new Error(`${String(words)} was not said, but: ${heard.join(' | ')}`);
      await this.page.waitForTimeout(25);
    }
  }

  #answers() {
    return this.page.locator('.bubble.oa');
  }
}

/** An officer at the console, whose browser runs no script. */
export class OfficerDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the one-time link and sets a password, which signs them in. */
  async comesIn(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('Mật khẩu mới', { exact: true }).fill('bốn con ngựa chạy');
    await this.page.getByLabel('Gõ lại mật khẩu mới').fill('bốn con ngựa chạy');
    await this.page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
    await this.page.getByText('Đã đặt mật khẩu').waitFor();
  }

  /** Lets a colleague in; gives their one-time link. */
  async invites(name: string, login: string, role: string): Promise<string> {
    await this.page.getByRole('link', { name: 'Cán bộ', exact: true }).click();
    await this.page.getByLabel('Họ tên').fill(name);
    await this.page.getByLabel('Tên đăng nhập').fill(login);
    await this.page.getByRole('checkbox', { name: role }).check();
    await this.page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    return this.page.locator('.secret').innerText();
  }

  /** Finds the report by its code, from the menu on. */
  async opens(code: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Phản ánh', exact: true }).click();
    await this.page.getByRole('searchbox').fill(code);
    await this.page.getByRole('button', { name: 'Tìm trong tất cả' }).click();
    await this.page.getByRole('link', { name: code }).click();
    await this.page.getByRole('heading', { name: `Phản ánh ${code}` }).waitFor();
  }

  /** Opens the form of an act. */
  async begins(act: string): Promise<void> {
    const link = this.page.getByRole('link', { name: act, exact: true });
    if (!(await link.isVisible())) await this.page.getByText('Việc khác').click();
    await link.click();
  }

  /** Presses a button and waits until it is kept. */
  async presses(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await this.page.getByText('Đã lưu.').waitFor();
  }

  /** Writes into the box that is open and sends it off. */
  async writes(label: string, text: string, button: string): Promise<void> {
    await this.page.getByLabel(label).fill(text);
    await this.presses(button);
  }
}
