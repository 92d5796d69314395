import { z } from 'zod';
import bm25 from 'wink-bm25-text-search';
import { foldedWords, type Peer, WANTED } from './peer.ts';

const resultsSchema = z.array(z.tuple([z.coerce.number(), z.number()]));

/** wink-bm25: BM25F with the title counting double. It takes no fewer than three documents. */
export const wink: Peer = {
  name: 'wink-bm25',
  build: (entries) => {
    const engine = bm25();
    engine.defineConfig({ fldWeights: { title: 2, shortName: 2, aliases: 1 } });
    engine.definePrepTasks([foldedWords]);
    entries.forEach(({ title, shortName, aliases }, i) => {
      engine.addDoc({ title, shortName, aliases }, i);
    });
    engine.consolidate();
    return (question) =>
      resultsSchema.parse(engine.search(question, WANTED)).map(([i]) => entries[i]?.id ?? '');
  },
};
