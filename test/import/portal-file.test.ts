import { describe, expect, it } from 'vitest';
import { vietnamDay } from '../../src/lib/clock.ts';
import { portalRecord } from './portal-record.ts';
import { importOne, importWorld } from './world.ts';

const DRAFT = 'procedures/ho-tich/9.000001-cap-giay-xac-nhan-nuoi-ong.json';

describe('importing a record of the portal', () => {
  it('writes a draft with the facts of the record and nobody as its checker', async () => {
    const { world, draft } = await importOne();

    expect(await world.files()).toEqual([DRAFT]);
    expect(draft).toMatchObject({
      status: 'draft',
      depth: 'facts',
      code: '9.000001',
      shortName: 'Cấp giấy xác nhận nuôi ong',
      field: 'ho-tich',
      aliases: ['nuôi ong', 'lấy mật'],
      agency: { level: 'commune', submitTo: 'Ủy ban nhân dân cấp xã' },
      steps: ['Nộp hồ sơ tại xã.', 'Nhận giấy hẹn.', 'Nhận kết quả.'],
      fees: [{ kind: 'fixed', vnd: 8000, what: 'Lệ phí', channel: 'any' }],
      processingTime: [{ channel: 'any', value: 3, unit: 'working-day' }],
      channels: [{ kind: 'in-person' }, { kind: 'online' }, { kind: 'post' }],
      links: {
        page: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/00000000-0000-4000-8000-000000000001',
        byCode: 'https://dichvucong.gov.vn/dich-vu-cong-truc-tuyen/9.000001',
      },
      result: ['Giấy xác nhận'],
      conditions: [],
      legalBasis: ['99/2025/NĐ-CP', '88/2025/TT-BTP'],
      source: { title: 'Cổng Dịch vụ công quốc gia', decision: '12/QĐ-BTP' },
      checkedOn: vietnamDay(new Date()),
      checkedBy: 'Nhập tự động, chưa ai kiểm tra',
    });
  });

  it('keeps the papers by case, with their counts', async () => {
    const { draft } = await importOne();

    expect(draft.documents).toEqual([
      {
        case: 'Giấy tờ phải nộp',
        items: [
          {
            name: 'Tờ khai nuôi ong',
            need: 'submit',
            originals: 1,
            note: 'Biểu mẫu trên Cổng: to-khai.docx.',
          },
          { name: 'Ảnh tổ ong', need: 'submit', copies: 2 },
        ],
      },
      { case: 'Giấy tờ xuất trình', items: [{ name: 'Thẻ căn cước', need: 'show', originals: 1 }] },
    ]);
  });

  it('makes up two ways of asking from the name when there are no keywords', async () => {
    const { draft } = await importOne({ keywords: null });

    expect(draft.aliases).toEqual([
      'cấp giấy xác nhận nuôi ong',
      'làm thủ tục cấp giấy xác nhận nuôi ong',
    ]);
  });

  it('lists what the portal left empty, and puts an unknown field under "khac"', async () => {
    const { draft } = await importOne({
      categoriesDetails: [{ name: 'Nuôi ong' }],
      procedureProposal: null,
      departmentsExecuting: [],
      executionMethods: [],
      legalBasisesDetails: null,
      resultsDetails: undefined,
    });

    expect(draft.field).toBe('khac');
    expect(draft.source.decision).toBeNull();
    expect(draft.unknown).toEqual([
      'Nguồn không ghi phí, lệ phí.',
      'Nguồn không ghi thời hạn giải quyết.',
      'Nguồn không ghi cách nộp.',
      'Nguồn không ghi kết quả.',
      'Nguồn không ghi căn cứ pháp lý.',
      'Nguồn không ghi cơ quan thực hiện.',
      'Nguồn không ghi quyết định công bố.',
      'Chưa xếp được lĩnh vực “Nuôi ong”.',
    ]);
  });

  it.each([
    ['an array', [portalRecord()]],
    ["the API's envelope", { code: 'OK', data: portalRecord() }],
    ['a list of envelopes', [{ code: 'OK', data: portalRecord() }]],
  ])('reads %s', async (_, content) => {
    const world = await importWorld();

    const { exitCode } = await world.run('portal', await world.given('tep.json', content));

    expect(exitCode).toBe(0);
    expect(await world.files()).toEqual([DRAFT]);
  });

  it('goes on with the good records and tells which are not', async () => {
    const world = await importWorld();
    const file = await world.given('nhieu.json', [
      { ...portalRecord(), code: 'abc', codeNotation: null },
      portalRecord({ executionMethods: 'none' }),
      { id: '1', code: '9.000009', name: 'Dòng trong danh sách' },
      portalRecord(),
      portalRecord(),
    ]);

    const { exitCode, text } = await world.run('portal', file);

    expect(exitCode).toBe(1);
    expect(await world.files()).toEqual([DRAFT]);
    expect(text).toContain('bản ghi thứ 1: Thủ tục cấp giấy xác nhận nuôi ong: không có mã');
    expect(text).toContain('bản ghi thứ 2: dữ liệu không đúng dạng của Cổng (executionMethods');
    expect(text).toContain('bản ghi thứ 3: 9.000009: mới là dòng trong danh sách');
    expect(text).toContain('9.000001: đã có ở trên trong cùng lần nhập');
    expect(text).toContain('1 thủ tục mới, 0 có thay đổi, 0 không đổi; 4 chỗ không nhập được');
  });

  it.each([
    ['khong-co.json', undefined, 'Không đọc được tệp'],
    ['hong.json', '{"code": ', 'không phải JSON'],
  ])('says what is wrong with %s', async (name, content, message) => {
    const world = await importWorld();
    const path = content === undefined ? name : await world.given(name, content);

    await expect(world.run('portal', path)).rejects.toThrow(message);
  });
});
