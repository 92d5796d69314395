import { beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type ImportWorld, importWorld, publish } from './world.ts';

const HEADINGS = 'Mã thủ tục,Tên thủ tục,Thời hạn giải quyết,"Phí, lệ phí"';
const BEES = 'procedures/khac/9.000001-cap-giay-nuoi-ong.json';

let world: ImportWorld;

beforeEach(async () => {
  world = await importWorld();
});

/** Imports rows below the four usual headings and gives the only draft. */
async function importRow(row: string) {
  const { text } = await world.run('sheet', await world.given('a.csv', `${HEADINGS}\n${row}\n`));
  const [file] = await world.files();
  if (file === undefined) throw new Error(text);
  return world.read(file);
}

async function refusals(rows: readonly string[], headings = HEADINGS): Promise<string[]> {
  const path = await world.given('a.csv', [headings, ...rows].join('\n'));
  const { text } = await world.run('sheet', path, '--dry-run');
  return text.split('\n').filter((line) => line.startsWith('✖'));
}

describe("importing a province's list", () => {
  it('finds the columns in any order, below a title, whatever their accents and case', async () => {
    const path = await world.given(
      'danh muc.csv',
      [
        'DANH MỤC THỦ TỤC HÀNH CHÍNH,,,,,,,,,',
        ',,,,,,,,,',
        'STT,TÊN THỦ TỤC,Ma thu tuc,Lĩnh vực,Co quan thuc hien,Thời hạn giải quyết,"PHÍ, LỆ PHÍ",Cách thức,Quyết định công bố,Đường dẫn',
        '1,Cấp giấy nuôi ong,9.000001.000.00.00.H18,Chăn nuôi,Công an cấp xã,05 ngày làm việc,10.000 đồng/lần,"Trực tiếp, trực tuyến toàn trình",7/QĐ-UBND,https://example.vn/ong',
      ].join('\r\n'),
    );

    const { exitCode } = await world.run('sheet', path);

    expect(exitCode).toBe(0);
    const [file = ''] = await world.files();
    expect(file).toBe('procedures/nong-nghiep/9.000001-cap-giay-nuoi-ong.json');
    expect(await world.read(file)).toMatchObject({
      status: 'draft',
      name: 'Cấp giấy nuôi ong',
      aliases: ['cấp giấy nuôi ong', 'làm thủ tục cấp giấy nuôi ong'],
      agency: { level: 'commune-police', submitTo: 'Công an cấp xã' },
      processingTime: [{ channel: 'any', value: 5, unit: 'working-day' }],
      fees: [{ kind: 'fixed', vnd: 10000, per: 'lần', what: 'Phí, lệ phí', channel: 'any' }],
      channels: [{ kind: 'in-person' }, { kind: 'online' }],
      onlineLevel: 'full',
      links: { page: 'https://example.vn/ong', byCode: null },
      source: { title: 'Danh mục thủ tục (tệp danh muc.csv)', decision: '7/QĐ-UBND' },
      checkedBy: 'Nhập tự động, chưa ai kiểm tra',
    });
  });

  it.each([
    ['Không', { kind: 'free' }],
    ['Theo quy định của HĐND tỉnh', { kind: 'province' }],
    ['0 đồng', { kind: 'other', note: 'Danh mục ghi 0 đồng, chưa rõ có thu không.' }],
    ['50.000', { kind: 'fixed', vnd: 50000, per: 'hồ sơ' }],
    ['20 nghìn đồng/bản', { kind: 'fixed', vnd: 20000, per: 'bản' }],
    ['Theo Thông tư 85/2019/TT-BTC', { kind: 'other', note: 'Theo Thông tư 85/2019/TT-BTC' }],
    ['Nộp trực tuyến 5.000 đồng/lần', { kind: 'fixed', vnd: 5000, channel: 'online' }],
  ])('reads the fee "%s"', async (cell, fee) => {
    const draft = await importRow(`9.000001,Cấp giấy nuôi ong,,"${cell}"`);

    expect(draft.fees).toMatchObject([fee]);
  });

  it('keeps several fees and the whole exemption apart', async () => {
    const cell =
      'Trực tiếp 8.000 đồng/lần; trực tuyến 4.000 đồng/lần; miễn cho người có công; hộ nghèo';
    const draft = await importRow(`9.000001,Cấp giấy nuôi ong,,"${cell}"`);

    expect(draft.fees).toMatchObject([
      { vnd: 8000, channel: 'in-person' },
      { vnd: 4000, channel: 'online' },
    ]);
    expect(draft.feeExemptions).toEqual(['miễn cho người có công; hộ nghèo']);
  });

  it.each([
    ['24 giờ', { value: 24, unit: 'hour' }],
    ['1 tháng', { value: 1, unit: 'month' }],
    ['Trong ngày', { value: null, unit: null, note: 'Trong ngày' }],
    ['5', { value: 5, unit: null }],
    [
      '3 ngày, xác minh thì 7 ngày',
      { value: null, unit: null, note: '3 ngày, xác minh thì 7 ngày' },
    ],
    ['3 ngày kể từ khi đủ hồ sơ', { value: 3, unit: 'day', note: '3 ngày kể từ khi đủ hồ sơ' }],
  ])('reads the time "%s"', async (cell, time) => {
    const draft = await importRow(`9.000001,Cấp giấy nuôi ong,"${cell}",`);

    expect(draft.processingTime).toEqual([{ channel: 'any', ...time }]);
  });

  it('takes the unit of bare numbers from the heading', async () => {
    const path = await world.given(
      'a.csv',
      'Mã thủ tục;Tên thủ tục;Thời hạn giải quyết (ngày làm việc)\n9.000001;Cấp giấy nuôi ong;5',
    );

    await world.run('sheet', path);

    expect((await world.read(BEES)).processingTime).toMatchObject([
      { value: 5, unit: 'working-day' },
    ]);
  });

  it('says what the list leaves open', async () => {
    const draft = await importRow('9.000001,Cấp giấy nuôi ong,,');

    expect(draft.unknown).toEqual(
      expect.arrayContaining([
        'Nguồn không ghi phí, lệ phí.',
        'Nguồn không ghi thời hạn giải quyết.',
        'Nguồn không ghi lĩnh vực.',
      ]),
    );
  });

  it('compares only what the list states with what stands', async () => {
    await importRow('9.000001,Cấp giấy nuôi ong,5 ngày,10.000 đồng/lần');
    await publish(world, BEES, { legalBasis: ['1/2026/QH16'], result: ['Giấy'] });
    const same = await world.given(
      'a.csv',
      `${HEADINGS}\n9.000001,Cấp giấy nuôi ong,,"10,000đ/lần"`,
    );
    const other = await world.given('b.csv', `${HEADINGS}\n9.000001,Cấp giấy nuôi ong,7 ngày,`);

    expect((await world.run('sheet', same)).text).toContain(': không đổi');
    expect((await world.run('sheet', other, '--dry-run')).text).toContain(
      'Thời hạn: 5 ngày → 7 ngày',
    );
    expect(await world.files()).toEqual([BEES]);
  });
});

describe('bad rows', () => {
  it('are told by row and column, and the good ones go on', async () => {
    const rows = [
      '9.000001,Cấp giấy nuôi ong,5 ngày,Không',
      '9.00002,Thiếu một số,5 ngày,Không',
      ',I. Lĩnh vực nuôi ong,,',
      '',
      '9.000003,,5 tuần,10',
      '9.000001,Lặp lại,5 ngày,Không',
    ];
    const path = await world.given('a.csv', [HEADINGS, ...rows].join('\n'));

    const { exitCode, text } = await world.run('sheet', path);

    expect(exitCode).toBe(1);
    expect(await world.files()).toEqual([BEES]);
    expect(text.split('\n').filter((line) => line.startsWith('✖'))).toEqual([
      '✖ Dòng 3, cột Mã thủ tục: "9.00002" không phải mã thủ tục dạng 1.001193 (đủ 6 số sau dấu chấm).',
      '✖ Dòng 4, cột Mã thủ tục: để trống.',
      '✖ Dòng 6, cột Phí, lệ phí: "10" chưa rõ; ghi như "10.000 đồng/lần", "Không" hoặc "Theo quy định của HĐND tỉnh".',
      '✖ Dòng 6, cột Thời hạn giải quyết: "5 tuần" chưa rõ; ghi như "5 ngày làm việc".',
      '✖ Dòng 6, cột Tên thủ tục: để trống.',
      '✖ Dòng 7, cột Mã thủ tục: 9.000001 đã có ở dòng 2.',
    ]);
  });

  it.each([
    ['Cách thức', 'Bồ câu'],
    ['Đường dẫn', 'javascript:alert(1)'],
    ['Thời hạn giải quyết', '0 ngày'],
  ])('have a bad %s: "%s"', async (heading, cell) => {
    const told = await refusals(
      [`9.000001,Cấp giấy nuôi ong,"${cell}"`],
      `Mã thủ tục,Tên thủ tục,${heading}`,
    );

    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`Dòng 2, cột ${heading}: "${cell}" chưa rõ`);
  });
});

describe('the files that offices make', () => {
  const csv = (separator: string) =>
    [
      ['Mã thủ tục', 'Tên thủ tục', '"Phí, lệ phí"'],
      ['9.000001', 'Cấp giấy nuôi ong', '"10.000 đồng/lần, thu một lần"'],
    ]
      .map((row) => row.join(separator))
      .join('\r\n');

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${csv(',')}`)],
    ['semicolons', Buffer.from(csv(';'))],
    [
      'UTF-16 with tabs, as Excel writes "Unicode text"',
      Buffer.from(`\uFEFF${csv('\t')}`, 'utf16le'),
    ],
    ['decomposed letters', Buffer.from(csv(',').normalize('NFD'))],
  ])('may have %s', async (_, bytes) => {
    await world.run('sheet', await world.given('a.csv', bytes));

    expect(await world.read(BEES)).toMatchObject({
      name: 'Cấp giấy nuôi ong',
      fees: [{ vnd: 10000, note: '10.000 đồng/lần, thu một lần' }],
    });
  });

  it('may be Excel workbooks, where a code has become a number', async () => {
    const { toBuffer } = writeXlsxFile([
      ['Danh mục của tỉnh'],
      ['Tên thủ tục', 'Mã thủ tục', 'Phí, lệ phí', 'Thời hạn giải quyết'],
      ['Cấp giấy nuôi ong', 9.00001, 10000, '5 ngày'],
      ['Thiếu mã', null, 'Không', '5 ngày'],
    ]);

    const { text } = await world.run('sheet', await world.given('a.xlsx', await toBuffer()));

    expect(text).toContain('✖ Dòng 4, cột Mã thủ tục: để trống.');
    expect(await world.read('procedures/khac/9.000010-cap-giay-nuoi-ong.json')).toMatchObject({
      fees: [{ kind: 'fixed', vnd: 10000 }],
      processingTime: [{ value: 5, unit: 'day' }],
    });
  });

  it.each([
    ['a.xls', 'x', 'Chưa đọc được loại tệp ".xls"'],
    ['a.xlsx', 'not a workbook', 'Không đọc được bảng tính'],
    ['a.csv', Buffer.from([0x4d, 0xe3, 0x2c, 0xff]), 'không ở dạng UTF-8'],
    ['a.csv', 'Tên,Tuổi\nLan,30', 'Không thấy dòng tiêu đề'],
    ['a.csv', '', 'Không thấy dòng tiêu đề'],
  ])('are refused with a way out: %s', async (name, content, message) => {
    const path = await world.given(name, content);

    await expect(world.run('sheet', path)).rejects.toThrow(message);
  });

  it('include the template, whose rows all pass', async () => {
    const { exitCode, text } = await world.run(
      'sheet',
      'knowledge/mau-nhap-thu-tuc.csv',
      '--dry-run',
    );

    expect(exitCode).toBe(0);
    expect(text).toContain('3 thủ tục mới');
    expect(await world.files()).toEqual([]);
  });
});

describe('cli import', () => {
  it.each([[['portal']], [['sheet']], [['sheet', 'a.csv', 'b.csv']], [['fax', 'a.csv']]])(
    'explains its use after %j',
    async (args) => {
      await expect(world.run(...args)).rejects.toThrow('Chưa rõ nhập gì');
    },
  );
});
