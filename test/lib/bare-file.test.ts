import { describe, expect, it } from 'vitest';
import { bareFile } from '../../src/lib/bare-file.ts';
import { pdf } from '../helpers/pdfs.ts';
import { jpeg, webp } from '../helpers/pictures.ts';

describe('what a phone sends', { timeout: 60_000 }, () => {
  it.each([
    ['image/jpeg', () => Promise.resolve(jpeg())],
    ['image/webp', () => Promise.resolve(webp())],
    ['application/pdf', () => pdf()],
  ])('is known by its bytes and kept: %s', async (type, make) => {
    expect(await bareFile(await make())).toMatchObject({ type });
  });

  it.each([
    ['heic', '\0\0\0\x24ftypheic\0\0\0\0mif1heic'],
    ['heic', '\0\0\0\x1cftypmif1\0\0\0\0miafheic'],
    ['office', 'PK\x03\x04 [Content_Types].xml'],
    ['office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['not-accepted', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2'],
    ['not-accepted', 'MZ this program cannot be run'],
    ['picture-broken', '\x89PNG\r\n\x1a\n and no more'],
    ['pdf-broken', '%PDF-1.7 and no more'],
  ])('is refused as %s', async (refused, head) => {
    expect(await bareFile(Buffer.from(head, 'latin1'))).toEqual({ refused });
  });
});
