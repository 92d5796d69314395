import lunr from 'lunr';
import { foldedWords, foldMarks, type Peer, WANTED } from './peer.ts';

/** lunr: TF-IDF with the title counting double, without its English stemmer and stop words. */
export const lunrPeer: Peer = {
  name: 'lunr',
  build: (entries) => {
    const index = lunr((builder) => {
      builder.pipeline.reset();
      builder.searchPipeline.reset();
      builder.ref('id');
      builder.field('title', { boost: 2 });
      builder.field('shortName', { boost: 2 });
      builder.field('aliases');
      for (const { id, title, shortName, aliases } of entries) {
        builder.add({
          id,
          title: foldMarks(title),
          shortName: foldMarks(shortName),
          aliases: foldMarks(aliases),
        });
      }
    });
    return (question) => {
      const words = [...new Set(foldedWords(question))];
      const found = index.query((query) => {
        for (const word of words) query.term(word, {});
      });
      return found.slice(0, WANTED).map(({ ref }) => ref);
    };
  },
};
