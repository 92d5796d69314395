import type { TextEvent } from '../../model/event.ts';
import { fold } from '../../lib/fold.ts';
import { spell, tokenize } from '../../search/token.ts';
import { answer, message, say } from '../outcome.ts';
import * as show from '../procedure-texts.ts';
import { texts } from '../texts.ts';
import type { Handler } from '../turn.ts';
import { findProcedure } from './procedure.ts';

/** The whole message says that it, or the last answer, is not clear. */
const PUZZLED =
  /^(?:(?:troi oi|da|u|oi|em|sao|ma) )*(?:la sao|ha|hu|hum|sao|sao vay|sao the|gi|gi vay|gi the|gi co|la gi|cai gi|nghia la sao|noi gi vay|[a-z]|(?:(?:van|minh|toi|tui|em|chau|bac|ba|doc|nghe|dai qua|kho qua|roi qua) )*(?:khong hieu|chua hieu|ko hieu|k hieu|hong hieu|kho hieu|dai qua|roi qua|khong hieu gi|chua ro|khong ro))(?: (?:a|vay|the|nhi|gi|gi het|gi ca|em|em oi|lam|qua))*$/;
/** Words that make sentences in English and stand in no Vietnamese one. */
const ENGLISH =
  /\b(?:what|how|where|when|need|want|the|please|hello|speak|english|can you|do you|i am|my|and|for|birth|certificate|marriage|passport|ignore|instructions|tell)\b/gu;
const OTHER_SCRIPT =
  /[\p{Script=Han}\p{Script=Lao}\p{Script=Thai}\p{Script=Khmer}\p{Script=Hangul}\p{Script=Cyrillic}]/u;
const LEAST_ENGLISH = 3;

/** Another language gets one polite line; nothing is guessed from it. */
export const readsVietnamese: Handler<TextEvent> = (turn) => {
  const { text } = turn.event;
  const english = new Set(text.toLowerCase().match(ENGLISH));
  const isEnglish = english.size >= LEAST_ENGLISH && fold(text) === text.toLowerCase();
  if (!OTHER_SCRIPT.test(text) && !isEnglish) return undefined;
  return answer(turn, [{ text: texts.onlyVietnamese }], {
    handler: 'other-language',
    kind: 'none',
  });
};

/** "Là sao?", "hả", one letter: asks what is unclear about the matter at hand, or what the matter is. */
export const puzzled: Handler<TextEvent> = (turn) => {
  const { topic } = turn.session;
  if (!PUZZLED.test(spell(tokenize(turn.event.text)))) return undefined;
  const procedure = topic?.kind === 'procedure' ? findProcedure(turn.here, topic.code) : undefined;
  if (procedure === undefined) {
    const reply = message(texts.sayMore, [say('Xem danh mục', { do: 'menu' })]);
    return answer(turn, [reply], { handler: 'say-more', kind: 'help' });
  }
  const facets = ['steps', 'documents', 'where'] as const;
  const choices = facets.map((facet) =>
    say(show.FACET_TITLES[facet], { do: 'procedure', code: procedure.code, facet }),
  );
  const reply = message(texts.whatIsUnclear, [...choices, say('Gặp cán bộ', { do: 'officer' })]);
  return answer(turn, [reply], { handler: 'what-is-unclear', kind: 'help' });
};
