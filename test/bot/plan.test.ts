import { describe, expect, it } from 'vitest';
import { dialogueTask, hereWith, plan, procedure } from '../helpers/build.ts';
import { realHere } from '../helpers/real.ts';
import { Talk, textOf } from '../helpers/talk.ts';
import { realVocabulary as vocabulary } from '../helpers/vocabulary.ts';

const yearLong = dialogueTask({
  id: 'pl-2',
  text: 'Rà soát, đơn giản hóa thủ tục hành chính',
  lead: ['Trung tâm Phục vụ hành chính công'],
  due: { text: 'Năm 2026', from: '2026-01-01', to: '2026-12-31' },
});
const ongoing = dialogueTask({
  id: 'pl-3',
  text: 'Phát thanh về dịch vụ công trực tuyến',
  due: { text: 'Thường xuyên', to: '2026-09-30', ongoing: true },
});
const here = hereWith({
  plans: [plan({ tasks: [dialogueTask(), yearLong, ongoing] })],
  procedures: [procedure()],
  vocabulary,
});

describe('the plan of the commune', () => {
  it('is told in short: what, from when to when, what for, how much, from which source', () => {
    const outcome = new Talk(here).says('kế hoạch cải cách hành chính năm 2026');

    expect(outcome.kind).toBe('plan');
    expect(textOf(outcome)).toContain('từ 01/01/2026 đến 31/12/2026');
    expect(textOf(outcome)).toContain('Mục đích: Phục vụ người dân tốt hơn.');
    expect(textOf(outcome)).toContain('Có 3 việc cụ thể');
    expect(textOf(outcome)).toMatch(/Nguồn: .* số 12\/KH-UBND.* Kiểm tra ngày 21\/11\/2026\.$/);
  });

  it('owns up to a number that the copy at hand leaves blank', () => {
    const unnumbered = hereWith({ plans: [plan({ number: null })], vocabulary });

    const text = textOf(new Talk(unnumbered).says('kế hoạch cải cách hành chính năm 2026'));

    expect(text).toContain('số để trống trong bản đã nhận');
  });

  it('tells of one task: who leads, with whom, what comes of it and when', () => {
    const text = textOf(
      new Talk(here).says('xã tổ chức đối thoại với người dân về thủ tục hành chính'),
    );

    expect(text).toContain('Chủ trì: Văn phòng HĐND và UBND xã');
    expect(text).toContain('Phối hợp: Các thôn');
    expect(text).toContain('Sản phẩm: Hội nghị đối thoại');
    expect(text).toContain('Thời gian: Quý III');
  });

  it.each([
    ['ai phụ trách', 'Phòng Văn hóa – Xã hội: Theo dõi, đôn đốc.'],
    ['chỉ tiêu', '95% hồ sơ đúng hạn'],
    ['nội dung, hình thức', 'Đơn giản hóa thủ tục'],
  ])('is asked further: %s', (question, expected) => {
    const talk = new Talk(here);
    talk.says('kế hoạch cải cách hành chính năm 2026');

    expect(textOf(talk.says(question))).toContain(expected);
  });

  it.each([
    ['Ai phụ trách', 'Phòng Văn hóa'],
    ['Chỉ tiêu', '95%'],
    ['Nội dung, hình thức', 'Phát thanh'],
  ])('has its parts behind buttons: %s', (title, expected) => {
    const talk = new Talk(here);
    talk.says('kế hoạch cải cách hành chính năm 2026');

    expect(textOf(talk.taps(title))).toContain(expected);
  });

  it('says so when it sets no figures', () => {
    const talk = new Talk(hereWith({ plans: [plan({ targets: [] })], vocabulary }));

    expect(textOf(talk.says('#plan:ke-hoach-2026:targets'))).toContain('không đặt chỉ tiêu');
  });

  it('that was talked about is the one a short question is about', () => {
    const other = plan({
      id: 'tuyen-truyen',
      title: 'Kế hoạch Tuyên truyền năm 2026',
      shortTitle: 'Kế hoạch tuyên truyền 2026',
      aliases: ['ai phụ trách tuyên truyền', 'tuyên truyền gì', 'kế hoạch tuyên truyền'],
      responsibilities: [{ unit: 'Đài truyền thanh', duties: ['Phát tin.'] }],
      tasks: [],
    });
    const talk = new Talk(hereWith({ plans: [plan(), other], vocabulary }));
    talk.says('#plan:ke-hoach-2026');

    expect(textOf(talk.says('ai phụ trách'))).toContain('Phòng Văn hóa – Xã hội');
  });

  it('is not told while it is a draft', () => {
    const draft = hereWith({ plans: [plan({ status: 'draft' })], vocabulary });
    const questions = [
      'kế hoạch cải cách hành chính năm 2026',
      'quý III làm gì',
      '#plan:ke-hoach-2026',
    ];

    const kinds = questions.map((question) => new Talk(draft).says(question).kind);

    expect(kinds).not.toContain('plan');
  });
});

describe('what the commune does in a season', () => {
  it.each([
    'quý III làm gì',
    'Quý 3 xã làm gì',
    'quy 3 lam gi',
    'kế hoạch quý III',
    'tháng 8 xã làm gì',
    'tháng 7 có việc gì',
  ])('is told by the dates of the plan: %s', (question) => {
    const outcome = new Talk(here).says(question);

    expect(outcome.kind).toBe('plan');
    expect(textOf(outcome)).toContain('Tổ chức đối thoại');
  });

  it('leaves out what lasts the whole year or goes on for ever', () => {
    const text = textOf(new Talk(here).says('quý III làm gì'));

    expect(text).not.toContain('Rà soát');
    expect(text).not.toContain('Phát thanh về dịch vụ');
  });

  it('says so when the plan has nothing of its own for it', () => {
    const outcome = new Talk(here).says('quý I làm gì');

    expect(textOf(outcome)).toContain('không ghi việc riêng cho quý I');
  });

  it.each([
    'con tôi sinh tháng 7, đăng ký khai sinh cần làm gì',
    'tháng 12 này đăng ký khai sinh cho con thì phải làm gì',
  ])('is not told to somebody who asks for a procedure: %s', (question) => {
    expect(new Talk(here).says(question).kind).not.toBe('plan');
  });

  it.each(['quý V làm gì', 'tháng 13 làm gì', 'quý khách làm gì'])(
    'is not told for a season that there is not: %s',
    (question) => {
      expect(textOf(new Talk(here).says(question))).not.toContain('Tổ chức đối thoại');
    },
  );
});

describe('the plans of the real communes', () => {
  it.each([
    ['nam-dan', 'quý I năm nay xã làm gì', 'Quý I'],
    ['nam-dan', 'kế hoạch cải cách hành chính 2026 có chỉ tiêu gì', '95% hồ sơ'],
    ['nam-dan', 'ai phụ trách cải cách hành chính', 'Phòng Văn hóa – Xã hội'],
    ['thuong-phuc', 'quý III xã làm gì', 'đối thoại'],
    ['thuong-phuc', 'kế hoạch tuyên truyền cải cách hành chính 2026', 'Nguồn:'],
    ['dai-son', 'kế hoạch truyền thông kiểm soát thủ tục hành chính', 'Nguồn:'],
  ])('answer in %s: %s', (slug, question, expected) => {
    const outcome = new Talk(realHere(slug)).says(question);

    expect(outcome.kind).toBe('plan');
    expect(textOf(outcome)).toContain(expected);
  });

  it('are never told in another commune', () => {
    const text = textOf(new Talk(realHere('dai-son')).says('kế hoạch cải cách hành chính'));

    expect(text).not.toContain('Nấm Dẩn');
  });
});
