import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { barePdf } from './bare-pdf.ts';

// The thread that `pdf-room.ts` starts for one PDF: it may take all its memory or never end, and is stopped then.
parentPort?.postMessage(await barePdf(z.instanceof(Uint8Array).parse(workerData)));
