import { describe, expect, it } from 'vitest';
import { accountOf, ask, newResident, sentTo, startProgram } from '../helpers/program.ts';

describe('a resident on Zalo', () => {
  it('asks in everyday words and gets papers, source and check date', async () => {
    const program = await startProgram();
    const resident = newResident(program);

    const [reply] = await ask(program, resident, 'lam giay ks cho be can gi');

    expect(reply).toContain('Giấy chứng sinh');
    expect(reply).toMatch(/Nguồn: Cổng Dịch vụ công quốc gia, 163\/QĐ-BTP \(mã 1\.001193\)/);
    expect(reply).toMatch(/Kiểm tra ngày \d{2}\/\d{2}\/\d{4}/);
  });

  it('asks a follow-up about the procedure just shown', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await ask(program, resident, 'đăng ký tạm trú');

    const [reply] = await ask(program, resident, 'còn lệ phí?');

    expect(reply).toContain('Đăng ký tạm trú');
    expect(reply).toContain('7.000 đồng');
  });

  it('picks a choice by its number', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await ask(program, resident, 'menu');

    const [reply] = await ask(program, resident, '1');

    expect(reply).toContain('Hộ tịch');
  });

  it('files a report, gets a code and can ask how far it has come', async () => {
    const program = await startProgram();
    const resident = newResident(program, 'nam-dan');
    await ask(program, resident, 'tôi muốn phản ánh');
    await ask(program, resident, 'Đường trước nhà văn hóa thôn 3 bị sụt một hố lớn');
    await ask(program, resident, 'Lan 0912345678');

    const [receipt] = await ask(program, resident, 'gửi');
    const code = /ND-\d{4}-\d{4}/.exec(receipt ?? '')?.[0] ?? '';
    const [status] = await ask(program, resident, code);

    expect(code).toMatch(/-0001$/);
    expect(status).toContain(`Phản ánh ${code}`);
    expect(program.store.tickets()).toMatchObject([
      {
        code,
        communeSlug: 'nam-dan',
        content: expect.stringContaining('sụt một hố lớn') as string,
        standing: 'official',
        reporter: { name: 'Lan', phone: '0912345678' },
      },
    ]);
  });

  it('does not see the report of another resident', async () => {
    const program = await startProgram();
    const reporter = newResident(program);
    await ask(program, reporter, 'Rác ở chợ không ai thu gom cả tuần nay, bốc mùi hôi thối');
    for (const said of ['bỏ qua', 'bỏ qua', 'đồng ý']) await ask(program, reporter, said);
    const [ticket] = program.store.tickets();

    const [reply] = await ask(program, newResident(program), ticket?.code ?? '');

    expect(reply).toContain('không thấy phản ánh');
  });

  it('is left to the officer who was asked for', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    const [called] = await ask(program, resident, 'gặp cán bộ');

    const whileQuiet = await ask(program, resident, 'cán bộ ơi cho hỏi khai sinh');
    const [back] = await ask(program, resident, 'menu');

    expect(called).toContain('im lặng');
    expect(whileQuiet).toEqual([]);
    expect(back).toContain('lĩnh vực');
    expect(program.store.officerCalls()).toHaveLength(1);
  });

  it('can be forgotten, and the report stays without them', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await ask(program, resident, 'Cống trước cổng trường bị tắc, nước ngập hết đường đi');
    await ask(program, resident, 'Lan 0912345678');
    await ask(program, resident, 'gửi đi');
    await ask(program, resident, 'xóa dữ liệu của tôi');

    const [reply] = await ask(program, resident, 'đồng ý');

    expect(reply).toContain('đã xóa');
    expect(program.store.ticketsOf(resident)).toEqual([]);
    expect(program.store.tickets()).toMatchObject([
      { userId: '', imageUrls: [], reporter: { name: undefined, phone: undefined } },
    ]);
  });

  it('is told the emergency numbers first', async () => {
    const program = await startProgram();

    const [reply] = await ask(program, newResident(program), 'cháy nhà rồi cứu với');

    expect(reply).toMatch(/114/);
  });

  it('asks what the bot does not know: told so, and the question kept without name or number', async () => {
    const program = await startProgram();

    const [reply] = await ask(
      program,
      newResident(program),
      'xin thuê khinh khí cầu, gọi em số 0912 345 678',
    );

    expect(reply).toContain('chưa có thông tin');
    expect(program.store.unansweredQuestions()).toMatchObject([
      { text: expect.not.stringContaining('345') as string },
    ]);
  });

  it.each([
    ['an emoji', '🙏🙏', 'chỉ đọc được chữ'],
    ['five thousand characters', 'Tôi xin trình bày sự việc. '.repeat(185), 'khá dài'],
  ])('sends %s and is answered politely', async (_, text, expected) => {
    const program = await startProgram();

    const replies = await ask(program, newResident(program), text);

    expect(replies.join('\n')).toContain(expected);
  });

  it.each(['nam-dan', 'thuong-phuc', 'ninh-giang', 'dai-son'])(
    'of %s learns what is known of the office, and what is not',
    async (slug) => {
      const program = await startProgram();

      const [reply] = await ask(program, newResident(program, slug), 'giờ làm việc của xã');

      expect(reply).toContain('chưa cung cấp');
    },
  );

  it('hears nothing twice when Zalo delivers an event ten times', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    const first = await program.simulator.phone.say(resident, 'đăng ký kết hôn');
    const { rawBody, headers } = first ?? { rawBody: '', headers: {} };

    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        fetch(`${program.url}/webhook/zalo`, { method: 'POST', body: rawBody, headers }),
      ),
    );
    await program.idle();

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(sentTo(program, resident)).toHaveLength(1);
  });

  it('is answered although the access token has run out', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    const { oaId } = accountOf(program, 'nam-dan');
    const pair = await program.store.tokens.load(oaId);
    if (pair !== undefined) await program.store.tokens.save({ ...pair, accessToken: 'stale' });

    const [reply] = await ask(program, resident, 'đăng ký kết hôn');

    expect(reply).toContain('Đăng ký kết hôn');
  });
});
