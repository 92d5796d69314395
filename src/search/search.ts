import type { CommuneKnowledge, Knowledge } from '../knowledge/knowledge.ts';
import type { Facet, Intent, Talk } from '../knowledge/vocabulary.ts';
import { atOnce, type Sliced } from '../lib/sliced.ts';
import type { Explanation } from '../model/trace.ts';
import { type Certainty, certaintyOf, sharesOf, talkOf } from './certainty.ts';
import { type Band, type Call, decide } from './decide.ts';
import { type ItemKind, itemsOf } from './item.ts';
import type { Ranked } from './rank.ts';
import { createRankings, type Ranking } from './ranking.ts';
import { Shelf } from './shelf.ts';

const SHOWN = 5;
const MOSTLY = 0.5;
const REMEMBERED = 6; // a message, its pieces, and it with its topic

/** Something that a question may be about, best first in a list. */
export type Hit = {
  kind: ItemKind;
  id: string;
  title: string;
  /** The piece of the item that matched, such as a task of a plan. */
  part: string | undefined;
  /** How likely this is what is meant, from 0 to 1. */
  score: number;
};

/** What a question was understood to mean. */
export type Understanding = {
  question: string;
  /** The aspect asked about; undefined when none was named. */
  facet: Facet | undefined;
  /** Set when the whole message is a conversational act such as "cảm ơn". */
  intent: Intent | undefined;
  /** Whether a matter was named; "thế hồ sơ nộp ở đâu?" names none. */
  hasSubject: boolean;
  hits: readonly Hit[];
  /** Whether the best is called just what the message says. */
  isNamed: boolean;
  band: Band;
  /** Set when it is thanks, a joke, an insult or another thing that no commune helps with. */
  talk: Talk | undefined;
  explanation: Explanation;
};

/** Understands the questions of one commune's residents. Pure: the same question always means the same. */
export type Search = (question: string) => Understanding;

/** Builds the search over what all communes share and what is this commune's own. */
export type SearchOf = (here: CommuneKnowledge) => Search;

/** Builds the search of one commune of a knowledge at one go. */
export function createSearch(knowledge: Knowledge, here: CommuneKnowledge, day: string): Search {
  return atOnce(createSearches(knowledge, day))(here);
}

/**
 * Prepares searches of the communes of one knowledge on a day (`YYYY-MM-DD`), each built when it is asked for. What
 * communes share is cut into words, indexed and learned here: a commune takes a small part of that time
 * (`npm run bench`).
 */
export function* createSearches(knowledge: Knowledge, day: string): Sliced<SearchOf> {
  const { vocabulary, procedures, examples } = knowledge;
  const shelf = new Shelf(examples);
  for (const here of knowledge.communes.values()) {
    for (const item of itemsOf(knowledge, here, day)) {
      shelf.put(item);
      yield;
    }
  }
  const parts = {
    vocabulary,
    isAbolished: (id: string) => procedures.get(id)?.status === 'abolished',
    isWritten: (id: string) => procedures.get(id)?.depth === 'written',
  };
  const rankingOf = yield* createRankings(parts, shelf);
  return (here) => {
    const rankItems = rankingOf(itemsOf(knowledge, here, day));
    return rememberLatest((question) => understand(question, rankItems(question)));
  };
}

/** What a ranking says, and how sure it is. */
function understand(question: string, ranking: Ranking): Understanding {
  const certainty = certaintyOf(ranking);
  const shares = sharesOf(ranking.ranked);
  const likely = ranking.ranked
    .map((ranked, i) => ({ ranked, score: round(certainty.inScope * (shares[i] ?? 0)) }))
    .filter(({ ranked }) => talkOf(ranked) === undefined)
    .slice(0, SHOWN);
  const known = likely.map(({ ranked }) => ranked);
  const { band, talk, call } = decide(ranking, known, certainty);
  const { facet, intent, hasSubject } = ranking;
  return {
    question,
    facet,
    intent,
    hasSubject,
    hits: withCall(call, likely.map(toHit)),
    isNamed: call === undefined && (known[0]?.features.named ?? 0) >= MOSTLY,
    band,
    talk,
    explanation: explain(ranking, { band, certainty, likely }),
  };
}

/** Several handlers look at the same question, and some at its pieces in between: each is understood once a turn. */
function rememberLatest(search: Search): Search {
  const latest = new Map<string, Understanding>();
  return (question) => {
    const known = latest.get(question);
    if (known !== undefined) return known;
    const understanding = search(question);
    latest.set(question, understanding);
    const [oldest] = latest.keys();
    if (latest.size > REMEMBERED && oldest !== undefined) latest.delete(oldest);
    return understanding;
  };
}

type Likely = { ranked: Ranked; score: number };

/** The call that was heard before what was found by its words. */
function withCall(call: Call | undefined, hits: readonly Hit[]): readonly Hit[] {
  if (call === undefined) return hits;
  const { intent } = call;
  const score = Math.max(round(call.chance), hits[0]?.score ?? 0);
  const first: Hit = { kind: 'intent', id: intent, title: intent, part: undefined, score };
  return [first, ...hits.filter(({ id }) => id !== intent)].slice(0, SHOWN);
}

function toHit({ ranked: { indexed, part }, score }: Likely): Hit {
  const { kind, id, title } = indexed.item;
  return { kind, id, title, part, score };
}

type Decided = { band: Band; certainty: Certainty; likely: readonly Likely[] };

function explain(
  { readings, facet, sounds }: Ranking,
  { band, certainty, likely }: Decided,
): Explanation {
  return {
    readings: readings.map((reading) => reading.map(({ text }) => text).join(' ')),
    facet,
    band,
    certainty: { inScope: round(certainty.inScope), right: round(certainty.right) },
    ...(sounds && { sounds: { ...sounds, lead: round(sounds.lead) } }),
    candidates: likely.map(({ ranked: { indexed, features }, score }) => ({
      id: indexed.item.id,
      title: indexed.item.title,
      score,
      features: Object.fromEntries(
        Object.entries(features).map(([name, value]) => [name, round(value)]),
      ),
    })),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
