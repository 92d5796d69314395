/** A file in a multipart form. */
export type FormFile = { name: string; contentType: string; bytes: Buffer };

const BLANK_LINE = '\r\n\r\n';

/** The form field `file` of a multipart body, or undefined if there is none. Enough for the uploads of Zalo's clients. */
export function readFormFile(body: Buffer, contentType: string): FormFile | undefined {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const mark = `--${boundary}`;
  let at = body.indexOf(mark);
  while (at !== -1) {
    const start = at + mark.length;
    const end = body.indexOf(`\r\n${mark}`, start);
    if (end === -1) return undefined;
    const file = readPart(body.subarray(start, end));
    if (file !== undefined) return file;
    at = end + 2;
  }
  return undefined;
}

function readPart(part: Buffer): FormFile | undefined {
  const split = part.indexOf(BLANK_LINE);
  const headers = part.subarray(0, Math.max(0, split)).toString('utf8');
  const name = /[; ]filename="([^"]*)"/i.exec(headers)?.[1];
  if (name === undefined || !/[; ]name="file"/i.test(headers)) return undefined;
  const contentType = /^content-type:\s*(\S+)/im.exec(headers)?.[1] ?? 'application/octet-stream';
  return { name, contentType, bytes: part.subarray(split + BLANK_LINE.length) };
}
