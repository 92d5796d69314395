import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptFilePath } from '../../src/kept-files.ts';
import { auditActs } from './browser.ts';
import { opened } from './opened-case.ts';

describe('a picture of a report', () => {
  const kept = { id: 'image-1', kind: 'image', url: '', state: 'kept', reason: undefined } as const;

  async function withFile(contentType: string) {
    const page = await opened({ attachments: [{ ...kept, contentType }] });
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
      'inline; filename="ND-2611-0001-image-1"',
    );
    expect(auditActs(program)).toContain('ticket.file');
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
