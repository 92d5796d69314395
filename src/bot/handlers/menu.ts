import { FIELDS, fieldName, type FieldSlug } from '../../knowledge/fields.ts';
import { liveProcedures } from '../../knowledge/knowledge.ts';
import type { Procedure } from '../../knowledge/procedure.ts';
import { newSession, type OfferedChoice } from '../../model/session.ts';
import { toPayload } from '../action.ts';
import { message } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Outcome, Turn } from '../turn.ts';

const PROCEDURES_A_PAGE = 9;

/** The fields that have procedures, to browse by number. */
export function showMenu(turn: Turn): Outcome {
  const live = liveProcedures(turn.here.local, turn.here.day);
  const fields = FIELDS.filter(({ slug }) => live.some(({ field }) => field === slug));
  const offered = fields.map(({ slug, name, hint }) => ({
    title: `${name} (${hint})`,
    send: toPayload({ do: 'field', field: slug, page: 0 }),
  }));
  return listed(turn, { heading: texts.menu, offered, handler: 'menu' });
}

/** One page of the procedures of a field, those asked for most first. */
export function showField(turn: Turn, field: FieldSlug, page: number): Outcome {
  const { codes } = turn.here.knowledge.vocabulary.popular;
  const place = ({ code }: Procedure) => (codes.includes(code) ? codes.indexOf(code) : Infinity);
  const all = liveProcedures(turn.here.local, turn.here.day)
    .filter((one) => one.field === field)
    .sort((a, b) => (place(a) < place(b) ? -1 : Number(place(a) > place(b))));
  const start = page * PROCEDURES_A_PAGE;
  const shown = all.slice(start, start + PROCEDURES_A_PAGE);
  if (shown.length === 0) return showMenu(turn);
  const hasMore = all.length > start + PROCEDURES_A_PAGE;
  const offered = shown.map(({ code, shortName }) => ({
    title: shortName,
    send: toPayload({ do: 'procedure', code }),
  }));
  const next = { title: texts.more, send: toPayload({ do: 'field', field, page: page + 1 }) };
  const heading = texts.fieldPage(fieldName(field));
  return listed(turn, {
    heading,
    offered: hasMore ? [...offered, next] : offered,
    handler: 'field',
  });
}

type Listing = { heading: string; offered: readonly OfferedChoice[]; handler: string };

/** A numbered list longer than Zalo has buttons for: the first five are buttons, every number can be typed. */
function listed(turn: Turn, { heading, offered, handler }: Listing): Outcome {
  const lines = offered.map(({ title }, i) => `${i + 1}. ${title}`);
  const buttons = offered.map((choice) => ({ kind: 'say' as const, ...choice }));
  const reply = message([heading, ...lines].join('\n'), buttons);
  return {
    handler,
    kind: 'help',
    replies: [reply],
    session: { ...newSession(turn.now), topic: turn.session.topic, offered },
  };
}
