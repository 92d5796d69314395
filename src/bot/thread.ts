import type { LocalProcedure } from '../knowledge/override.ts';
import type { Hit, Understanding } from '../search/search.ts';
import { matterOf } from '../search/action-words.ts';
import { spell, tokenize } from '../search/token.ts';
import type { Here } from './turn.ts';

/** Chances kept for what a search does not list, so that the other search may still speak for it. */
const UNLISTED_ALONE = 0.03;
const UNLISTED_TOGETHER = 0.02;
/** How much of the doubt about a message read alone goes to what was being talked about, and more if it is tied or names no matter. */
const DOUBT_SHARE = 0.1;
const TIED_SHARE = 0.08;
/** From this chance on a message speaks for a thing: by itself, or together with what was talked about. */
const SPEAKS = 0.3;

/** Words that tie a message to what was said before: "nếu chỉ sửa mái thì sao", "vợ mình quê tỉnh khác". */
const TIES =
  /\b(thi sao|thi the nao|the con|con neu|con thi|neu|truong hop|co (?:duoc|phai)|o ben do|cung khong|co ma|roi sao|cai do|cai nay)\b|^(?:the|vay|con|a ma|ma|nhung|u ma)\b/;

/** What takes the last answer back: "không phải cái đó, mình hỏi", "à nhầm,", "ý em là". */
const CORRECTION =
  /^(?:(?:à|a|ờ|ủa|dạ|ấy|ơ)\s+)?(?:(?:không|khong|ko|k|hông|hong|hok)(?:\s+(?:phải|phai|đúng|dung))(?:\s+(?:cái|thủ tục|việc))?(?:\s+(?:đó|này|vậy|thế|do|nay))?|(?:không|khong|ko|k|hông|hong)(?=\s*[,.!])|(?:nhầm|nham|lộn)(?:\s+(?:rồi|tí|xíu))?|(?:ý|y)\s+(?:(?:mình|em|tôi|tui|anh|chị|cháu|bác|toi|minh)\s+)?(?:là|la|muốn hỏi|hỏi|nói))[\s,.!:–-]+(?:(?:ý\s+)?(?:mình|em|tôi|tui|anh|chị|cháu|bác)\s+(?:muốn\s+)?(?:hỏi|là)\s+)?/iu;
const CLOSING = /\s+(?:cơ|cơ mà|chứ|kia|á)[\s.!?ạ]*$/iu;

/** A message read as the next one of a conversation. */
export type Threaded = {
  /** The message by itself. */
  alone: Understanding;
  /** The message with what was talked about put before it. */
  together: Understanding;
  /** What it is likely about, best first, the chances of all summing up to 1. */
  hits: readonly Hit[];
};

/**
 * What a message is about that follows on a procedure: likely both by its own words and together with the name of
 * what was talked about. "Bị mất thẻ" after health insurance is that card; "đăng ký kết hôn" is a matter of its own.
 */
export function readInThread(here: Here, topic: LocalProcedure, text: string): Threaded {
  const alone = here.search(text);
  const together = here.search(`${matterOf(topic.shortName)} ${text}`);
  const doubt = 1 - (alone.explanation.certainty?.inScope ?? 0);
  const rest =
    UNLISTED_ALONE + doubt * DOUBT_SHARE + (isTied(text) || !alone.hasSubject ? TIED_SHARE : 0);
  const known = [...alone.hits, ...together.hits, hitOf(topic)];
  const byId = new Map(known.map((hit) => [hit.id, hit]));
  const chances = [...byId.values()].map((hit) => ({
    ...hit,
    score:
      (scoreIn(alone.hits, hit.id) + rest) * (scoreIn(together.hits, hit.id) + UNLISTED_TOGETHER),
  }));
  const total = chances.reduce((sum, { score }) => sum + score, 0);
  const hits = chances.map((hit) => ({ ...hit, score: hit.score / total }));
  return { alone, together, hits: hits.sort((a, b) => b.score - a.score) };
}

/** Whether a message has words that only make sense after another one. */
export function isTied(text: string): boolean {
  return TIES.test(spell(tokenize(text)));
}

/** What is left of a message that takes the last answer back; undefined when it does not, or says nothing else. */
export function correctionIn(text: string): string | undefined {
  const rest = text.trim().replace(CORRECTION, '');
  if (rest === text.trim()) return undefined;
  const wish = rest.replace(CLOSING, '').trim();
  return wish === '' ? undefined : wish;
}

/** Whether it is of the same field as what was talked about, or named as related to it. */
export function isNear(here: Here, topic: LocalProcedure, { id }: Hit): boolean {
  return here.local.procedures.get(id)?.field === topic.field || topic.related.includes(id);
}

/**
 * Whether a conversation about a procedure may lead here: a sibling, or what the message names by itself, and if it is
 * tied to what was said before ("vợ mình quê tỉnh khác thì sao"), also after it.
 */
export function isWithinReach(
  here: Here,
  topic: LocalProcedure,
  { thread, hit }: Reached,
): boolean {
  if (isNear(here, topic, hit)) return true;
  const { alone, together } = thread;
  if (isTied(alone.question) && scoreIn(together.hits, hit.id) < SPEAKS) return false;
  return alone.hasSubject && scoreIn(alone.hits, hit.id) >= SPEAKS;
}

/** Whether the message really speaks for this, not just less for anything else. */
export function speaksFor({ alone, together }: Threaded, { id }: Hit): boolean {
  return scoreIn(alone.hits, id) >= SPEAKS || scoreIn(together.hits, id) >= SPEAKS;
}

type Reached = { thread: Threaded; hit: Hit };

/** A procedure that was talked about, as if it had been found. */
export function hitOf({ code, shortName }: LocalProcedure): Hit {
  return { kind: 'procedure', id: code, title: shortName, part: undefined, score: 1 };
}

/** How likely one thing is among what was found; 0 when it was not. */
export function scoreIn(hits: readonly Hit[], id: string): number {
  return hits.find((hit) => hit.id === id)?.score ?? 0;
}
