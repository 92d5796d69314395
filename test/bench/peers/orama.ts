import { create, insertMultiple, search } from '@orama/orama';
import { foldMarks, type Peer, WANTED } from './peer.ts';

/** Orama: BM25 with the title counting double. It folds no Vietnamese, so it gets folded text. */
export const orama: Peer = {
  name: 'Orama',
  build: async (entries) => {
    const schema = {
      code: 'string',
      title: 'string',
      shortName: 'string',
      aliases: 'string',
    } as const;
    const database = create({ schema });
    await insertMultiple(
      database,
      entries.map(({ id, title, shortName, aliases }) => ({
        code: id,
        title: foldMarks(title),
        shortName: foldMarks(shortName),
        aliases: foldMarks(aliases),
      })),
    );
    return async (question) => {
      const { hits } = await search(database, {
        term: foldMarks(question),
        properties: ['title', 'shortName', 'aliases'],
        boost: { title: 2, shortName: 2 },
        limit: WANTED,
      });
      return hits.map(({ document }) => document.code);
    };
  },
};
