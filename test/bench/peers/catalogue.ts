import type { CommuneKnowledge, Knowledge } from '../../../src/knowledge/knowledge.ts';
import { createSearch } from '../../../src/search/search.ts';
import { TODAY } from '../../helpers/build.ts';
import { readCases } from '../../quality/question-sets.ts';
import type { Ask, Entry } from './peer.ts';

/** A question with the codes that answer it. */
export type Asked = { set: string; question: string; codes: readonly string[] };

/** A catalogue of some size: what our search is built from, and what the peers index. */
export type Catalogue = {
  knowledge: Knowledge;
  local: CommuneKnowledge;
  entries: readonly Entry[];
  questions: readonly Asked[];
};

/** Questions of one need that a procedure answers, from the half that nobody looks at while tuning. */
export function questionsOfOneNeed(): Asked[] {
  return readCases('report').flatMap(({ set, turns: [first, second] }) =>
    first === undefined || second !== undefined || first.all === true || first.codes.length === 0
      ? []
      : [{ set, question: first.question, codes: first.codes }],
  );
}

/** Keeps the procedures most asked for, up to a size, and the questions they answer. */
export function catalogueOf(knowledge: Knowledge, size: number): Catalogue {
  const [whole] = knowledge.communes.values();
  if (whole === undefined) throw new Error('no commune in the knowledge');
  const all = questionsOfOneNeed();
  const times = new Map<string, number>();
  for (const code of all.flatMap(({ codes }) => codes)) times.set(code, (times.get(code) ?? 0) + 1);
  const kept = [...whole.procedures.entries()]
    .sort(([a], [b]) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
    .slice(0, size);
  const procedures = new Map(kept);
  const local = { ...whole, procedures };
  return {
    knowledge: { ...knowledge, procedures, communes: new Map([[local.commune.slug, local]]) },
    local,
    entries: kept.map(([id, { name, shortName, aliases }]) => ({
      id,
      title: name,
      shortName,
      aliases: [...aliases, ...(knowledge.examples.get(id) ?? [])].join(' . '),
    })),
    questions: all.filter(({ codes }) => codes.some((code) => procedures.has(code))),
  };
}

/** Our search as the peers are asked: procedures only, best first. */
export function ours({ knowledge, local }: Catalogue): Ask {
  const search = createSearch(knowledge, local, TODAY);
  return (question) =>
    search(question)
      .hits.filter(({ kind }) => kind === 'procedure')
      .map(({ id }) => id);
}
