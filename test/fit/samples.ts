import type { Examples } from '../../src/knowledge/examples.ts';
import { TALK } from '../../src/knowledge/vocabulary.ts';
import { itemsOf, type SearchItem } from '../../src/search/item.ts';
import type { Ranked, RankWeights } from '../../src/search/rank.ts';
import { createRankings, type Ranking } from '../../src/search/ranking.ts';
import { Shelf } from '../../src/search/shelf.ts';
import { atOnce } from '../../src/lib/sliced.ts';
import { TODAY } from '../helpers/build.ts';
import { realKnowledge } from '../helpers/real.ts';
import { misheard, seeded, withoutMarks, withSlip } from './noise.ts';
import { readCases } from '../quality/question-sets.ts';

const FOLDS = 10;
const FOLD_STEP = 5; // one of the first authors' and one of the later
const ASKED_FOLDS = 2; // enough to fit a few dozen weights; all ten take minutes
const TUNE_WEIGHT = 12;
const NOISE_WEIGHT = 1.2;
const KNOWN_WEIGHT = 0.3;
const KNOWN_SHARE = 11; // one text in eleven is enough
const NOISY_SHARE = 3; // and one name in three
/** What is no procedure: reports, cries for help and general questions are as common as the commonest procedures. */
const OTHER_DEMAND = 1.5;
const EXAMPLE_SHARE = 7; // one example in seven is enough to learn what it is not to know a field
const VAGUE_WORDS = [2, 3, 4];
const VAGUE_NAMES = 3; // so many are called alike that nobody can guess
const VAGUE_WEIGHT = 3;
const UNKNOWN_WEIGHT = 1; // an answer to what nobody has written down yet is worse than one asking back too many
const ASKED_WEIGHT = 3; // these are what residents type, but all of them are learned from, and few of one author's are
const KEPT = 25; // candidates of a question; the right one is hardly ever further down

/** A question whose answer is known, with how everything it may mean was ranked. */
export type Sample = {
  /** The question set, or how the question was made. */
  set: string;
  question: string;
  /** The ids that answer it; none when nothing that we know does. */
  wanted: readonly string[];
  /** Whether the search was asked that knows nothing of it. */
  isUnknown?: boolean;
  /** Whether only the resident knows which of those wanted is meant. */
  isVague?: boolean;
  /** What may not be known when it is judged: the procedure; of intents, that are few, the question alone. */
  group: string;
  ranking: Ranking;
  /** Whether the search that was asked did not know this way of saying it. */
  isHeldOut: boolean;
  /** How much it counts: what residents ask most counts most. */
  weight: number;
};

/** Asks something of the search with these weights. */
type Ask = (question: string) => Ranking;

/** All samples, asked of searches with these weights. */
export function allSamples(weights: RankWeights): Sample[] {
  return [
    ...heldOutSamples(weights),
    ...askedSamples(weights),
    ...noisySamples(weights),
    ...knownSamples(weights),
    ...tuneSamples(weights),
    ...unknownSamples(weights),
    ...vagueSamples(weights),
  ];
}

/**
 * Every way of saying a thing, asked of a search that knows all the others but this one. It is what a resident does
 * who has yet another way of saying it.
 */
function heldOutSamples(weights: RankWeights): Sample[] {
  const items = ownItems();
  return Array.from({ length: ASKED_FOLDS }, (_, fold) => {
    const isHeldOut = (at: number) => at > 0 && at % FOLDS === fold;
    const rest = items.map((item) => ({
      ...item,
      texts: item.texts.filter((_, at) => !isHeldOut(at)),
    }));
    const ask = asker(rest, weights);
    return items.flatMap(({ id, texts }) =>
      texts
        .filter(({ part }, at) => isHeldOut(at) && part === undefined)
        .map(({ text }) => ({
          set: 'held-out',
          question: text,
          wanted: [id],
          group: id,
          ranking: ask(text),
          isHeldOut: true,
          weight: demandFor(id),
        })),
    );
  }).flat();
}

/**
 * Questions that residents ask, of a search that has not learned these: those of an item stand in the order of their
 * authors, so that a stretch of them is mostly what one author would have said.
 */
function askedSamples(weights: RankWeights): Sample[] {
  const items = ownItems();
  const ids = new Set(items.map(({ id }) => id));
  const all = [...realKnowledge.examples].filter(([id]) => ids.has(id));
  return Array.from({ length: ASKED_FOLDS }, (_, fold) => {
    const isAsked = (at: number, of: number) => Math.floor((at * FOLDS) / of) === fold * FOLD_STEP;
    const learned = all.map(([id, questions]): [string, string[]] => [
      id,
      questions.filter((_, at) => !isAsked(at, questions.length)),
    ]);
    const ask = asker(items, weights, new Map(learned));
    return all.flatMap(([id, questions]) =>
      questions
        .filter((_, at) => isAsked(at, questions.length))
        .map((question) => ({
          set: 'asked',
          question,
          wanted: [id],
          group: id,
          ranking: ask(question),
          isHeldOut: false,
          weight: ASKED_WEIGHT * demandFor(id),
        })),
    );
  }).flat();
}

/** What every item is called, as typed well, without marks, with a slip, and as heard. */
function noisySamples(weights: RankWeights): Sample[] {
  const items = ownItems();
  const ask = asker(items, weights);
  const random = seeded(1);
  return items
    .filter(({ kind }, i) => kind === 'procedure' && i % NOISY_SHARE === 0)
    .flatMap(({ id, title, texts }) => {
      const alias = texts[Math.floor(random() * texts.length)]?.text ?? title;
      return [
        title,
        `Thủ tục ${title}`,
        `Tôi muốn làm ${alias} thì cần giấy tờ gì?`,
        withoutMarks(title),
        withSlip(title, random),
        misheard(title, random),
        withSlip(alias, random),
        withSlip(withoutMarks(alias), random),
      ].map((question) => ({
        set: 'noisy',
        question,
        wanted: [id],
        group: id,
        ranking: ask(question),
        isHeldOut: false,
        weight: NOISE_WEIGHT * demandFor(id),
      }));
    });
}

/** Ways of saying things that the search knows word for word: what is asked exactly so is hardly ever anything else. */
function knownSamples(weights: RankWeights): Sample[] {
  const items = ownItems();
  const ask = asker(items, weights);
  return items.flatMap(({ id, texts }) =>
    texts
      .filter(({ part }, at) => part === undefined && at % KNOWN_SHARE === 0)
      .map(({ text }) => ({
        set: 'known',
        question: text,
        wanted: [id],
        group: id,
        ranking: ask(text),
        isHeldOut: false,
        weight: KNOWN_WEIGHT * demandFor(id),
      })),
  );
}

/** The questions of the half that is looked at anyway; of conversations only the first turns. */
function tuneSamples(weights: RankWeights): Sample[] {
  const items = ownItems();
  const ask = asker(items, weights);
  const plans = items.filter(({ kind }) => kind === 'plan').map(({ id }) => id);
  return readCases('tune').flatMap(({ set, turns: [first] }) => {
    if (first === undefined || first.all === true) return [];
    const { question, kind, codes, ids } = first;
    const ofKind = kind === 'plan' && ids.length === 0 ? plans : (INTENTS_OF_SETS[set] ?? []);
    const wanted = [...codes, ...ids, ...ofKind];
    const group = ofKind.length > 0 ? question : (wanted[0] ?? question);
    const ranking = ask(question);
    const isVague = kind === 'choose';
    const weight = TUNE_WEIGHT;
    return [{ set, question, wanted, isVague, group, ranking, isHeldOut: false, weight }];
  });
}

/** The first words of names that several procedures begin with, as who writes "cấp lại giấy" and no more. */
function vagueSamples(weights: RankWeights): Sample[] {
  const items = ownItems();
  const ask = asker(items, weights);
  const beginnings = new Map<string, string[]>();
  for (const { kind, id, title } of items) {
    if (kind !== 'procedure') continue;
    const words = title.toLowerCase().split(/[\s,()/]+/u);
    for (const count of VAGUE_WORDS) {
      const beginning = words.slice(0, count).join(' ');
      if (words.length > count)
        beginnings.set(beginning, [...(beginnings.get(beginning) ?? []), id]);
    }
  }
  return [...beginnings]
    .filter(([, ids]) => ids.length >= VAGUE_NAMES)
    .map(([question, wanted]) => ({
      set: 'vague',
      question,
      wanted,
      isVague: true,
      group: question,
      ranking: ask(question),
      isHeldOut: false,
      weight: VAGUE_WEIGHT,
    }));
}

/** What residents ask about a field, asked of a search that knows nothing of the field, nor of any other's work. */
function unknownSamples(weights: RankWeights): Sample[] {
  const { procedures, examples } = realKnowledge;
  const fieldOf = (id: string) => procedures.get(id)?.field;
  const items = ownItems().filter(({ kind }) => kind !== 'faq' && kind !== 'referral');
  const fields = new Set(items.map(({ id }) => fieldOf(id)).filter((field) => field !== undefined));
  return [...fields].flatMap((field) => {
    const ask = asker(
      items.filter(({ id }) => fieldOf(id) !== field),
      weights,
    );
    const asked = [...examples].flatMap(([id, questions]) =>
      fieldOf(id) === field ? questions.filter((_, i) => i % EXAMPLE_SHARE === 0) : [],
    );
    return asked.map((question) => ({
      set: 'unknown',
      question,
      wanted: [],
      isUnknown: true,
      group: question,
      ranking: ask(question),
      isHeldOut: false,
      weight: UNKNOWN_WEIGHT,
    }));
  });
}

/** What the messages of some sets are about, beyond the codes that their lines name. */
const INTENTS_OF_SETS: Readonly<Record<string, readonly string[]>> = {
  'out-far': ['off-topic', 'smalltalk'],
  smalltalk: TALK,
  help: ['help'],
  pakn: ['report', 'danger', 'denunciation'],
  office: ['office'],
};

/** How often residents ask for it, as far as we can tell: rank and depth follow what counters are asked for. */
function demandFor(id: string): number {
  const { procedures, vocabulary } = realKnowledge;
  const procedure = procedures.get(id);
  if (procedure === undefined) return OTHER_DEMAND;
  if (vocabulary.popular.codes.includes(id)) return 1.5;
  return procedure.depth === 'written' ? 0.8 : 0.3;
}

function ownItems(): SearchItem[] {
  const local = realKnowledge.communes.get('nam-dan');
  return local === undefined ? [] : itemsOf(realKnowledge, local, TODAY);
}

function asker(
  items: readonly SearchItem[],
  weights: RankWeights,
  examples: Examples = realKnowledge.examples,
): Ask {
  const { vocabulary, procedures } = realKnowledge;
  const isAbolished = (id: string) => procedures.get(id)?.status === 'abolished';
  const isWritten = (id: string) => procedures.get(id)?.depth === 'written';
  const shelf = new Shelf(examples);
  for (const item of items) shelf.put(item);
  const parts = { vocabulary, isAbolished, isWritten, weights };
  const ask = atOnce(createRankings(parts, shelf))(items);
  return (question) => {
    const ranking = ask(question);
    return { ...ranking, ranked: ranking.ranked.slice(0, KEPT) };
  };
}

/** Whether the candidate is one that was wanted. */
export function isWanted({ wanted }: Sample, { indexed }: Ranked): boolean {
  return wanted.includes(indexed.item.id);
}
