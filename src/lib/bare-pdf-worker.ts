import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { barePdf } from './bare-pdf.ts';

// The thread that `pdf-room.ts` starts for one PDF: it may take all its memory or never end, and is stopped then.
parentPort?.postMessage({ ready: true }); // reading the library in takes its time on a busy machine
void barePdf(z.instanceof(Uint8Array).parse(workerData)).then((cleaned) => {
  parentPort?.postMessage(cleaned);
});
