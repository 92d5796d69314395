const ORIENTATION_TAG = 0x0112;

/**
 * EXIF (a TIFF block) that holds nothing but how the camera was held; undefined when it was held upright or the block
 * does not say. Never throws, whatever the bytes.
 */
export function bareExif(tiff: Buffer): Buffer | undefined {
  const orientation = orientationOf(tiff);
  if (orientation === undefined || orientation === 1) return undefined;
  const bare = Buffer.from(
    '4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000',
    'hex',
  );
  bare.writeUInt16BE(orientation, 18);
  return bare;
}

function orientationOf(tiff: Buffer): number | undefined {
  if (tiff.length < 14) return undefined;
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
