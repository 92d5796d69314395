import type { Answer } from '../knowledge/answer.ts';
import type { CommuneKnowledge, Knowledge } from '../knowledge/knowledge.ts';
import { isLive } from '../knowledge/knowledge.ts';
import type { Plan } from '../knowledge/plan.ts';
import type { Procedure } from '../knowledge/procedure.ts';
import type { Intent } from '../knowledge/vocabulary.ts';

export type ItemKind = 'procedure' | 'plan' | 'faq' | 'referral' | 'intent';

/** One thing that a question can be about, with the texts it may be found by. */
export type SearchItem = {
  kind: ItemKind;
  /** The procedure code, plan id, answer id or intent name. */
  id: string;
  title: string;
  texts: readonly ItemText[];
};

/** `part` names the piece of the item that the text stands for, such as a task of a plan. */
export type ItemText = { text: string; part?: string };

/** Intents that residents wrap in sentences of their own, so that they must be searched for; the rest are exact. */
const FINDABLE_INTENTS = [
  'report',
  'report-status',
  'danger',
  'denunciation',
  'officer',
  'office',
] as const satisfies readonly Intent[];

/**
 * The items that all communes share and that are in force on this day. Among items that share equally much with a
 * question the first are kept as candidates, so a call for help stands before everything else.
 */
export function sharedItems(
  { procedures, answers, vocabulary }: Knowledge,
  day: string,
): SearchItem[] {
  const findable = [...procedures.values()].filter(
    (procedure) => isLive(procedure, day) || procedure.status === 'abolished',
  );
  return [
    ...FINDABLE_INTENTS.map((id) => ({
      kind: 'intent' as const,
      id,
      title: id,
      texts: (vocabulary.intents.entries[id] ?? []).map((text) => ({ text })),
    })),
    ...findable.map(procedureItem),
    ...answers.filter((answer) => isLive(answer, day)).map(answerItem),
  ];
}

/** The items of one commune: its plans and the answers its staff wrote. */
export function communeItems({ plans, answers }: CommuneKnowledge, day: string): SearchItem[] {
  return [
    ...plans.filter(({ status }) => status === 'published').map(planItem),
    ...answers.filter((answer) => isLive(answer, day)).map(answerItem),
  ];
}

const MOST_WORDS_OF_A_PAPER = 8;

function procedureItem({ code, name, shortName, aliases, result }: Procedure): SearchItem {
  const official = name.replace(/^thủ tục /i, '');
  // People ask for the paper they will hold in their hands: "giấy chứng nhận kết hôn".
  const papers = result.filter((paper) => paper.split(' ').length <= MOST_WORDS_OF_A_PAPER);
  const texts = [...new Set([shortName, official, ...aliases, ...papers])].map((text) => ({
    text,
  }));
  return { kind: 'procedure', id: code, title: shortName, texts };
}

function answerItem({ id, kind, title, aliases }: Answer): SearchItem {
  return { kind, id, title, texts: [title, ...aliases].map((text) => ({ text })) };
}

function planItem({ id, shortTitle, title, aliases, tasks }: Plan): SearchItem {
  const whole = [shortTitle, title, ...aliases].map((text) => ({ text }));
  const parts = tasks.map((task) => ({ text: task.text, part: task.id }));
  return { kind: 'plan', id, title: shortTitle, texts: [...whole, ...parts] };
}
