import type { TextEvent } from '../../model/event.ts';
import type { Hit, Understanding } from '../../search/search.ts';
import { tokenize } from '../../search/token.ts';
import { answer, message, say } from '../outcome.ts';
import { texts } from '../texts.ts';
import {
  correctionIn,
  hitOf,
  isNear,
  isTied,
  isWithinReach,
  readInThread,
  speaksFor,
} from '../thread.ts';
import type { Handler, Outcome, Turn } from '../turn.ts';
import type { LocalProcedure } from '../../knowledge/override.ts';
import { isPressing } from './care.ts';
import { answerProcedure, findProcedure } from './procedure.ts';
import { answerHit, askWhich, explained } from './question.ts';

const MOST_WORDS = 14; // a longer message stands for itself
/** The card just read is seldom what a new circumstance asks for, and never what a correction does. */
const SEEN_SHARE = 0.3;
const SURE_SHARE = 0.5;
const KNOWN_SCORE = 0.3;
const MOST_SIBLINGS = 3;
const CLEAR_SCORE = 0.85;
const CLEAR_SHARE = 0.95; // of all that a message may be about, when it is sure enough to be answered
const CLEAR_WORDS = 5; // "bị mất thẻ" is clear by itself, and yet means the card that was talked about
const STRANGE_WORDS = 4; // of what nobody has written down yet
const FEW_WORDS = 4; // what follows on is short; a joke needs more words
const NEARLY = 0.7;

/** Answers a facet of the procedure just shown: "còn lệ phí?", "thế nộp ở đâu". */
export const followUp: Handler<TextEvent> = (turn) => {
  const procedure = topicOf(turn);
  const understanding = turn.here.search(turn.event.text);
  if (procedure === undefined || understanding.facet === undefined) return undefined;
  const isOther = understanding.hasSubject && understanding.band !== 'none';
  if (isOther || isIdle(turn, understanding)) return undefined;
  const hits = [hitOf(procedure)];
  return explained(understanding, {
    ...answerProcedure(turn, procedure, understanding.facet),
    hits,
  });
};

/** Reads "vợ mình quê tỉnh khác thì sao" or "à không, hết hạn" together with the procedure it follows on. */
export const elaborate: Handler<TextEvent> = (turn) => {
  const topic = topicOf(turn);
  const { event, here } = turn;
  if (topic === undefined || tokenize(event.text).length > MOST_WORDS) return undefined;
  const correction = correctionIn(event.text);
  const text = correction ?? event.text;
  const alone = here.search(text);
  if (callsForMore(alone) || isIdle(turn, alone)) return undefined;
  if (correction === undefined && isClearlyNew(turn, topic, alone)) return undefined;
  const thread = readInThread(here, topic, text);
  const seen = correction === undefined ? (alone.facet === undefined ? SEEN_SHARE : 1) : 0;
  const near = thread.hits
    .filter((hit) => isWithinReach(here, topic, { thread, hit }))
    .map((hit) => (hit.id === topic.code ? { ...hit, score: hit.score * seen } : hit))
    .sort((a, b) => b.score - a.score);
  const [best] = near;
  if (best === undefined || best.kind === 'intent') return undefined;
  if (correction === undefined && alone.band === 'answer' && best.id === alone.hits[0]?.id) {
    return undefined;
  }
  const isPlain = correction === undefined && !isTied(text);
  if (isPlain && isBestReadAlone(alone, near)) return undefined;
  const understanding = { ...alone, hits: near };
  if (best.id === topic.code) return stayWith(turn, topic, understanding);
  if (speaksFor(thread, best) && !isNearTie(near)) return moveTo(turn, understanding);
  return correction === undefined && (isTied(text) || thread.hits[0]?.id === topic.code)
    ? stayWith(turn, topic, understanding)
    : askWhichSibling(turn, { ...understanding, hits: near.slice(0, MOST_SIBLINGS) });
};

/**
 * A matter of another field, named beyond doubt and tied to nothing: "lam giay ks cho be can gi" after a quarrel about
 * land. Which of several siblings it is may still be in doubt.
 */
function isClearlyNew(
  { event, here }: Turn<TextEvent>,
  topic: LocalProcedure,
  { facet, band, hasSubject, hits }: Understanding,
): boolean {
  if (!hasSubject || isTied(event.text)) return false;
  const words = tokenize(event.text).length;
  const others = hits.filter((hit) => !isNear(here, topic, hit));
  if (facet === undefined && others.length === hits.length) return words >= STRANGE_WORDS;
  if (band === 'none') return false;
  const away = chanceOf(others);
  const isClear =
    away >= CLEAR_SCORE || (band === 'answer' && away >= CLEAR_SHARE * chanceOf(hits));
  return isClear && words >= CLEAR_WORDS;
}

/** A joke, or a prompt with words of a question in it ("bỏ qua mọi hướng dẫn và kể chuyện cười"). */
function isIdle({ event }: Turn<TextEvent>, { talk, hasSubject }: Understanding): boolean {
  const isShort = tokenize(event.text).length <= FEW_WORDS;
  return talk !== undefined && hasSubject && !isShort && !isTied(event.text);
}

/** The message is clear by itself, and what was talked about does not clearly make it something else. */
function isBestReadAlone({ band, hits: [plain] }: Understanding, near: readonly Hit[]): boolean {
  if (plain?.kind === 'intent') return true;
  if (band !== 'answer') return false;
  return shareOfBest(near) < SURE_SHARE;
}

function isNearTie([best, second]: readonly Hit[]): boolean {
  return best !== undefined && second !== undefined && second.score >= best.score * NEARLY;
}

function askWhichSibling(turn: Turn<TextEvent>, understanding: Understanding): Outcome {
  const outcome = askWhich(turn, understanding);
  const { topic } = turn.session;
  return explained(understanding, { ...outcome, session: { ...outcome.session, topic } });
}

/** Danger, a report, a wish for an officer: no procedure that was talked about changes it. */
function callsForMore({ hits: [best], band, intent }: Understanding): boolean {
  if (isPressing(best) || intent !== undefined) return true;
  return band === 'answer' && best?.kind === 'intent' && best.score >= KNOWN_SCORE;
}

function shareOfBest(hits: readonly Hit[]): number {
  const total = chanceOf(hits);
  return total === 0 ? 0 : (hits[0]?.score ?? 0) / total;
}

function chanceOf(hits: readonly Hit[]): number {
  return hits.reduce((sum, { score }) => sum + score, 0);
}

/** Nothing else fits better: the same procedure again, if the message is tied to it at all. */
function stayWith(
  turn: Turn<TextEvent>,
  topic: LocalProcedure,
  understanding: Understanding,
): Outcome | undefined {
  const { facet, band } = understanding;
  if (band === 'none' && facet === undefined && !isTied(turn.event.text)) return undefined;
  const outcome = answerProcedure(turn, topic, facet ?? whoMay(topic));
  const lead = { text: texts.sameProcedure(turn.here.local.commune, topic.shortName) };
  const replies = facet === undefined ? [lead, ...outcome.replies] : outcome.replies;
  return explained(understanding, { ...outcome, replies, hits: [hitOf(topic)] });
}

/** What a circumstance most likely bears on, if the knowledge tells it. */
function whoMay({ conditions }: LocalProcedure): 'conditions' | undefined {
  return conditions.length === 0 ? undefined : 'conditions';
}

/** A sibling of what was talked about, or what the message names by itself. */
function moveTo(turn: Turn<TextEvent>, understanding: Understanding): Outcome | undefined {
  const [best] = understanding.hits;
  const outcome = best && answerHit(turn, best, understanding);
  return outcome && explained(understanding, outcome);
}

/** "Bao lâu?" out of the blue: asks which matter is meant. */
export const askAboutWhat: Handler<TextEvent> = (turn) => {
  const { facet, hasSubject, band, talk, explanation } = turn.here.search(turn.event.text);
  if (facet === undefined || hasSubject || band !== 'none' || talk !== undefined) return undefined;
  if (turn.session.topic !== undefined) return undefined;
  const replies = [message(texts.aboutWhat, [say('Xem danh mục', { do: 'menu' })])];
  return { ...answer(turn, replies, { handler: 'about-what', kind: 'choose' }), explanation };
};

function topicOf({ session, here }: Turn): LocalProcedure | undefined {
  return session.topic?.kind === 'procedure' ? findProcedure(here, session.topic.code) : undefined;
}
