/** A picture without the data about who took it, where and with what. */
export type BarePicture = { type: 'image/jpeg' | 'image/png'; bytes: Buffer };

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a viewer needs. The rest (eXIf, tEXt, iTXt, tIME…) can name the owner or the place. */
const PNG_KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '),
);

const [START, END, SCAN, APP0, APP1, APP2, APP14, APP15, COMMENT] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
];
const ORIENTATION_TAG = 0x0112;

/**
 * Reads a JPEG or PNG by its own bytes, whatever its name says, and leaves out EXIF (the place where a photo was taken),
 * comments and whatever follows its end. The way it is held stays, so that photos of phones do not lie on their side.
 * Undefined when it is no whole picture of these kinds.
 */
export function barePicture(bytes: Buffer): BarePicture | undefined {
  if (bytes.subarray(0, 8).equals(PNG_HEAD)) return asPicture('image/png', barePng(bytes));
  if (bytes[0] === 0xff && bytes[1] === START) return asPicture('image/jpeg', bareJpeg(bytes));
  return undefined;
}

function asPicture(
  type: BarePicture['type'],
  parts: Buffer[] | undefined,
): BarePicture | undefined {
  return parts && { type, bytes: Buffer.concat(parts) };
}

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

function bareJpeg(bytes: Buffer): Buffer[] | undefined {
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === END) return [...parts, bytes.subarray(at, at + 2)];
    if (at + 4 > bytes.length) return undefined;
    const bodyEnd = at + 2 + bytes.readUInt16BE(at + 2);
    const end = marker === SCAN ? endOfScan(bytes, bodyEnd) : bodyEnd;
    if (end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (isNeeded(marker, segment)) parts.push(segment);
    else if (marker === APP1) parts.push(...orientationOnly(segment));
    at = end;
  }
  return undefined;
}

/** The data of a scan have no length; they end at the next marker that is neither padding nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7))
      return at;
  }
  return bytes.length;
}

/** Tables and frames, the JFIF head, colours (ICC, Adobe). All other application data go. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === APP0 || marker === APP14) return true;
  if (marker === APP2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
  return marker !== COMMENT && (marker < APP0 || marker > APP15);
}

/** An EXIF segment that holds nothing but how the camera was held; none when it was held upright or does not say. */
function orientationOnly(segment: Buffer): Buffer[] {
  const orientation = orientationOf(segment);
  if (orientation === undefined || orientation === 1) return [];
  const bare = Buffer.from(
    'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000',
    'hex',
  );
  bare.writeUInt16BE(orientation, 28);
  return [bare];
}

function orientationOf(segment: Buffer): number | undefined {
  const tiff = segment.subarray(10);
  if (segment.toString('latin1', 4, 8) !== 'Exif' || tiff.length < 14) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  for (let i = 0; i < short(first); i++) {
    const at = first + 2 + i * 12;
    if (at + 12 > tiff.length) return undefined;
    const value = short(at + 8);
    if (short(at) === ORIENTATION_TAG) return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
