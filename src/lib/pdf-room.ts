import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** `too-heavy`: it unpacks to more than this machine should bear, or takes too long. */
export type PdfRoomRefusal = 'locked' | 'broken' | 'too-heavy';
export type PdfResult = { bytes: Buffer } | { refused: PdfRoomRefusal };

/** How long the cleaning may take, and by how much this process may grow meanwhile. */
export type PdfLimits = { ms: number; growthBytes: number };

const LIMITS: PdfLimits = { ms: 60_000, growthBytes: 512 * 2 ** 20 };
const LOOK_MS = 25;
const HEAP_MB = 256;

const messageSchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ bytes: z.instanceof(Uint8Array) }),
  z.object({ refused: z.enum(['locked', 'broken']) }),
]);

/**
 * Cleans a PDF as `barePdf` does, in a thread of its own: a few kilobytes can be packed so that they unpack to
 * gigabytes, and what residents send must not stop the program. Never rejects.
 */
export function cleanPdf(bytes: Buffer, limits: PdfLimits = LIMITS): Promise<PdfResult> {
  const worker = startWorker(bytes);
  return new Promise((resolve) => {
    let watch: NodeJS.Timeout | undefined;
    const end = (result: PdfResult) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(result);
    };
    worker.on('message', (message: unknown) => {
      const { data } = messageSchema.safeParse(message);
      if (data === undefined) end({ refused: 'broken' });
      else if ('bytes' in data) end({ bytes: Buffer.from(data.bytes) });
      else if ('refused' in data) end(data);
      else
        watch = whenTooMuch(limits, () => {
          end({ refused: 'too-heavy' });
        });
    });
    worker.once('exit', () => {
      end({ refused: 'broken' }); // says nothing new when it has answered
    });
    worker.once('error', () => {
      end({ refused: 'too-heavy' }); // out of its heap: whatever else goes wrong in there is caught there
    });
  });
}

/** Array buffers count in no limit of a thread, so that the size of the whole process is watched. */
function whenTooMuch({ ms, growthBytes }: PdfLimits, stop: () => void): NodeJS.Timeout {
  const [start, before] = [Date.now(), process.memoryUsage.rss()];
  return setInterval(() => {
    const growth = process.memoryUsage.rss() - before;
    if (Date.now() - start > ms || growth > growthBytes) stop();
  }, LOOK_MS);
}

const OPTIONS = {
  resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  stdout: true, // what the library remarks about a file is of no use to anybody
  stderr: true,
};

/** The thread runs the file beside this one: compiled like this one, or by tsx in tests and `npm run dev`. */
function startWorker(bytes: Buffer): Worker {
  const options = { ...OPTIONS, workerData: Uint8Array.from(bytes) };
  if (import.meta.url.endsWith('.js')) {
    return new Worker(new URL('./bare-pdf-worker.js', import.meta.url), options);
  }
  const path = fileURLToPath(new URL('./bare-pdf-worker.ts', import.meta.url));
  const script = `require('tsx/cjs/api').register(); require(${JSON.stringify(path)})`;
  return new Worker(script, { ...options, eval: true });
}
