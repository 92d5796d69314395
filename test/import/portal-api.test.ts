import { describe, expect, it } from 'vitest';
import { fetchPortalBody } from '../../src/knowledge/import/portal-api.ts';
import { portalRecord } from './portal-record.ts';
import { importWorld, startPortal } from './world.ts';

const MEGABYTE = 1024 * 1024;

describe('importing by code', () => {
  it('finds the code, asks for its record and writes a draft', async () => {
    const portal = await startPortal([portalRecord()]);
    const world = await importWorld({ PORTAL_API_URL: portal.url });

    const { exitCode } = await world.run('portal', '9.000001');

    expect(exitCode).toBe(0);
    expect(await world.files()).toHaveLength(1);
    expect(portal.asked).toEqual([
      { limit: 50, lastId: '', q: '9.000001', categoryId: '', departmentCode: '' },
      { id: '00000000-0000-4000-8000-000000000001' },
    ]);
  });

  it('goes on after a code that the portal does not have, or has twice', async () => {
    const portal = await startPortal([
      portalRecord(),
      portalRecord({ id: 'a', code: '9.000002' }),
      portalRecord({ id: 'b', code: '9.000002' }),
    ]);
    const world = await importWorld({ PORTAL_API_URL: portal.url });

    const { exitCode, text } = await world.run('portal', '9.000003', '9.000002', '9.000001');

    expect(exitCode).toBe(1);
    expect(text).toContain('✖ 9.000003: không tìm thấy trên Cổng.');
    expect(text).toContain('✖ 9.000002: Cổng có 2 bản cùng mã');
    expect(await world.files()).toHaveLength(1);
  });

  it('calls nobody while no address is set', async () => {
    const world = await importWorld();

    await expect(world.run('portal', '9.000001')).rejects.toMatchObject({
      message: 'Chưa đặt địa chỉ API của Cổng nên chưa nhập theo mã được.',
      hint: 'Đặt PORTAL_API_URL trong tệp .env, hoặc nhập từ tệp JSON đã tải về.',
    });
  });
});

describe('a portal that does not answer as it should', () => {
  const failing = async (answer: Parameters<typeof startPortal>[1], timeoutMs = 5000) => {
    const { url } = await startPortal([], answer);
    return fetchPortalBody('9.000001', { baseUrl: url, timeoutMs });
  };

  it.each([503, 429])('is busy (%i)', async (status) => {
    const answer = failing((_, response) => response.status(status).send('<html>Bảo trì</html>'));

    await expect(answer).rejects.toMatchObject({
      message: `Cổng đang bận hoặc bảo trì (mã ${status}).`,
      hint: 'Chờ ít phút rồi chạy lại, hoặc nhập từ tệp JSON đã tải về.',
    });
  });

  it('refuses', async () => {
    await expect(failing((_, response) => response.sendStatus(403))).rejects.toThrow(
      'Cổng không nhận yêu cầu (mã 403).',
    );
  });

  it('gives a web page', async () => {
    await expect(failing((_, response) => response.send('<html></html>'))).rejects.toThrow(
      'Cổng trả về trang web, không phải dữ liệu.',
    );
  });

  it('gives something else', async () => {
    const noJson = failing((_, response) => response.type('text').send('xin chào'));
    const otherJson = failing((_, response) => response.json({ code: 'ERROR', data: null }));

    await expect(noJson).rejects.toThrow('không phải JSON');
    await expect(otherJson).rejects.toThrow('khác dạng đã biết');
  });

  it('sends elsewhere, where the program does not follow', async () => {
    const elsewhere = await startPortal([portalRecord()]);

    const answer = failing((request, response) => {
      response.redirect(307, elsewhere.url + request.path);
    });

    await expect(answer).rejects.toThrow('chuyển sang địa chỉ khác (mã 307)');
    expect(elsewhere.asked).toEqual([]);
  });

  it('says nothing for too long', async () => {
    await expect(failing(() => undefined, 100)).rejects.toThrow('trả lời xong trong 0.1 giây');
  });

  it('starts to answer and never ends', async () => {
    const answer = failing((_, response) => response.type('json').write('{"data":'), 200);

    await expect(answer).rejects.toThrow('Cổng không trả lời xong');
  });

  it('sends more than 2 MB', async () => {
    const answer = failing((_, response) => {
      response.json({ data: { items: [], filler: 'x'.repeat(2 * MEGABYTE) } });
    });

    await expect(answer).rejects.toThrow('lớn hơn 2 MB');
  });

  it('is not there', async () => {
    const nobody = fetchPortalBody('9.000001', { baseUrl: 'http://127.0.0.1:1' });

    await expect(nobody).rejects.toThrow('Không kết nối được tới 127.0.0.1:1.');
  });
});
