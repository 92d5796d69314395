/** A JPEG in small: all its segments are there, its scan is not a picture of anything. */
export function jpeg({
  order = 'II',
  orientation = 1,
}: { order?: 'II' | 'MM'; orientation?: number } = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(
      0xe1,
      Buffer.concat([
        Buffer.from('Exif\0\0', 'latin1'),
        tiff(order, orientation),
        Buffer.from('GPS 22.5 104.5'),
      ]),
    ),
    segment(0xfe, Buffer.from('secret comment')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xda, Buffer.alloc(10, 2)),
    Buffer.from('scan data \xff\x00 with stuffing \xff\xd0 and a restart', 'latin1'),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A PNG in small, with a text that names somebody. Checksums are not looked at by anybody here. */
export function png(): Buffer {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.alloc(13, 1)),
    chunk('tEXt', Buffer.from('Author\0secret author')),
    chunk('IDAT', Buffer.alloc(20, 3)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A WebP in small, with the place where it was taken and XMP. Its flags say so, and that it has an alpha channel. */
export function webp({ orientation = 1 }: { orientation?: number } = {}): Buffer {
  const body = Buffer.concat([
    webpChunk('VP8X', Buffer.from([0x1c, 0, 0, 0, 1, 0, 0, 1, 0, 0])),
    webpChunk('VP8 ', Buffer.from('picture data')),
    webpChunk('EXIF', Buffer.concat([tiff('II', orientation), Buffer.from('GPS 22.5')])),
    webpChunk('XMP ', Buffer.from('secret author')),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

/** A GIF in small that plays for ever, with a comment and XMP. */
export function gif(): Buffer {
  return Buffer.concat([
    Buffer.from('GIF89a\x01\0\x01\0\x80\0\0', 'latin1'),
    Buffer.alloc(6, 7),
    Buffer.from('!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1'),
    Buffer.from('!\xfe\x0esecret comment\0', 'latin1'),
    Buffer.from('!\xff\x0bXMP DataXMP\x0asecret xmp\0', 'latin1'),
    Buffer.from('!\xf9\x04\0\0\0\0\0', 'latin1'),
    Buffer.from(',\0\0\0\0\x01\0\x01\0\0\x02\x0cpicture data\0', 'latin1'),
    Buffer.from(';'),
  ]);
}

function webpChunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), length, body, Buffer.alloc(body.length % 2)]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function chunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
}

function tiff(order: 'II' | 'MM', orientation: number): Buffer {
  const upright =
    order === 'II'
      ? '49492a0008000000' + '0100' + '120103000100000001000000' + '00000000'
      : '4d4d002a00000008' + '0001' + '011200030000000100010000' + '00000000';
  const bytes = Buffer.from(upright, 'hex');
  bytes[order === 'II' ? 18 : 19] = orientation;
  return bytes;
}
