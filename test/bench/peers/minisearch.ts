import MiniSearch from 'minisearch';
import { foldMarks, type Peer, WANTED } from './peer.ts';

/** MiniSearch: BM25+ with the title counting double. Prefix and fuzzy matching made it worse here. */
export const minisearch: Peer = {
  name: 'MiniSearch',
  build: (entries) => {
    const index = new MiniSearch({
      fields: ['title', 'shortName', 'aliases'],
      processTerm: foldMarks,
      searchOptions: { boost: { title: 2, shortName: 2 } },
    });
    index.addAll(entries);
    return (question) =>
      index
        .search(question)
        .slice(0, WANTED)
        .map(({ id }) => String(id));
  },
};
