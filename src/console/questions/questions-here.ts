import { isLive, liveProcedures } from '../../knowledge/knowledge.ts';
import type { LocalProcedure } from '../../knowledge/override.ts';
import { fold } from '../../lib/fold.ts';
import { vietnamDay } from '../../lib/clock.ts';
import type { Role } from '../../model/officer.ts';
import { QuestionReader } from '../../search/question.ts';
import { tokenize } from '../../search/token.ts';
import type { OfficerVisit } from '../frame/route.ts';
import { type ContentWords, groupQuestions, type QuestionGroup, syllablesOf } from './groups.ts';

/** Who teaches the bot. */
export const EDITORS = ['editor'] as const satisfies Role[];

/** What the bot could not answer in the officer's commune, put together by likeness. */
export function questionGroupsHere({ services, officer }: OfficerVisit): QuestionGroup[] {
  const here = services.store
    .unansweredQuestions()
    .filter(({ communeSlug }) => communeSlug === officer.communeSlug);
  const reader = new QuestionReader(services.knowledge().vocabulary);
  const contentOf: ContentWords = (text) => {
    const content = new Set(reader.content(tokenize(text)).map(({ syllable }) => syllable));
    return content.size > 0 ? content : syllablesOf(text);
  };
  return groupQuestions(here, contentOf);
}

/** The group that a question belongs to; those of other communes do not exist here. */
export function groupWith(visit: OfficerVisit, id: string): QuestionGroup | undefined {
  return questionGroupsHere(visit).find(({ questions }) => questions.some((one) => one.id === id));
}

/** Procedures that the commune does, its own ones too, and whose names or everyday words have all these words. */
export function findProcedures({ commune, now }: OfficerVisit, text: string) {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return liveProcedures(commune, vietnamDay(now)).filter(({ code, name, shortName, aliases }) => {
    return [code, name, shortName, ...aliases].some((one) => hasAll(fold(one), wanted));
  });
}

/** The procedures that the bot came nearest to. */
export function nearestOf({ questions }: QuestionGroup, visit: OfficerVisit): LocalProcedure[] {
  const day = vietnamDay(visit.now);
  return [...new Set(questions.flatMap(({ nearest }) => nearest))]
    .map((code) => visit.commune.procedures.get(code))
    .filter((one) => one !== undefined && isLive(one, day))
    .filter((one) => one !== undefined);
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
