import { bareExif } from './bare-exif.ts';

/** What a viewer needs. The rest (EXIF, XMP and what nobody has named) can name the owner or the place. */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const [EXIF_FLAG, XMP_FLAG] = [0x08, 0x04]; // in the first byte of VP8X

/** The parts of a WebP that a viewer needs, and how the camera was held; undefined when it is cut off. */
export function bareWebp(bytes: Buffer): Buffer[] | undefined {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return undefined;
  const parts: Buffer[] = [];
  let exif: Buffer | undefined;
  for (let at = 12; at < end;) {
    if (at + 8 > end) return undefined;
    const size = bytes.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2); // chunks begin at even places
    if (at + 8 + size > end) return undefined;
    const name = bytes.toString('latin1', at, at + 4);
    if (KEPT.has(name)) parts.push(chunk(name, bytes.subarray(at + 8, at + 8 + size)));
    if (name === 'EXIF') exif = bareExif(bytes.subarray(at + 8, at + 8 + size));
    at = next;
  }
  if (!parts.some(isPicture)) return undefined;
  const body = [
    ...parts.map((part) => withFlags(part, exif)),
    ...(exif ? [chunk('EXIF', exif)] : []),
  ];
  return [headOf(body), ...body];
}

function isPicture(part: Buffer): boolean {
  return ['VP8 ', 'VP8L', 'ANMF'].includes(part.toString('latin1', 0, 4));
}

/** The flags say which chunks there are. */
function withFlags(part: Buffer, exif: Buffer | undefined): Buffer {
  if (part.toString('latin1', 0, 4) !== 'VP8X' || part.length < 9) return part;
  const flagged = Buffer.from(part);
  flagged[8] = ((part[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (exif === undefined ? 0 : EXIF_FLAG);
  return flagged;
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function headOf(body: readonly Buffer[]): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  const size = body.reduce((sum, { length }) => sum + length, 4);
  head.writeUInt32LE(size, 4);
  return head;
}
