import { describe, expect, it } from 'vitest';
import { hereWith, marriage, procedure } from '../helpers/build.ts';
import { choicesOf, Talk, textOf, titlesOf } from '../helpers/talk.ts';
import { realVocabulary as vocabulary, smallHere } from '../helpers/vocabulary.ts';

const here = smallHere();

describe('the card of a procedure', () => {
  it('says which papers, how much, how long, where, from which source and when that was checked', () => {
    const card = textOf(new Talk(here).says('đăng ký khai sinh'));

    expect(card).toContain('Đăng ký khai sinh (Hộ tịch)');
    expect(card).toContain('Giấy tờ chính: Giấy chứng sinh');
    expect(card).toContain('Lệ phí: không thu');
    expect(card).toContain('Thời hạn: 1 ngày làm việc');
    expect(card).toContain('Nộp tại: Trung tâm Phục vụ hành chính công');
    expect(card).toMatch(
      /Nguồn: Cổng Dịch vụ công quốc gia, 163\/QĐ-BTP \(mã 1\.001193\)\. Kiểm tra ngày 21\/11\/2026\.$/,
    );
  });

  it.each(['khai sinh', 'đăng ký khai sinh mất bao lâu', 'điều kiện đăng ký khai sinh'])(
    'says by when residents must come, if there is such a day: "%s"',
    (question) => {
      const late = procedure({ deadline: 'Trong 60 ngày từ ngày sinh.' });

      const text = textOf(new Talk(hereWith({ procedures: [late], vocabulary })).says(question));

      expect(text.match(/Cần làm: Trong 60 ngày/g)).toHaveLength(1);
    },
  );

  it('offers the papers, the fee and the steps, and the page to file on', () => {
    const outcome = new Talk(here).says('đăng ký khai sinh');

    expect(titlesOf(outcome)).toEqual([
      'Giấy tờ cần có',
      'Lệ phí',
      'Làm từng bước',
      'Nộp trực tuyến',
    ]);
  });

  it('links to our own page when the operator has set where that is', () => {
    const open = hereWith({ procedures: [procedure()], vocabulary, publicUrl: 'https://xa.vn' });

    const choices = choicesOf(new Talk(open).says('đăng ký khai sinh'));

    const page = choices.find(({ title }) => title === 'Xem đầy đủ');
    expect(page?.kind === 'link' && page.url).toMatch(/^https:\/\/xa\.vn\/tthc\/1\.001193\b/);
  });

  it('offers no page to file on where the source knows none', () => {
    const offline = procedure({ channels: [{ kind: 'in-person' }] });

    const outcome = new Talk(hereWith({ procedures: [offline], vocabulary })).says('khai sinh');

    expect(titlesOf(outcome)).not.toContain('Nộp trực tuyến');
  });

  it('links to what the portal says of the code where there is nothing else to open', () => {
    const url = 'https://dichvucong.gov.vn/dich-vu-cong-truc-tuyen/1.001193';
    const links = { page: null, byCode: url };
    const bare = procedure({ channels: [{ kind: 'in-person' }], links });

    const choices = choicesOf(
      new Talk(hereWith({ procedures: [bare], vocabulary })).says('khai sinh'),
    );

    expect(choices).toContainEqual({ kind: 'link', title: 'Xem trên Cổng Dịch vụ công', url });
  });

  it('owns up to what the source does not say', () => {
    const bare = procedure({
      documents: [],
      fees: [],
      processingTime: [{ value: null, unit: null }],
    });

    const card = textOf(new Talk(hereWith({ procedures: [bare], vocabulary })).says('khai sinh'));

    expect(card).toContain('Giấy tờ chính: chưa có trong nguồn');
    expect(card).toContain('Lệ phí: nguồn chưa ghi');
    expect(card).toContain('Thời hạn: nguồn chưa ghi rõ');
  });
});

describe('an aspect of a procedure', () => {
  const full = procedure({
    documents: [
      {
        case: 'Giấy tờ phải nộp',
        items: [
          { name: 'Tờ khai', need: 'submit', originals: 1, form: 'CT01' },
          { name: 'Văn bản ủy quyền', need: 'submit', when: 'Nhờ người khác đi làm' },
        ],
      },
      { items: [{ name: 'Căn cước', need: 'show' }] },
    ],
    fees: [
      { kind: 'fixed', what: 'Lệ phí', vnd: 8000, per: 'lần', channel: 'in-person' },
      { kind: 'fixed', what: 'Lệ phí', vnd: 4000, per: 'lần', channel: 'online' },
      { kind: 'province', what: 'Phí bản sao' },
    ],
    feeExemptions: ['Hộ nghèo'],
    agency: { level: 'commune', submitTo: 'Quầy số 1', decidedBy: 'UBND xã', anywhere: true },
  });
  const talk = () => new Talk(hereWith({ procedures: [full, marriage()], vocabulary }));

  it.each([
    ['documents', 'đăng ký khai sinh cần giấy tờ gì', ['Tờ khai (1 bản chính, mẫu CT01)']],
    ['documents', 'khai sinh mang theo gì', ['trường hợp nhờ người khác đi làm']],
    ['documents', 'giấy tờ gì để khai sinh', ['Căn cước – chỉ xuất trình']],
    ['fees', 'khai sinh lệ phí bao nhiêu', ['8.000 đồng/lần', 'nộp trực tuyến', '4.000 đồng']],
    ['fees', 'khai sinh tốn bao nhiêu tiền', ['do HĐND cấp tỉnh quy định', 'Hộ nghèo']],
    ['time', 'đăng ký khai sinh mất bao lâu', ['1 ngày làm việc']],
    ['steps', 'trình tự đăng ký khai sinh', ['Bước 1. Nộp giấy chứng sinh.', 'Bước 2.']],
    ['where', 'khai sinh nộp ở đâu', ['Nộp tại: Quầy số 1.', 'không bắt buộc nơi cư trú']],
    ['online', 'khai sinh làm online được không', ['trực tuyến được (toàn trình)']],
    ['result', 'đăng ký khai sinh xong nhận được gì', ['• Giấy khai sinh']],
    ['legal', 'căn cứ pháp lý của đăng ký khai sinh', ['60/2014/QH13']],
    ['conditions', 'điều kiện đăng ký khai sinh', ['Trẻ sinh tại Việt Nam']],
  ])('is answered: %s, "%s"', (facet, question, expected) => {
    const outcome = talk().says(question);

    expect(outcome).toMatchObject({ kind: 'answer', facet });
    for (const words of expected) expect(textOf(outcome)).toContain(words);
    expect(textOf(outcome)).toMatch(/Nguồn: .* Kiểm tra ngày 21\/11\/2026\.$/);
  });

  it.each([
    ['documents', 'Nguồn chưa ghi giấy tờ'],
    ['fees', 'Nguồn chưa ghi mức thu. Anh/chị hỏi giúp nơi nhận hồ sơ: Trung tâm Phục vụ'],
    ['time', 'Nguồn chưa ghi thời hạn'],
    ['steps', 'Nguồn chưa ghi các bước'],
    ['online', 'Nguồn không ghi cách nộp trực tuyến'],
    ['result', 'Nguồn chưa ghi rõ kết quả'],
    ['legal', 'Nguồn chưa ghi căn cứ'],
    ['conditions', 'Nguồn không ghi điều kiện'],
  ])('is owned up to when the source lacks it: %s', (facet, words) => {
    const bare = procedure({
      ...{ documents: [], fees: [], processingTime: [], steps: [], channels: [] },
      ...{ result: [], legalBasis: [], conditions: [] },
    });

    const outcome = new Talk(hereWith({ procedures: [bare] })).says(`#procedure:1.001193:${facet}`);

    expect(textOf(outcome)).toContain(words);
  });

  it('is never offered again beside its own answer', () => {
    const outcome = talk().says('khai sinh lệ phí bao nhiêu');

    expect(titlesOf(outcome)).not.toContain('Lệ phí');
    expect(titlesOf(outcome)).toContain('Giấy tờ cần có');
  });
});
