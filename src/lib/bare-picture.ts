import { bareJpeg } from './bare-jpeg.ts';
import { bareGif } from './bare-gif.ts';
import { bareWebp } from './bare-webp.ts';

/** A picture without the data about who took it, where and with what. */
export type BarePicture = { type: PictureType; bytes: Buffer };

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** What kind of picture these bytes begin as, whatever their name says; undefined when it is none we can clean. */
export function pictureTypeOf(bytes: Buffer): PictureType | undefined {
  if (bytes.subarray(0, 8).equals(PNG_HEAD)) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  if (/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) return 'image/gif';
  if (/^RIFF.{4}WEBP/s.test(bytes.toString('latin1', 0, 12))) return 'image/webp';
  return undefined;
}

/**
 * Leaves out EXIF (the place where a photo was taken), XMP, comments and whatever follows the picture's end. The way it
 * is held stays, so that photos of phones do not lie on their side. Undefined when it is no whole picture of the kinds
 * that `pictureTypeOf` knows.
 */
export function barePicture(bytes: Buffer): BarePicture | undefined {
  const type = pictureTypeOf(bytes);
  const parts = type && CLEANERS[type](bytes);
  return type && parts && { type, bytes: Buffer.concat(parts) };
}

/** Each gives the parts of a picture that a viewer needs, in order; undefined when it is cut off or not well made. */
const CLEANERS: Readonly<Record<PictureType, (bytes: Buffer) => Buffer[] | undefined>> = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
  'image/gif': bareGif,
};

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a viewer needs. The rest (eXIf, tEXt, iTXt, tIME…) can name the owner or the place. */
const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
);

function barePng(bytes: Buffer): Buffer[] | undefined {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return undefined;
    if (PNG_KEPT.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return parts;
    at = end;
  }
  return undefined;
}
