import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** `too-heavy`: it unpacks to more than this machine should bear, or takes too long. */
export type PdfRoomRefusal = 'locked' | 'broken' | 'too-heavy';
export type PdfResult = { bytes: Buffer } | { refused: PdfRoomRefusal };

export type PdfLimits = { ms: number; growthBytes: number };

const LIMITS: PdfLimits = { ms: 20_000, growthBytes: 384 * 2 ** 20 };
const LOOK_MS = 25;
const HEAP_MB = 256;

const answerSchema = z.union([
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
    const end = (result: PdfResult) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(result);
    };
    const [start, before] = [Date.now(), process.memoryUsage.rss()];
    const watch = setInterval(() => {
      const growth = process.memoryUsage.rss() - before; // array buffers count in no limit of a worker
      if (Date.now() - start > limits.ms || growth > limits.growthBytes)
        end({ refused: 'too-heavy' });
    }, LOOK_MS);
    worker.once('message', (message: unknown) => {
      const { data } = answerSchema.safeParse(message);
      if (data === undefined) end({ refused: 'broken' });
      else end('bytes' in data ? { bytes: Buffer.from(data.bytes) } : data);
    });
    worker.once('error', () => {
      end({ refused: 'too-heavy' }); // out of its heap: whatever else goes wrong in there is caught there
    });
  });
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
  const { href } = new URL('./bare-pdf-worker.ts', import.meta.url);
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport('${href}', '${href}'))`;
  return new Worker(script, { ...options, eval: true });
}
