import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../src/model/ticket.ts';
import { keptFilePath } from '../../src/kept-files.ts';
import { auditActs } from './browser.ts';
import { opened } from './opened-case.ts';

describe('a picture of a report', () => {
  const kept = { id: 'image-1', url: '', state: 'kept', reason: undefined } as const;

  async function withFile(contentType: string, kind: Attachment['kind'] = 'image') {
    const page = await opened({ attachments: [{ ...kept, contentType, kind }] });
    const path = keptFilePath(page.program.dataFolder, { code: 'ND-2611-0001', id: 'image-1' });
    if (path === undefined) throw new Error('no path');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'bytes');
    return page;
  }

  it('is shown to who may read the report, as what it is and nothing else', async () => {
    const { browser, path, program } = await withFile('image/jpeg');

    const page = await browser.get(path);
    const picture = await browser.get('/can-bo/tep/ND-2611-0001/image-1');

    expect(page.text).toContain('<img src="/can-bo/tep/ND-2611-0001/image-1"');
    expect(picture.text).toBe('bytes');
    expect(picture.headers.get('Content-Type')).toBe('image/jpeg');
    expect(picture.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(picture.headers.get('Content-Disposition')).toBe(
      'inline; filename="ND-2611-0001-image-1.jpg"',
    );
    expect(picture.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(auditActs(program)).toContain('ticket.file');
  });

  it('that was sent as a document is shown all the same', async () => {
    const { browser, path } = await withFile('image/webp', 'file');

    expect((await browser.get(path)).text).toContain('<img src="/can-bo/tep/ND-2611-0001/image-1"');
  });

  it('that is a PDF is only ever saved, under a name that opens', async () => {
    const { browser, path } = await withFile('application/pdf', 'file');

    const page = await browser.get(path);
    const { headers } = await browser.get('/can-bo/tep/ND-2611-0001/image-1');

    expect(page.text).toContain('Tệp 1 PDF (tải về)');
    expect(headers.get('Content-Disposition')).toBe(
      'attachment; filename="ND-2611-0001-image-1.pdf"',
    );
    expect(headers.get('Content-Security-Policy')).toContain('sandbox');
  });

  it.each(['text/html', 'image/svg+xml', ''])('of type "%s" is only ever saved', async (type) => {
    const { browser } = await withFile(type);

    const { headers } = await browser.get('/can-bo/tep/ND-2611-0001/image-1');

    expect(headers.get('Content-Type')).toBe('application/octet-stream');
    expect(headers.get('Content-Disposition')).toMatch(/^attachment/);
  });

  it.each(['..%2F..%2Fofficer-0001.json', '%2Fetc%2Fpasswd', 'image-2', 'image-1%00.png', '.'])(
    'is not found under the name %s',
    async (name) => {
      const { browser } = await withFile('image/jpeg');

      const { status } = await browser.get(`/can-bo/tep/ND-2611-0001/${name}`);

      expect(status).toBe(404);
    },
  );
});
