import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { cleanPdf } from '../../src/lib/pdf-room.ts';
import { pdf } from '../helpers/pdfs.ts';

describe('a PDF without the data about its maker', () => {
  it('has its page and its photo, and nothing that names anybody', async () => {
    const before = await pdf();

    const result = await cleanPdf(before);

    const bytes = 'bytes' in result ? result.bytes : Buffer.alloc(0);
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    const text = bytes.toString('latin1');
    expect(before.toString('latin1')).toMatch(/secret xmp.*secret version.*GPS/s);
    expect(text).not.toMatch(/secret|GPS|JavaScript|Metadata/);
    expect(text).toContain('scan data');
    expect([read.getPageCount(), read.getAuthor()]).toEqual([1, undefined]);
  });

  it.each([
    ['locked', () => pdf({ password: 'mật khẩu' })],
    ['broken', async () => (await pdf()).subarray(0, 300)],
    ['broken', () => Promise.resolve(Buffer.from('%PDF-1.7 nothing more'))],
  ])('is refused as %s', async (reason, make) => {
    expect(await cleanPdf(await make())).toEqual({ refused: reason });
  });

  it('is given up when it unpacks to far more than it is, and the program goes on', async () => {
    const packed = deflateSync(Buffer.alloc(200 * 2 ** 20, '0 '), { level: 9 });
    const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
    const bomb = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);

    const result = await cleanPdf(bomb, { ms: 20_000, growthBytes: 64 * 2 ** 20 });

    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(result).toEqual({ refused: 'too-heavy' });
  }, 30_000);

  it('is given up when it takes too long', async () => {
    const limits = { ms: 1, growthBytes: 2 ** 30 };

    expect(await cleanPdf(await pdf(), limits)).toEqual({ refused: 'too-heavy' });
  });
});
