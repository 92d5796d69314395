import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CERTAINTY_SIGNS, certaintySigns } from '../../src/search/certainty.ts';
import { combine, FEATURES, type RankWeights } from '../../src/search/rank.ts';
import { RANK_WEIGHTS } from '../../src/search/weights.ts';
import { fitChoices, fitOutcomes, type Outcome } from './models.ts';
import {
  heldOutSamples,
  isWanted,
  knownSamples,
  noisySamples,
  type Sample,
  tuneSamples,
} from './samples.ts';

// npm run fit: finds the weights of src/search/weights.ts anew. The half of the questions that is reported is never read.
const TARGET = join(import.meta.dirname, '../../src/search/weights.ts');
const OFF_TOPIC = 'off-topic';
/** Off-topic messages are few among the samples, but not among what residents type. */
const OFF_TOPIC_WEIGHT = 6;
/** What an item is may speak against it; a likeness never does, even where others explain it away. */
const KIND_SIGNS = new Set<string>(['popularity', 'written', 'faq', 'referral', 'plan', 'intent']);
const HELD_OUT_CERTAINTY = 0.1; // a way of saying it that we know is seldom as far from all others

const first = [
  ...heldOutSamples(RANK_WEIGHTS),
  ...noisySamples(RANK_WEIGHTS),
  ...knownSamples(RANK_WEIGHTS),
  ...tuneSamples(RANK_WEIGHTS),
];
report('with the weights so far', first, RANK_WEIGHTS);
const least = FEATURES.map((name) => (KIND_SIGNS.has(name) ? -Infinity : 0));
const rankWeights = named(FEATURES, fitChoices(first.map(toChoice), least));
report('with the new weights', first, rankWeights);

const again = [
  ...heldOutSamples(rankWeights),
  ...noisySamples(rankWeights),
  ...knownSamples(rankWeights),
  ...tuneSamples(rankWeights),
];
report('asked anew', again, rankWeights);
const outcomes = again.flatMap(toOutcome);
const scope = fitOutcomes(outcomes.map((one) => ({ ...one, isSo: one.isInScope })));
const right = fitOutcomes(
  outcomes.filter(({ isInScope }) => isInScope).map((one) => ({ ...one, isSo: one.isRight })),
);
writeFileSync(
  TARGET,
  [
    '// Written by `npm run fit`; do not edit by hand.',
    constant('What each sign of a match is worth to the ranking.', 'RANK_WEIGHTS', rankWeights),
    constant(
      'What speaks for a message being about something we know.',
      'SCOPE_WEIGHTS',
      named(CERTAINTY_SIGNS, scope),
    ),
    constant(
      'What speaks for the best candidate being the right one.',
      'RIGHT_WEIGHTS',
      named(CERTAINTY_SIGNS, right),
    ),
  ].join('\n\n') + '\n',
);

function toChoice(sample: Sample) {
  return {
    weight: sample.weight,
    rows: sample.ranking.ranked.map(({ features }) => FEATURES.map((name) => features[name])),
    wanted: sample.ranking.ranked.map((ranked) => isWanted(sample, ranked)),
  };
}

type Judged = Omit<Outcome, 'isSo'> & { isInScope: boolean; isRight: boolean };

function toOutcome(sample: Sample): Judged[] {
  const signs = certaintySigns(sample.ranking);
  const [best] = sample.ranking.ranked;
  if (signs === undefined || best === undefined || sample.wanted.length === 0) return [];
  const isInScope = !sample.wanted.includes(OFF_TOPIC);
  const scale = isInScope ? (sample.isHeldOut ? HELD_OUT_CERTAINTY : 0.5) : OFF_TOPIC_WEIGHT;
  return [
    {
      row: CERTAINTY_SIGNS.map((name) => signs[name]),
      weight: sample.weight * scale,
      isInScope,
      isRight: isWanted(sample, best),
    },
  ];
}

function report(title: string, samples: readonly Sample[], weights: RankWeights): void {
  for (const isHeldOut of [true, false]) {
    const known = samples.filter((one) => one.isHeldOut === isHeldOut && one.wanted.length > 0);
    const ranks = known.map((sample) =>
      sample.ranking.ranked
        .toSorted((a, b) => combine(b.features, weights) - combine(a.features, weights))
        .findIndex((ranked) => isWanted(sample, ranked)),
    );
    const share = (most: number) =>
      ((100 * ranks.filter((rank) => rank >= 0 && rank < most).length) / ranks.length).toFixed(1);
    const name = isHeldOut ? 'held out' : 'others';
    process.stdout.write(`${title}, ${name} (${ranks.length}): ${share(1)}/${share(3)}\n`);
  }
}

function constant(comment: string, name: string, weights: Readonly<Record<string, number>>) {
  const lines = Object.entries(weights).map(([key, weight]) => `  ${key}: ${weight.toFixed(2)},`);
  return [`/** ${comment} */`, `export const ${name} = {`, ...lines, '};'].join('\n');
}

function named<Name extends string>(names: readonly Name[], values: readonly number[]) {
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0])) as Record<Name, number>;
}
