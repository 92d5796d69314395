import { Index } from 'flexsearch';
import { foldedWords, type Peer, WANTED } from './peer.ts';

/** FlexSearch alone: whole syllables, any of which may match. Its fields cannot be weighted, so they are one text. */
export const flexsearch: Peer = {
  name: 'FlexSearch',
  build: (entries) => {
    const index = new Index({ tokenize: 'strict', encode: foldedWords, cache: false });
    entries.forEach(({ title, shortName, aliases }, i) => {
      index.add(i, `${title} ${shortName} ${aliases}`);
    });
    return (question) =>
      index
        .search(question, { suggest: true, limit: WANTED })
        .map((i) => entries[Number(i)]?.id ?? '');
  },
};
