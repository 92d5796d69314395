import type { IncomingMessage } from 'node:http';

/** A request that is refused with an HTTP status of the caller's own making (4xx). */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
  }
}

/**
 * The bytes of a request as they were sent, which is what a signature covers. Throws RequestError for a compressed
 * body (Zalo sends none) and for one over the limit, which is not kept in memory. Half the cost of a body parser.
 */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const announced = Number(request.headers['content-length'] ?? 0);
  if (encoding !== 'identity' || announced > mostBytes) {
    request.resume(); // let the caller finish writing, so that it reads the answer
    const status = encoding === 'identity' ? 413 : 415;
    return Promise.reject(new RequestError(status, 'body refused'));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) {
        chunks.length = 0;
        reject(new RequestError(413, 'body too large'));
      } else chunks.push(chunk);
    });
    request.once('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
    });
    request.once('error', reject);
    request.once('aborted', () => {
      reject(new RequestError(400, 'the caller hung up'));
    });
  });
}
