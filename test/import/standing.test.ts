import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { portalMethod, portalRecord } from './portal-record.ts';
import { importOne, importWorld, publish } from './world.ts';

const DRAFT = 'procedures/ho-tich/9.000001-cap-giay-xac-nhan-nuoi-ong.json';
const BESIDE = 'drafts/ho-tich/9.000001-cap-giay-xac-nhan-nuoi-ong.json';

describe('importing what the knowledge already has', () => {
  async function published(changes: Parameters<typeof publish>[2] = {}) {
    const { world } = await importOne();
    await publish(world, DRAFT, changes);
    return world;
  }

  it('sees no change in our own wording', async () => {
    const world = await published({
      summary: 'Lời của xã.',
      aliases: ['a b', 'c d', 'e f'],
      steps: ['Ra quầy.'],
      notes: ['Nhớ mang ong.'],
    });
    const before = await world.text(DRAFT);

    const { text } = await world.run('portal', await world.given('x.json', portalRecord()));

    expect(text).toContain(`(đang có ${DRAFT}): không đổi`);
    expect(await world.files()).toEqual([DRAFT]);
    expect(await world.text(DRAFT)).toBe(before);
  });

  it('shows old and new, money and time first, and writes nothing in a dry run', async () => {
    const world = await published();
    const changed = portalRecord({
      name: 'Thủ tục cấp giấy xác nhận nuôi ong mật',
      procedureProposal: { proposalNumber: 'Quyết định số 12/QĐ-BTP' },
      executionMethods: ['DIRECT', 'ONLINE', 'POSTAL'].map((way) =>
        portalMethod(way, {
          processingTime: way === 'ONLINE' ? 2 : 3,
          fees: [{ name: 'Lệ phí', amount: 10000 }],
        }),
      ),
      legalBasisesDetails: [{ code: '99/2025/NĐ-CP' }, { code: '11/2026/QH16' }],
    });

    const { text } = await world.run('portal', await world.given('x.json', changed), '--dry-run');

    expect(text.split('\n').slice(0, 9)).toEqual([
      `9.000001 Thủ tục cấp giấy xác nhận nuôi ong mật (đang có ${DRAFT})`,
      '  Phí, lệ phí: 8.000 đồng/hồ sơ → 10.000 đồng/hồ sơ',
      '  Thời hạn: 3 ngày làm việc (nộp trực tuyến) → 2 ngày làm việc (nộp trực tuyến)',
      '  Tên thủ tục: Thủ tục cấp giấy xác nhận nuôi ong → Thủ tục cấp giấy xác nhận nuôi ong mật',
      '  Căn cứ pháp lý:',
      '    bớt: 88/2025/TT-BTP',
      '    thêm: 11/2026/QH16',
      '  Cần xem: Nguồn không ghi mức thu tính theo hồ sơ, theo bản hay theo lần.',
      `  Sẽ ghi bản nháp: ${BESIDE}`,
    ]);
    expect(text).toContain('Chạy thử nên chưa ghi gì.');
    expect(await world.files()).toEqual([DRAFT]);
  });

  it('puts the draft beside the published record, which stays as it is', async () => {
    const world = await published({ field: 'ho-tich' });
    const before = await world.text(DRAFT);
    const elsewhere = portalRecord({
      categoriesDetails: [{ name: 'Nuôi ong' }],
      resultsDetails: [],
    });
    const file = await world.given('x.json', { ...elsewhere, executionMethods: [] });

    const { exitCode, text } = await world.run('portal', file);

    expect(exitCode).toBe(0);
    expect(text).toContain('  Phí, lệ phí: 8.000 đồng/hồ sơ → không ghi');
    expect(text).toContain(`Đã ghi bản nháp: ${BESIDE}`);
    expect(text).toContain('sửa bản đang dùng');
    expect(await world.text(DRAFT)).toBe(before);
    expect(await world.read(BESIDE)).toMatchObject({ status: 'draft', field: 'ho-tich' });
    const loaded = await loadKnowledge(world.root);
    expect(loaded.knowledge.procedures.get('9.000001')?.status).toBe('published');
    expect([...loaded.problems, ...checkKnowledge(loaded)]).toEqual([]);
  });

  it('lets a draft alone that a person works on', async () => {
    const world = await published();
    const file = await world.given(
      'x.json',
      portalRecord({ procedureProposal: { proposalNumber: '13/QĐ-BTP' } }),
    );
    await world.run('portal', file);
    const taken = (await world.text(BESIDE)).replace('Nhập tự động, chưa ai kiểm tra', 'Anh Nam');
    await world.put(BESIDE, taken);

    const { text } = await world.run('portal', file);

    expect(text).toContain(`Giữ nguyên ${BESIDE}: đã có người nhận bản nháp này.`);
    expect(await world.text(BESIDE)).toBe(taken);
  });

  it('writes over no broken file', async () => {
    const world = await published();
    await world.put(DRAFT, '{ "code": ');

    const { text } = await world.run('portal', await world.given('x.json', portalRecord()));

    expect(text).toContain('bị hỏng nên chưa so được');
    expect(await world.text(DRAFT)).toBe('{ "code": ');
    expect(await world.files()).toContain(BESIDE);
  });

  it("does not set the portal's 0 against a person's finding that nothing is taken", async () => {
    const world = await published({
      fees: [{ kind: 'free', what: 'Lệ phí', channel: 'any', basis: '1/2026/NQ-HĐND' }],
    });
    const methods = [portalMethod('DIRECT', { fees: [{ amount: 0 }] })];
    const file = await world.given('x.json', portalRecord({ executionMethods: methods }));

    const { text } = await world.run('portal', file, '--dry-run');

    expect(text).not.toContain('Phí, lệ phí:');
    expect(text).toContain('Cách nộp: nộp trực tuyến; gửi bưu điện → không ghi');
  });

  it('knows a paper again that an editor named in fewer words', async () => {
    const world = await published();
    const papers = [
      'Tờ khai nuôi ong theo mẫu; nộp trực tuyến thì điền mẫu điện tử',
      'Ảnh tổ ong',
      'Thẻ căn cước',
      'Bản dịch tờ khai nuôi ong',
    ];
    const profileComponents = papers.map((name) => ({ name, originalQty: 1 }));
    const file = await world.given(
      'x.json',
      portalRecord({ executionCases: [{ profileComponents }] }),
    );

    const { text } = await world.run('portal', file, '--dry-run');

    expect(text).toContain('  Giấy tờ:\n    thêm: Bản dịch tờ khai nuôi ong\n');
    expect(text).not.toContain('bớt:');
  });

  it('takes "ask at the counter" against nothing at all for no news', async () => {
    const world = await published({
      fees: [{ kind: 'other', what: 'Lệ phí', channel: 'any', note: 'Anh/chị hỏi quầy.' }],
    });
    const methods = ['DIRECT', 'ONLINE', 'POSTAL'].map((way) => portalMethod(way, { fees: [] }));
    const file = await world.given('x.json', portalRecord({ executionMethods: methods }));

    expect((await world.run('portal', file)).text).toContain(': không đổi');
  });

  it('warns when the code is known as abolished', async () => {
    const world = await published({ status: 'abolished', name: 'Tên cũ' });

    const { text } = await world.run('portal', await world.given('x.json', portalRecord()));

    expect(text).toContain('Lưu ý: bản đang có ghi là đã bãi bỏ.');
  });
});

describe('another knowledge folder', () => {
  it('is written to when named with --into', async () => {
    const [here, there] = [await importWorld(), await importWorld()];
    const file = await here.given('x.json', portalRecord());

    await here.run('portal', file, '--into', there.root);

    expect(await here.files()).toEqual([]);
    expect(await there.files()).toEqual([DRAFT]);
  });
});
