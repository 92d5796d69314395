import { createHash } from 'node:crypto';
import {
  combine,
  FEATURES,
  type RankWeights,
  storyShare,
  weightsFor,
} from '../../src/search/rank.ts';
import { tokenize } from '../../src/search/token.ts';
import { type Choice, fitChoices } from './models.ts';
import { isWanted, type Sample } from './samples.ts';

/** In how many parts the samples are cut, each judged by weights that were fitted to the others. */
export const FOLDS = 5;

/** What an item is may speak against it; a likeness never does, even where others explain it away. */
const KIND_SIGNS = new Set<string>(['popularity', 'written', 'faq', 'referral', 'plan', 'intent']);

/** Thousands of items may be known by their names alone: what tells siblings apart counts, though examples tell it too. */
const LEAST_FOR_MISSED_ACTIONS = 1.2;

/** The part that a sample is in: all samples of a group are in the same. */
export function foldOf({ group }: Sample): number {
  return createHash('sha1').update(group).digest().readUInt32BE() % FOLDS;
}

/** The ranking weights under which the wanted items of all samples are likeliest. */
export function fitRanking(samples: readonly Sample[]): RankWeights {
  const least = FEATURES.map(leastFor);
  const weights = fitChoices(samples.map(toChoice), [...least, ...least]);
  return {
    short: named(FEATURES, weights),
    story: named(FEATURES, weights.slice(FEATURES.length)),
  };
}

function leastFor(name: (typeof FEATURES)[number]): number {
  if (name === 'missedActions') return LEAST_FOR_MISSED_ACTIONS;
  return KIND_SIGNS.has(name) ? -Infinity : 0;
}

/** Every sample as weights rank it that were fitted without its procedure. */
export function crossValidated(samples: readonly Sample[]): Sample[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitRanking(samples.filter((sample) => foldOf(sample) !== fold));
    return samples.filter((sample) => foldOf(sample) === fold).map((one) => rerank(one, weights));
  }).flat();
}

function rerank(sample: Sample, all: RankWeights): Sample {
  const weights = weightsFor(wordsIn(sample), all);
  const ranked = sample.ranking.ranked
    .map((one) => ({ ...one, score: combine(one.features, weights) }))
    .sort((a, b) => b.score - a.score);
  return { ...sample, ranking: { ...sample.ranking, ranked } };
}

function toChoice(sample: Sample): Choice {
  const { ranked } = sample.ranking;
  const signs = ranked.flatMap(({ features }) => FEATURES.map((name) => features[name]));
  return {
    weight: sample.weight,
    signs: Float64Array.from(signs),
    wanted: ranked.map((one) => isWanted(sample, one)),
    story: storyShare(wordsIn(sample)),
  };
}

function wordsIn({ question }: Sample): number {
  return tokenize(question).length;
}

/** Values by their names, in the order of the names. */
export function named<Name extends string>(
  names: readonly Name[],
  values: readonly number[],
): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0])) as Record<Name, number>;
}
