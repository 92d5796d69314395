import { fieldName } from '../../knowledge/fields.ts';
import type { Procedure } from '../../knowledge/procedure.ts';
import type { TextEvent } from '../../model/event.ts';
import type { Hit, Understanding } from '../../search/search.ts';
import { answer, message, say } from '../outcome.ts';
import * as show from '../procedure-texts.ts';
import { texts } from '../texts.ts';
import type { Handler, Here } from '../turn.ts';
import { findProcedure } from './procedure.ts';

const MOST_NEEDS = 3;
const LEAST_WORDS = 2; // a shorter piece is a remark, not a need
const MOST_WORDS = 26; // a longer message is a story, and its "và" joins events, not needs
const SURE_SCORE = 0.4;
const BETWEEN_NEEDS =
  /\s*[;+]\s*|,?\s+(?:và|va|với lại|voi lai|ngoài ra|ngoai ra|đồng thời|dong thoi|vừa|vua)\s+/giu;

type Need = { understanding: Understanding; hit: Hit; procedure: Procedure };

/** Answers a message that names two or three needs, one after another: "tách hộ với lại đổi chủ hộ". */
export const answerSeveral: Handler<TextEvent> = (turn) => {
  const { here, event } = turn;
  const whole = here.search(event.text);
  const needs = needsIn(here, event.text);
  const [best] = whole.hits;
  // One procedure that fits the whole message better than any piece of it is one need.
  const isOneNeed = needs.some(({ hit }) => hit.id === best?.id && best.score > hit.score);
  if (needs.length < 2 || isOneNeed) return undefined;
  const named = needs.map(({ procedure }) => procedure);
  const text = [texts.severalNeeds(needs.length), ...named.map((one) => shortCard(one, here.day))];
  const choices = named.map(({ shortName, code }) => say(shortName, { do: 'procedure', code }));
  const asked = new Set(needs.map(({ hit }) => hit.id));
  return {
    ...answer(turn, [message(text.join('\n\n'), choices)], { handler: 'several', kind: 'answer' }),
    facet: whole.facet,
    hits: [...needs.map(({ hit }) => hit), ...whole.hits.filter(({ id }) => !asked.has(id))],
    explanation: whole.explanation,
  };
};

/** The procedures that the pieces of a message ask for; none unless every piece names its own, surely. */
function needsIn(here: Here, text: string): Need[] {
  if (wordCount(text) > MOST_WORDS) return [];
  const pieces = ` ${text} `
    .split(BETWEEN_NEEDS)
    .filter((piece) => wordCount(piece) >= LEAST_WORDS);
  if (pieces.length < 2 || pieces.length > MOST_NEEDS) return [];
  const needs = pieces.map((piece) => needIn(here, piece)).filter((need) => need !== undefined);
  const ids = new Set(needs.map(({ hit }) => hit.id));
  return ids.size === pieces.length ? needs : [];
}

function needIn(here: Here, piece: string): Need | undefined {
  const understanding = here.search(piece);
  const [hit] = understanding.hits;
  if (hit?.kind !== 'procedure' || hit.score < SURE_SCORE) return undefined;
  const procedure = findProcedure(here, hit.id);
  return procedure && { understanding, hit, procedure };
}

/** Papers, fee, time and place of one procedure, with its source. */
function shortCard(procedure: Procedure, day: string): string {
  return [
    `${procedure.shortName} (${fieldName(procedure.field)})`,
    `• Giấy tờ chính: ${show.documentsInShort(procedure, day)}`,
    `• Lệ phí: ${show.feesInShort(procedure, day)}`,
    `• Thời hạn: ${show.timeInShort(procedure)}`,
    `• Nộp tại: ${procedure.agency.submitTo}`,
    show.sourceLine(procedure),
  ].join('\n');
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
