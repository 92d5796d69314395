import { bareExif } from './bare-exif.ts';

const [END, SCAN, APP0, APP1, APP2, APP14, APP15, COMMENT] = [
  0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
];

/** The parts of a JPEG that a viewer needs, and how the camera was held; undefined when it is cut off. */
export function bareJpeg(bytes: Buffer): Buffer[] | undefined {
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
  const isExif = segment.toString('latin1', 4, 10) === EXIF;
  const exif = isExif ? bareExif(segment.subarray(10)) : undefined;
  if (exif === undefined) return [];
  const head = Buffer.from([0xff, APP1, 0, 2 + EXIF.length + exif.length]);
  return [head, Buffer.from(EXIF, 'latin1'), exif];
}

const EXIF = 'Exif\0\0';
