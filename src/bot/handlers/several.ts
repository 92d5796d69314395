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

type Joint = {
  between: RegExp;
  /** A longer message is a story, whose joints join events, not needs. */
  mostWords: number;
  /** How likely each piece must be what it seems. */
  sure: number;
};

/** What stands between two needs, from what hardly joins anything else to what often does. */
const JOINTS: readonly Joint[] = [
  {
    between:
      /\s*[;+]\s*|,?\s+(?:và|va|với lại|voi lai|ngoài ra|ngoai ra|đồng thời|dong thoi|vừa|vua)\s+/giu,
    mostWords: 26,
    sure: 0.4,
  },
  {
    between:
      /,?\s+(?:và|va|với|voi|rồi|roi|xong|tiện|tien|luôn|luon|sau đó|sau do|kèm|kem)(?:\s+(?:cả|ca|lại|lai|làm|lam|luôn|luon|thể|the))*\s+/giu,
    mostWords: 18,
    sure: 0.5,
  },
  { between: /\s*,\s*/gu, mostWords: 10, sure: 0.5 },
];

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
    shown: named.map(({ code }) => code),
    facet: whole.facet,
    hits: [...needs.map(({ hit }) => hit), ...whole.hits.filter(({ id }) => !asked.has(id))],
    explanation: whole.explanation,
  };
};

/** The procedures that the pieces of a message ask for; none unless two or three pieces name their own, surely. */
function needsIn(here: Here, text: string): Need[] {
  for (const { between, mostWords, sure } of JOINTS) {
    if (wordCount(text) > mostWords) continue;
    const needs = piecesOf(text, between)
      .map((piece) => needIn(here, piece, sure))
      .filter((need) => need !== undefined);
    const byId = new Map(needs.map((need) => [need.hit.id, need]));
    if (needs.length > 1 && byId.size === needs.length) return needs;
  }
  return [];
}

/** What stands between the joints; nothing when it is one piece, or too many to be needs. */
function piecesOf(text: string, between: RegExp): string[] {
  const pieces = ` ${text} `.split(between).filter((piece) => wordCount(piece) >= LEAST_WORDS);
  return pieces.length < 2 || pieces.length > MOST_NEEDS ? [] : pieces;
}

function needIn(here: Here, piece: string, sure: number): Need | undefined {
  const understanding = here.search(piece);
  const [hit] = understanding.hits;
  if (hit?.kind !== 'procedure' || hit.score < sure || !understanding.hasSubject) return undefined;
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
