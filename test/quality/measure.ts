import { loadConfig } from '../../src/config.ts';
import { LocalConversation, openHere } from '../../src/cli/local-conversation.ts';
import type { Here, Outcome } from '../../src/bot/turn.ts';
import type { Case, Question } from './question-sets.ts';

/** What became of one question. */
export type Result = {
  set: string;
  question: Question;
  kind: string;
  ids: readonly string[];
  facet: string | undefined;
  rank: number | undefined;
  isKindRight: boolean;
  isFacetRight: boolean;
  ms: number;
};

/** Asks every case of the real bot with the real knowledge. */
export async function measure(cases: readonly Case[], now: Date): Promise<Result[]> {
  const heres = new Map<string, Here>();
  const results: Result[] = [];
  for (const one of cases) {
    const slug = one.commune ?? 'nam-dan';
    const here = heres.get(slug) ?? (await openHere(loadConfig({}), slug, now));
    heres.set(slug, here);
    const conversation = new LocalConversation(here, () => now);
    for (const question of one.turns) {
      const started = performance.now();
      const { outcome } = conversation.say(question.question);
      results.push(judge(one.set, question, { outcome, ms: performance.now() - started }));
    }
  }
  return results;
}

type Said = { outcome: Outcome | undefined; ms: number };

function judge(set: string, question: Question, { outcome, ms }: Said): Result {
  const kind = outcome?.kind ?? 'none';
  const hits = (outcome?.hits ?? []).filter((hit) => hit.kind !== 'intent');
  const ids = hits.map(({ id }) => id);
  return {
    set,
    question,
    kind,
    ids,
    facet: outcome?.facet,
    rank: rankOf(question, ids),
    isKindRight: isKindRight(question, kind),
    isFacetRight: isFacetRight(question, outcome?.facet),
    ms,
  };
}

/** Where the first acceptable answer stands, from 0; for two needs, how far the later of them is off the top. */
function rankOf({ codes, ids: answers, all, groups }: Question, ids: readonly string[]) {
  const wanted = [...codes, ...answers];
  if (all === true) return rankOfAll(groups ?? wanted.map((id) => [id]), ids);
  const first = ids.findIndex((id) => wanted.includes(id));
  return first < 0 ? undefined : first;
}

function rankOfAll(groups: readonly (readonly string[])[], ids: readonly string[]) {
  const ranks = groups.map((group) => ids.findIndex((id) => group.includes(id)));
  return ranks.some((rank) => rank < 0) ? undefined : Math.max(...ranks) - (groups.length - 1);
}

function isFacetRight({ facet, facets }: Question, actual: string | undefined): boolean {
  // A matter that is merely named is answered with all of it, or with how it is done.
  if (facet === null) return actual === undefined || actual === 'steps';
  const accepted = facets ?? (facet === undefined ? [] : [facet]);
  return accepted.length === 0 || accepted.some((one) => one === actual);
}

/** Asking which of several is a fair answer wherever a procedure or an answer is wanted. */
function isKindRight({ kind, kinds }: Question, actual: string): boolean {
  const accepted = kinds ?? (kind === undefined ? [] : [kind]);
  if (accepted.length === 0) return true;
  const mayAsk = accepted.some((one) =>
    ['answer', 'faq', 'out', 'office', 'pakn', 'plan'].includes(one),
  );
  return accepted.some((one) => one === actual) || (mayAsk && actual === 'choose');
}
