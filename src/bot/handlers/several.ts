import { fieldName } from '../../knowledge/fields.ts';
import type { Procedure } from '../../knowledge/procedure.ts';
import type { TextEvent } from '../../model/event.ts';
import type { Choice } from '../../model/reply.ts';
import { answer, message, say } from '../outcome.ts';
import * as show from '../procedure-texts.ts';
import { texts } from '../texts.ts';
import { type Matter, type Need, needsIn } from '../needs.ts';
import type { Handler, Here } from '../turn.ts';

/** Answers a message that names two or three needs, one after another: "tách hộ với lại đổi chủ hộ". */
export const answerSeveral: Handler<TextEvent> = (turn) => {
  const { here, event } = turn;
  const whole = here.search(event.text);
  const needs = needsIn(here, event.text);
  if (needs.length < 2) return undefined;
  const text = [texts.severalNeeds(needs.length), ...needs.map((need) => shown(need, here))];
  const choices = needs.map(({ matter }) => choiceOf(matter));
  const asked = new Set(needs.map(({ hit }) => hit.id));
  return {
    ...answer(turn, [message(text.join('\n\n'), choices)], { handler: 'several', kind: 'answer' }),
    shown: needs.map(({ hit }) => hit.id),
    facet: whole.facet,
    hits: [...needs.map(({ hit }) => hit), ...whole.hits.filter(({ id }) => !asked.has(id))],
    explanation: whole.explanation,
  };
};

function choiceOf(matter: Matter): Choice {
  return matter.kind === 'procedure'
    ? say(matter.procedure.shortName, { do: 'procedure', code: matter.procedure.code })
    : say(matter.written.title, { do: 'answer', id: matter.written.id });
}

/** One need in short: of a procedure what was asked about, or the main things; of a written answer its beginning. */
function shown({ matter }: Need, { day }: Here): string {
  if (matter.kind === 'written') {
    const { title, answer: lines, source } = matter.written;
    return [title, ...lines.slice(0, 1), `Nguồn: ${source.title}.`].join('\n');
  }
  return shortCard(matter.procedure, day);
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
