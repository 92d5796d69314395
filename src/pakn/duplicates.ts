import { formatDay, vietnamDay } from '../lib/clock.ts';
import { fold } from '../lib/fold.ts';
import type { Ticket } from '../model/ticket.ts';

const MOST = 5;
const DAY_MS = 86_400_000;
const WITHIN_DAYS = 30;
const NEAR_METRES = 200;
const LEAST_SCORE = 0.45;
const LEAST_LIKENESS = 0.4; // below it, the same thôn is only a neighbour's other trouble

/** Another report of what is probably the same matter. `score` from 0 to 1; `reason` is Vietnamese, for staff. */
export type LikelyDuplicate = { ticket: Ticket; score: number; reason: string };

/** The reports that most likely tell of the same matter as this one, likeliest first. Staff decide. */
export function likelyDuplicates(ticket: Ticket, others: Iterable<Ticket>): LikelyDuplicate[] {
  const words = wordsOf(ticket);
  return [...others]
    .filter((other) => isComparable(ticket, other))
    .flatMap((other) => compare(ticket, other, words))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST);
}

function isComparable(ticket: Ticket, other: Ticket): boolean {
  if (other.code === ticket.code || other.communeSlug !== ticket.communeSlug) return false;
  if (other.state === 'duplicate') return false;
  return apart(ticket, other) <= WITHIN_DAYS;
}

/** How alike the words are counts most; the same words in another thôn are another hole in another road. */
function compare(ticket: Ticket, other: Ticket, words: ReadonlySet<string>): LikelyDuplicate[] {
  const likeness = overlap(words, wordsOf(other));
  if (likeness < LEAST_LIKENESS) return [];
  const place = samePlace(ticket, other);
  const kind = sameKind(ticket, other);
  const days = apart(ticket, other);
  const score =
    0.55 * likeness +
    (place === 'same' ? 0.3 : 0) -
    (place === 'other' ? 0.25 : 0) +
    (kind ? 0.05 : 0) +
    0.1 * (1 - days / WITHIN_DAYS);
  const reasons = [
    `lời giống ${Math.round(likeness * 100)}%`,
    place === 'same' ? 'cùng nơi' : '',
    kind ? 'cùng lĩnh vực' : '',
    `gửi ngày ${formatDay(vietnamDay(other.createdAt))}`,
  ];
  return [{ ticket: other, score, reason: reasons.filter((reason) => reason !== '').join(', ') }];
}

function wordsOf({ content, place }: Ticket): ReadonlySet<string> {
  const words = fold(`${content} ${place ?? ''}`).match(/[a-z0-9]+/g) ?? [];
  return new Set(words.filter((word) => word.length > 1 || /\d/.test(word)));
}

/** The share of the shorter one's words that the other has too. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shorter = Math.min(one.size, other.size);
  if (shorter === 0) return 0;
  const common = [...one].filter((word) => other.has(word)).length;
  // Two words in common of three say little: short reports must agree wholly to count.
  return (common / shorter) * Math.min(1, shorter / 5);
}

/** Undefined when one of them does not say where it is. */
function samePlace(one: Ticket, other: Ticket): 'same' | 'other' | undefined {
  if (one.location !== undefined && other.location !== undefined) {
    return metresBetween(one.location, other.location) <= NEAR_METRES ? 'same' : 'other';
  }
  const [here, there] = [hamletOf(one), hamletOf(other)];
  if (here === undefined || there === undefined) return undefined;
  if (here.name !== there.name) return 'other';
  // "thôn Nà Lì" and "thôn Nà Cuôm" share a word; "thôn Nam bị…" and "thôn Nam có…" are one.
  return here.next === there.next || /\d/.test(here.name) ? 'same' : undefined;
}

const HAMLET =
  /\b(?:thon|xom|ban|ap|to dan pho|to|khu|ngo|doi) (?<name>\d+[a-z]?|[a-z]+)(?: (?<next>[a-z]+))?/;

type Hamlet = { name: string; next: string | undefined };

/** The name of the thôn, or what stands for one, in the words of a report: "3" of "thôn 3". */
function hamletOf({ content, place }: Ticket): Hamlet | undefined {
  const found = HAMLET.exec(fold(`${place ?? ''} ${content}`))?.groups;
  return found?.['name'] === undefined ? undefined : { name: found['name'], next: found['next'] };
}

function sameKind(one: Ticket, other: Ticket): boolean {
  return one.field !== undefined && one.field === other.field;
}

/** In days; asked of every report there is, so without any calendar. */
function apart(one: Ticket, other: Ticket): number {
  return Math.abs(one.createdAt.getTime() - other.createdAt.getTime()) / DAY_MS;
}

type Location = NonNullable<Ticket['location']>;

/** Good enough for a few kilometres. */
function metresBetween(one: Location, other: Location): number {
  const metresPerDegree = 111_320;
  const north = (one.latitude - other.latitude) * metresPerDegree;
  const shrink = Math.cos((one.latitude * Math.PI) / 180);
  const east = (one.longitude - other.longitude) * metresPerDegree * shrink;
  return Math.hypot(north, east);
}
