import type { TextEvent } from '../../model/event.ts';
import { draftOf } from '../../model/report.ts';
import type { Understanding } from '../../search/search.ts';
import { idle, message, say } from '../outcome.ts';
import { reportTexts } from '../report-texts.ts';
import type { Handler, Here } from '../turn.ts';
import { isDenunciation } from './care.ts';
import { answerHit } from './question.ts';

const LEAST_WORDS = 4; // a shorter piece is a remark
const MOST_PIECES = 5;
const BETWEEN_MATTERS =
  /(?<=[.!?;\n])\s+|,?\s+(?:còn|con|ngoài ra|ngoai ra|tiện thể|tien the|nhân tiện|nhan tien|với lại|voi lai)\s+/iu;

type Piece = { text: string; understanding: Understanding };

/**
 * A message that reports one thing and asks or denounces another: the other is answered, and the report alone is
 * offered to be sent. NĐ 154/2026 Điều 14 k4: mixed content is split.
 */
export const splitMixed: Handler<TextEvent> = (turn) => {
  const pieces = piecesOf(turn.here, turn.event.text);
  const reported = pieces.filter(isReport);
  const [other, another] = pieces.filter(isOtherMatter);
  if (reported.length === 0 || other === undefined || another !== undefined) return undefined;
  const [hit] = other.understanding.hits;
  const event = { ...turn.event, text: other.text };
  const answered = hit && answerHit({ ...turn, event }, hit, other.understanding);
  if (answered === undefined) return undefined;
  const content = reported.map(({ text }) => text).join(' ');
  const offer = message(reportTexts.mixed(content), [
    say(reportTexts.send, { do: 'go-on' }),
    say(reportTexts.cancel, { do: 'cancel' }),
  ]);
  const topic = answered.session.topic;
  return {
    ...answered,
    handler: 'mixed',
    replies: [...answered.replies.map(({ text }) => ({ text })), offer],
    session: { ...idle(turn, [offer], topic), step: 'report-content', draft: draftOf(content) },
  };
};

function piecesOf(here: Here, text: string): Piece[] {
  const pieces = text
    .split(BETWEEN_MATTERS)
    .map((piece) => piece.trim())
    .filter((piece) => piece.split(/\s+/).length >= LEAST_WORDS);
  if (pieces.length < 2 || pieces.length > MOST_PIECES) return [];
  return pieces.map((piece) => ({ text: piece, understanding: here.search(piece) }));
}

function isReport({ understanding: { band, hits } }: Piece): boolean {
  return band === 'answer' && hits[0]?.kind === 'intent' && hits[0].id === 'report';
}

/** A procedure asked about by an aspect, or something to denounce. A story's other sentences are neither. */
function isOtherMatter({ understanding: { band, hits, facet } }: Piece): boolean {
  const [best] = hits;
  if (band !== 'answer' || best === undefined) return false;
  return isDenunciation(best) || (best.kind === 'procedure' && facet !== undefined);
}
