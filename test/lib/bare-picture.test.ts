import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barePicture } from '../../src/lib/bare-picture.ts';
import { gif, jpeg, png, webp } from '../helpers/pictures.ts';

describe('a picture without the data about its owner', () => {
  it('is the same JPEG without place, comment and what was hung on behind its end', () => {
    const bare = barePicture(Buffer.concat([jpeg(), Buffer.from('hung on: 22.5, 104.5')]));

    expect(bare?.type).toBe('image/jpeg');
    expect(bare?.bytes.toString('latin1')).not.toMatch(/GPS|secret comment|hung on/);
    expect(bare?.bytes.toString('latin1')).toContain('JFIF');
    expect(bare?.bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
    expect(bare?.bytes.includes(Buffer.from('scan data'))).toBe(true);
  });

  it.each(['II', 'MM'] as const)('still tells how the camera was held (%s)', (order) => {
    const bare = barePicture(jpeg({ order, orientation: 6 }));
    const again = bare && barePicture(bare.bytes);

    expect(bare?.bytes.includes(Buffer.from('011200030000000100060000', 'hex'))).toBe(true);
    expect(again).toEqual(bare);
  });

  it('is the same PNG without texts', () => {
    const bare = barePicture(png());

    expect(bare?.type).toBe('image/png');
    expect(bare?.bytes.toString('latin1')).not.toContain('secret author');
    expect(bare?.bytes.toString('latin1')).toMatch(/IHDR.*IDAT.*IEND/s);
  });

  it('is the same WebP without place, and says so', () => {
    const bare = barePicture(Buffer.concat([webp({ orientation: 6 }), Buffer.from('hung on')]));
    const text = bare?.bytes.toString('latin1') ?? '';

    expect(bare?.type).toBe('image/webp');
    expect(text).not.toMatch(/GPS|secret|hung on|XMP/);
    expect(text).toMatch(/^RIFF.{4}WEBPVP8X.*VP8 .*picture data/s);
    expect(bare?.bytes.readUInt32LE(4)).toBe(text.length - 8);
    expect(bare?.bytes[20]).toBe(0x18); // alpha as before; EXIF for how it was held; no XMP
    expect(bare?.bytes.includes(Buffer.from('011200030000000100060000', 'hex'))).toBe(true);
    expect(bare && barePicture(bare.bytes)).toEqual(bare);
  });

  it('is the same GIF without comment and XMP, and plays on', () => {
    const bare = barePicture(Buffer.concat([gif(), Buffer.from('hung on')]));
    const text = bare?.bytes.toString('latin1') ?? '';

    expect(bare?.type).toBe('image/gif');
    expect(text).not.toMatch(/secret|hung on|XMP/);
    expect(text).toMatch(/^GIF89a.*NETSCAPE2\.0.*picture data.*;$/s);
  });

  it.each([
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script>')],
    ['nothing', Buffer.alloc(0)],
    ['a JPEG cut off', jpeg().subarray(0, 30)],
    ['a PNG cut off', png().subarray(0, 40)],
    ['a WebP cut off', webp().subarray(0, 40)],
    ['a WebP without a picture', webp().subarray(0, 12)],
    ['a GIF cut off', gif().subarray(0, 60)],
  ])('is not made of %s', (_, bytes) => {
    expect(barePicture(bytes)).toBeUndefined();
  });

  it('never throws, whatever the bytes', () => {
    const heads = fc.constantFrom(jpeg(), png(), webp(), gif(), Buffer.alloc(0));
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 200 }), fc.nat(200), (head, noise, at) => {
        const bytes = Buffer.concat([head.subarray(0, at), noise, head.subarray(at)]);
        barePicture(bytes);
      }),
      { numRuns: 3000 },
    );
  });
});
