import { barePicture, type PictureType, pictureTypeOf } from './bare-picture.ts';
import { cleanPdf } from './pdf-room.ts';

/** A picture or PDF without the data about who made it, where and with what. */
export type BareFile = { type: PictureType | 'application/pdf'; bytes: Buffer };

/** Why a file is not kept. `heic`: the iPhone's own format; `office`: Word, Excel and other archives. */
export type FileRefusal =
  | 'heic'
  | 'office'
  | 'not-accepted'
  | 'picture-broken'
  | 'pdf-locked'
  | 'pdf-broken'
  | 'pdf-too-heavy';

/** Tells a file by its own bytes, whatever its name says, and cleans it. Never rejects. */
export async function bareFile(bytes: Buffer): Promise<BareFile | { refused: FileRefusal }> {
  if (pictureTypeOf(bytes) !== undefined) {
    return barePicture(bytes) ?? { refused: 'picture-broken' };
  }
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  if (!head.includes('%PDF-')) return { refused: refusalOf(head) };
  const cleaned = await cleanPdf(bytes);
  if ('bytes' in cleaned) return { type: 'application/pdf', bytes: cleaned.bytes };
  return { refused: `pdf-${cleaned.refused}` };
}

const HEAD_BYTES = 1024; // readers find the head of a PDF within so many, whatever stands before it

/** ISO 23008-12: a HEIF file begins with the brands that it can be read as. */
const HEIF = /^.{4}ftyp.{0,32}?(?:hei[cmsx]|hev[cx]|mif1|msf1|avif)/s;
const ARCHIVE = /^(?:PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf)/;

function refusalOf(head: string): FileRefusal {
  if (HEIF.test(head)) return 'heic';
  return ARCHIVE.test(head) ? 'office' : 'not-accepted';
}
