import type { TextEvent } from '../../model/event.ts';
import type { Hit } from '../../search/search.ts';
import { spell, tokenize } from '../../search/token.ts';
import { answer, message, say } from '../outcome.ts';
import { texts } from '../texts.ts';
import type { Handler, Turn } from '../turn.ts';
import type { LocalProcedure } from '../../knowledge/override.ts';
import { answerProcedure, findProcedure } from './procedure.ts';
import { answerHit, explained } from './question.ts';

const MOST_WORDS = 14; // a longer message stands for itself
/** Words that tie a message to what was said before: "nếu chỉ sửa mái thì sao", "ý mình là bị mất cơ". */
const TIES =
  /\b(thi sao|the con|con neu|neu|truong hop|y (minh|em|toi) la|khong phai|co (duoc|phai)|cung|luon|nua|o ben do|co ma|thi the nao)\b/;

/** Answers a facet of the procedure just shown: "còn lệ phí?", "thế nộp ở đâu". */
export const followUp: Handler<TextEvent> = (turn) => {
  const procedure = topicOf(turn);
  const understanding = turn.here.search(turn.event.text);
  if (procedure === undefined || understanding.facet === undefined) return undefined;
  const isNewSubject = understanding.hasSubject && understanding.band !== 'none';
  if (isNewSubject) return undefined;
  const hits = [hitOf(procedure)];
  return explained(understanding, {
    ...answerProcedure(turn, procedure, understanding.facet),
    hits,
  });
};

/** Reads "vợ mình quê tỉnh khác thì sao" together with the procedure it follows on. */
export const elaborate: Handler<TextEvent> = (turn) => {
  const procedure = topicOf(turn);
  const { event, here } = turn;
  if (procedure === undefined || !isTied(event.text)) return undefined;
  if (here.search(event.text).band === 'answer') return undefined;
  const together = here.search(`${procedure.shortName} ${event.text}`);
  const [best] = together.hits;
  if (best?.kind === 'procedure') {
    const outcome = answerHit(turn, best, together);
    if (outcome !== undefined) return explained(together, outcome);
  }
  return explained(together, { ...answerProcedure(turn, procedure), hits: [hitOf(procedure)] });
};

/** "Bao lâu?" out of the blue: asks which matter is meant. */
export const askAboutWhat: Handler<TextEvent> = (turn) => {
  const { facet, hasSubject, band, explanation } = turn.here.search(turn.event.text);
  if (facet === undefined || hasSubject || band !== 'none') return undefined;
  if (turn.session.topic !== undefined) return undefined;
  const replies = [message(texts.aboutWhat, [say('Xem danh mục', { do: 'menu' })])];
  return { ...answer(turn, replies, { handler: 'about-what', kind: 'choose' }), explanation };
};

function topicOf({ session, here }: Turn): LocalProcedure | undefined {
  return session.topic?.kind === 'procedure' ? findProcedure(here, session.topic.code) : undefined;
}

function isTied(text: string): boolean {
  const words = tokenize(text);
  return words.length <= MOST_WORDS && TIES.test(spell(words));
}

function hitOf({ code, shortName }: LocalProcedure): Hit {
  return { kind: 'procedure', id: code, title: shortName, part: undefined, score: 1 };
}
