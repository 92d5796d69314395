import type { Vocabulary } from '../knowledge/vocabulary.ts';
import { Catalogue, type IndexedItem, type IndexedText } from './catalogue.ts';
import { Evidence } from './evidence.ts';
import { wishIn } from './focus.ts';
import { interpret, type Interpretation } from './interpret.ts';
import type { SearchItem } from './item.ts';
import { Lexicon, pairsOf } from './lexicon.ts';
import { QuestionReader } from './question.ts';
import {
  blend,
  rank,
  type Ranked,
  type Ranker,
  type RankWeights,
  weigh,
  type WeighedReading,
} from './rank.ts';
import { Reader, type Reading } from './reading.ts';
import { type Token, tokenize } from './token.ts';
import { RANK_WEIGHTS } from './weights.ts';

const CANDIDATES = 100; // texts for each reading; more find no more

const UNKNOWN_WORD = ''; // weighs as much as one that a single item has
const STRONGEST = 10; // items whose texts together say most of a reading

/** What is searched, and what is known of how residents write. */
export type RankingParts = {
  items: readonly SearchItem[];
  vocabulary: Vocabulary;
  /** Abolished procedures give way to what replaced them, unless asked for by their very name. */
  isAbolished: (id: string) => boolean;
  isWritten: (id: string) => boolean;
  weights?: RankWeights;
};

/** How a message was read, and everything it may be about, best first. */
export type Ranking = Interpretation & {
  ranked: readonly Ranked[];
  /** How much of the message, as most likely meant, the catalogue has words for. */
  familiar: WeighedReading['familiar'];
  /** How many rare words the message weighs as much as. */
  mass: number;
};

/** Builds what reads messages and ranks the items they may be about. */
export function createRanking(parts: RankingParts): (question: string) => Ranking {
  const catalogue = new Catalogue(parts.items);
  const lexicon = new Lexicon(
    catalogue.items.map(({ texts }) => texts.map(({ tokens }) => tokens)),
  );
  const questions = new QuestionReader(parts.vocabulary);
  const reader = new Reader(parts.vocabulary, lexicon);
  const ranker = createRanker(parts, { lexicon, questions, catalogue });

  const rankAll = rankerOfAll(catalogue, questions, ranker);

  return (question) => {
    const typed = tokenize(question);
    const whole = interpret(typed, reader, questions);
    const wish = interpret(wishIn(question, typed) ?? [], reader, questions);
    const wishes = wish.hasSubject ? wish.readings : [];
    const ranked = rankAll({ whole: whole.readings, wish: wishes });
    return { ...whole, ...ranked, readings: [...whole.readings, ...wishes] };
  };
}

type Found = Omit<Ranking, keyof Interpretation>;

/** Ranks the candidates that any reading finds against all of them. */
function rankerOfAll(catalogue: Catalogue, questions: QuestionReader, ranker: Ranker) {
  return ({ whole, wish }: Readings): Found => {
    const topics = [...wish, ...whole].map((reading) => topicWords(reading, questions));
    const byWhole = whole.map((reading) => weigh(reading, ranker));
    const byWish = wish.map((reading) => weigh(reading, ranker));
    const candidates = new Set(catalogue.candidates(topics, CANDIDATES));
    for (const { strengths } of [...byWhole, ...byWish]) {
      for (const place of largest(strengths.words, STRONGEST)) {
        const strong = catalogue.items[place];
        if (strong !== undefined) candidates.add(strong);
      }
    }
    const ranked = [...candidates]
      .map((candidate) => {
        const ranked = rank(candidate, byWhole, ranker);
        return wish.length === 0 ? ranked : blend(ranked, rank(candidate, byWish, ranker), ranker);
      })
      .filter((ranked) => ranked !== undefined)
      .sort((a, b) => b.score - a.score);
    const [plainest] = byWhole;
    return {
      ranked,
      familiar: plainest?.familiar ?? { words: 0, pairs: 0 },
      mass: (plainest?.total ?? 0) / ranker.lexicon.weight(UNKNOWN_WORD),
    };
  };
}

/** The places of the largest numbers above 0, in no order. */
function largest(numbers: Float64Array, count: number): number[] {
  const places: number[] = [];
  let least = 0;
  for (let i = 0; i < numbers.length; i++) {
    if ((numbers[i] ?? 0) <= least) continue;
    places.push(i);
    if (places.length <= count) continue;
    places.sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0)).pop();
    least = numbers[places.at(-1) ?? 0] ?? 0;
  }
  return places;
}

type Readings = Record<'whole' | 'wish', readonly Reading[]>;

/** Filler words would fill the list of candidates with whatever shares "thủ tục" and "làm". */
function topicWords(reading: Reading, questions: QuestionReader): Reading {
  const content = questions.content(reading);
  return content.length > 0 ? content : reading;
}

type RankerParts = { lexicon: Lexicon; questions: QuestionReader; catalogue: Catalogue };

function createRanker(
  { vocabulary, isAbolished, isWritten, weights = RANK_WEIGHTS }: RankingParts,
  { lexicon, questions, catalogue: { items } }: RankerParts,
): Ranker {
  const { codes } = vocabulary.popular;
  const popularity = new Map(codes.map((code, i) => [code, 1 - i / (2 * codes.length)]));
  const ownWeights = ownWeightsOf(items, lexicon);
  const places = new Map(items.map((item, place) => [item, place]));
  return {
    lexicon,
    weights,
    emphasis: (word) => questions.emphasis(word),
    popularity: (id) => popularity.get(id) ?? (isAbolished(id) ? -2 : 0),
    ownWeight: (text) => ownWeights.get(text) ?? 1,
    isWritten,
    place: (indexed) => places.get(indexed) ?? -1,
    evidence: evidenceOf(items),
  };
}

function ownWeightsOf(items: readonly IndexedItem[], lexicon: Lexicon): Map<IndexedText, number> {
  const weights = new Map<IndexedText, number>();
  for (const text of items.flatMap(({ texts }) => texts)) {
    let weight = 0;
    for (const syllable of text.bySyllable.keys()) weight += lexicon.weight(syllable);
    weights.set(text, weight);
  }
  return weights;
}

function evidenceOf(items: readonly IndexedItem[]): Ranker['evidence'] {
  const texts = items.map((one) => one.texts.map(({ tokens }) => tokens));
  const details = items.map(({ item }) => item.details.map((text) => tokenize(text)));
  return {
    words: new Evidence(texts.map((all) => all.map(syllablesOf))),
    pairs: new Evidence(texts.map((all) => all.map(pairsOf))),
    details: new Evidence(details.map((all) => all.map(syllablesOf))),
  };
}

function syllablesOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ syllable }) => syllable);
}
