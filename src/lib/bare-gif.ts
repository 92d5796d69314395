const [IMAGE, EXTENSION, END] = [0x2c, 0x21, 0x3b];
const [CONTROL, APPLICATION] = [0xf9, 0xff];
/** Extensions that say how often an animation plays. Any other (XMP, a comment) can name somebody. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** The parts of a GIF that a viewer needs; undefined when it is cut off. */
export function bareGif(bytes: Buffer): Buffer[] | undefined {
  if (bytes.length < 13) return undefined;
  const start = 13 + coloursOf(bytes, 10);
  const parts = [bytes.subarray(0, start)];
  for (let at = start; at < bytes.length;) {
    const mark = bytes[at];
    if (mark === END) return [...parts, bytes.subarray(at, at + 1)];
    const body = bodyOf(bytes, at);
    const end = body === undefined ? undefined : endOfBlocks(bytes, body);
    if (end === undefined) return undefined;
    if (isNeeded(bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Where the data of an image or extension begin; undefined for anything else. */
function bodyOf(bytes: Buffer, at: number): number | undefined {
  if (bytes[at] === EXTENSION) return at + 2;
  if (bytes[at] !== IMAGE) return undefined;
  return at + 10 + coloursOf(bytes, at + 9) + 1; // the table of colours, then one byte of the compression
}

/** How long the table of colours is that the flags at this place announce. */
function coloursOf(bytes: Buffer, at: number): number {
  const flags = bytes[at] ?? 0;
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Data come in blocks with their length in front, up to an empty one. */
function endOfBlocks(bytes: Buffer, from: number): number | undefined {
  for (let at = from; at < bytes.length;) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}

function isNeeded(bytes: Buffer, at: number): boolean {
  if (bytes[at] === IMAGE) return true;
  const kind = bytes[at + 1];
  if (kind === CONTROL) return true;
  return kind === APPLICATION && LOOPS.has(bytes.toString('latin1', at + 3, at + 14));
}
