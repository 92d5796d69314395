import { formatDay } from '../../lib/clock.ts';
import { isLive } from '../../knowledge/knowledge.ts';
import type { Answer } from '../../knowledge/answer.ts';
import { answer, link, message, say } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Here, Outcome, Turn } from '../turn.ts';
import { findProcedure } from './procedure.ts';

/** The written answer with this id that is in use today; one that the commune wrote wins over the shared one. */
export function findAnswer({ local, knowledge, day }: Here, id: string): Answer | undefined {
  return [...local.answers, ...knowledge.answers].find(
    (candidate) => candidate.id === id && isLive(candidate, day),
  );
}

/** Answers with a text that staff wrote: how things work, or whose work it is when it is not the commune's. */
export function answerWritten(turn: Turn, written: Answer): Outcome {
  const isReferral = written.kind === 'referral';
  const text = [
    ...(isReferral ? [texts.referralLead] : []),
    ...written.answer,
    '',
    `Nguồn: ${written.source.title}. Kiểm tra ngày ${formatDay(written.checkedOn)}.`,
  ].join('\n');
  const procedures = written.procedures
    .map((code) => findProcedure(turn.here, code))
    .filter((procedure) => procedure !== undefined)
    .map(({ code, shortName }) => say(shortName, { do: 'procedure', code }));
  const pages = written.links.map(({ title, url }) => link(title, url));
  return answer(turn, [message(text, [...procedures.slice(0, 3), ...pages])], {
    handler: isReferral ? 'referral' : 'written-answer',
    kind: isReferral ? 'out' : written.plan === undefined ? 'faq' : 'plan',
    shown: [written.id],
    ...(written.plan && { topic: { kind: 'plan', id: written.plan } }),
  });
}
