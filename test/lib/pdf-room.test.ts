import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { barePdf } from '../../src/lib/bare-pdf.ts';
import { cleanPdf } from '../../src/lib/pdf-room.ts';
import { pdf } from '../helpers/pdfs.ts';

const SLOW_START_MS = 60_000; // a thread reads the library in anew, which takes seconds on a busy machine

describe('a PDF without the data about its maker', () => {
  it('has its page and its photo, and nothing that names anybody', async () => {
    const before = await pdf();

    const result = await barePdf(before);

    const bytes = Buffer.from('bytes' in result ? result.bytes : []);
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
    expect(await barePdf(await make())).toEqual({ refused: reason });
  });
});

describe('the room in which PDFs are cleaned', { timeout: SLOW_START_MS }, () => {
  it('gives the clean one back', async () => {
    const result = await cleanPdf(await pdf());

    const text = 'bytes' in result ? result.bytes.toString('latin1') : '';
    expect(text).toMatch(/^%PDF-.*scan data/s);
    expect(text).not.toMatch(/secret|GPS/);
  });

  it('stops one that unpacks to far more than it is, and the program goes on', async () => {
    const packed = deflateSync(Buffer.alloc(200 * 2 ** 20, '0 '), { level: 9 });
    const dict = `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>`;
    const head = `%PDF-1.7\n1 0 obj\n${dict}\nstream\n`;
    const bomb = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);

    const result = await cleanPdf(bomb, { ms: 50_000, growthBytes: 64 * 2 ** 20 });

    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(result).toEqual({ refused: 'too-heavy' });
  });

  it('stops one that takes too long', async () => {
    const pages = await PDFDocument.create();
    for (let i = 0; i < 3000; i++) pages.addPage();
    const large = Buffer.from(await pages.save());

    const result = await cleanPdf(large, { ms: 1, growthBytes: 2 ** 40 });

    expect(result).toEqual({ refused: 'too-heavy' });
  });
});
