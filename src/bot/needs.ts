import type { Answer } from '../knowledge/answer.ts';
import type { LocalProcedure } from '../knowledge/override.ts';
import { fold } from '../lib/fold.ts';
import type { Hit } from '../search/search.ts';
import { findProcedure } from './handlers/procedure.ts';
import { findAnswer } from './handlers/written-answer.ts';
import { readInThread, scoreIn } from './thread.ts';
import type { Here } from './turn.ts';

const MOST_NEEDS = 3;
const MOST_PIECES = 5; // more are a story, or a list of wares
const LEAST_WORDS = 2; // a shorter piece is a remark, not a need
const ONE_NEED = 0.9;
const CLEARLY_MORE = 0.3;
const LEAST_SURE = 0.3;
const OF_FIELD = 0.25; // more than of the best alone: the field says less

type Joint = {
  between: string;
  /** A longer message is a story, whose joints join events, not needs. */
  mostWords: number;
  /** How likely each piece must be what it seems. */
  sure: number;
  /** In a longer message every need must be asked or wished for, or it is part of a story. */
  plainWords: number;
  /** How much the whole message, too, must speak of each need. */
  heard: number;
};

const MORE = String.raw`(?:\s+(?:cả|lại|làm|luôn|thể|nữa|thêm|hỏi|cho hỏi|với|là))*`;
const SURE_JOINTS =
  'và|với lại|ngoài ra|đồng thời|cùng với|kèm theo|nhân tiện|tiện thể|luôn thể|sẵn tiện|à với|thêm nữa|lẫn';

/** What stands between two needs, from what hardly joins anything else to what often does. */
const JOINTS: readonly Joint[] = [
  {
    between: String.raw`\s*[;+&\n]\s*|[,.]?\s+(?:${SURE_JOINTS})${MORE}\s+|[,.]\s+còn${MORE}\s+`,
    mostWords: 44,
    sure: 0.4,
    plainWords: 24,
    heard: 0,
  },
  {
    between: String.raw`\s*[;+&\n]\s*|[,.]?\s+(?:${SURE_JOINTS}|(?<!(?:ở|hôn|cưới|chung|sống|đối|so|liên quan) )với(?! (?:người|ng|nhau) )|rồi|xong|tiện|sẵn|luôn|sau đó|kèm|cộng)${MORE}\s+|[,.]\s+(?:còn|mà|à)${MORE}\s+`,
    mostWords: 26,
    sure: 0.45,
    plainWords: 14,
    heard: 0,
  },
  { between: String.raw`\s*[,:]\s*`, mostWords: 10, sure: 0.5, plainWords: 10, heard: 0.01 },
];
/** "Em cần 3 việc: …": commas then stand between needs, however long the message is. */
const COUNTED: Joint = {
  between: String.raw`\s*[,:;.]\s*|\s+(?:${SURE_JOINTS})${MORE}\s+`,
  mostWords: 44,
  sure: 0.4,
  plainWords: 44,
  heard: 0,
};
const COUNTS =
  /(?<=^|\s)(?:(?:2|3|hai|ba|mấy)\s+(?:việc|thứ|thủ tục|cái|giấy)|cả\s+(?:hai|ba))(?=$|[\s,:.?!])/iu;

/** "Vừa A vừa B" and "cả A cả B" say twice that there are two. */
const TWICE = /(?<=^|\s)(vừa|vua|cả)\s.+?\s\1\s/iu;
const ASKED =
  /(?<=^|\s)(?:muốn|xin|cần|hỏi|nhờ|làm|đăng ký|khai|nộp|đổi|cấp|sao|gì|đâu|mấy|bao|nào|không|ko|hông|hết|muon|can|hoi|lam|dang ky|doi|cap|gi|dau|may|nao|khong)(?=$|[\s,.?!])/iu;

/** What a need leads to. */
export type Matter =
  { kind: 'procedure'; procedure: LocalProcedure } | { kind: 'written'; written: Answer };

/** One of several needs of a message. */
export type Need = { hit: Hit; matter: Matter };

/** The needs that the pieces of a message name; none unless two or three pieces name their own, surely. */
export function needsIn(here: Here, text: string): Need[] {
  const saysTwice = TWICE.test(text);
  const plain = saysTwice ? splitTwice(text) : text;
  const { hits: whole, isNamed } = here.search(text);
  if (isNamed) return []; // names have commas and "và" in them, too
  for (const joint of COUNTS.test(text) ? [COUNTED] : JOINTS) {
    if (wordCount(plain) > joint.mostWords) continue;
    const needs = needsOf(here, piecesOf(plain, joint), joint.sure).filter(
      ({ hit }) => scoreIn(whole, hit.id) >= joint.heard,
    );
    const areSeveral = needs.length > 1 && needs.length <= MOST_NEEDS;
    if (areSeveral && (saysTwice || joint === COUNTED || !isOneNeed(needs, whole[0]))) return needs;
  }
  return [];
}

/** One procedure that fits the whole message better than any piece of it is one need. */
function isOneNeed(needs: readonly Need[], best: Hit | undefined): boolean {
  if (best === undefined || best.kind === 'intent') return false;
  const own = needs.find(({ hit }) => hit.id === best.id);
  return best.score > (own === undefined ? ONE_NEED : own.hit.score + CLEARLY_MORE);
}

/** The needs of the pieces in their order, each once. A later piece may lean on the first: "sang tên xe, nộp trước bạ". */
function needsOf(here: Here, pieces: readonly string[], sure: number): Need[] {
  const needs = new Map<string, Need>();
  for (const piece of pieces) {
    const [first] = needs.values();
    const need = needIn(here, piece, { sure, first });
    if (need !== undefined && !needs.has(need.hit.id)) needs.set(need.hit.id, need);
  }
  return [...needs.values()];
}

type Expected = { sure: number; first: Need | undefined };

function needIn(here: Here, piece: string, { sure, first }: Expected): Need | undefined {
  const { hits, hasSubject, intent } = here.search(piece);
  const [hit] = hits;
  if (hit === undefined || intent !== undefined || !hasSubject || !isSure(here, hits, sure))
    return undefined;
  const leaning =
    first?.matter.kind === 'procedure'
      ? readInThread(here, first.matter.procedure, piece).hits.find(({ id }) => id !== first.hit.id)
      : undefined;
  const isListed = hits.some(({ id }) => id === leaning?.id);
  const meant = leaning !== undefined && isListed ? { ...leaning, score: hit.score } : hit;
  const matter = matterOf(here, hit.id === first?.hit.id ? hit : meant);
  return matter && { hit: hit.id === first?.hit.id ? hit : meant, matter };
}

/** Sure of the best, or at least of its field: "bé mới sinh làm giấy khai sinh" may be one of several siblings. */
function isSure({ local }: Here, hits: readonly Hit[], sure: number): boolean {
  const [best] = hits;
  if (best === undefined || best.score >= sure) return best !== undefined;
  const field = local.procedures.get(best.id)?.field;
  const kin = hits.filter(({ id }) => local.procedures.get(id)?.field === field);
  const total = kin.reduce((sum, { score }) => sum + score, 0);
  return field !== undefined && best.score >= LEAST_SURE && total >= sure + OF_FIELD;
}

function matterOf(here: Here, { kind, id }: Hit): Matter | undefined {
  if (kind === 'procedure') {
    const procedure = findProcedure(here, id);
    return procedure && { kind, procedure };
  }
  if (kind !== 'faq' && kind !== 'referral') return undefined;
  const written = findAnswer(here, id);
  return written && { kind: 'written', written };
}

/** What stands between the joints; nothing when it is one piece, or too many to be needs. */
function piecesOf(text: string, { between, plainWords }: Joint): string[] {
  const mustAsk = wordCount(text) > plainWords;
  const pieces = ` ${text} `
    .split(jointIn(text, between))
    .map((piece) => piece.trim())
    .filter((piece) => wordCount(piece) >= LEAST_WORDS && (!mustAsk || ASKED.test(piece)));
  return pieces.length < 2 || pieces.length > MOST_PIECES ? [] : pieces;
}

/** "Vừa tách hộ vừa đổi chủ hộ" as "tách hộ; đổi chủ hộ". */
function splitTwice(text: string): string {
  const word = TWICE.exec(text)?.[1] ?? '';
  return text.replaceAll(new RegExp(`(?<=^|\\s)${word}\\s`, 'giu'), '; ');
}

/** Who types no marks types none in the joints either; who types them means "còn" and never "con". */
function jointIn(text: string, between: string): RegExp {
  const isUnmarked = fold(text) === text.toLowerCase();
  return new RegExp(isUnmarked ? fold(between).replace('(?:con|', '(?:') : between, 'giu');
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
