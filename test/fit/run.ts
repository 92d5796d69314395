import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RANK_WEIGHTS } from '../../src/search/weights.ts';
import { calibration, fitCertainty } from './calibration.ts';
import { crossValidated, fitRanking } from './folds.ts';
import { allSamples, isWanted, type Sample } from './samples.ts';

// npm run fit: finds the weights of src/search/weights.ts anew. The half of the questions that is reported is never read.
const TARGET = join(import.meta.dirname, '../../src/search/weights.ts');

// The shipped weights choose the text and the reading whose signs count: after a great change, run it twice.
const samples = allSamples(RANK_WEIGHTS);
report('with the weights so far, known to them', samples);
const unseen = crossValidated(samples);
report('cross-validated, by procedure', unseen);
const { short, story } = fitRanking(samples);
const { scope, right } = fitCertainty(unseen);
print(calibration(unseen));
writeFileSync(
  TARGET,
  [
    '// Written by `npm run fit`; do not edit by hand.',
    '/** What each sign of a match is worth to the ranking: in a short question, and in a story. */',
    `export const RANK_WEIGHTS = { short: {\n${lines(short)}\n}, story: {\n${lines(story)}\n} };`,
    '/** What speaks for a message being about something we know. */',
    `export const SCOPE_WEIGHTS = {\n${lines(scope)}\n};`,
    '/** What speaks for the best candidate being the right one. */',
    `export const RIGHT_WEIGHTS = {\n${lines(right)}\n};`,
  ].join('\n') + '\n',
);

/** Prints how many of the samples of each set have their answer first, and among the first three. */
function report(title: string, asked: readonly Sample[]): void {
  print(`${title}: hit@1/hit@3 (%)`);
  const known = asked.filter(({ wanted }) => wanted.length > 0);
  for (const set of new Set(known.map((sample) => sample.set))) {
    print(`  ${set.padEnd(14)} ${hits(known.filter((sample) => sample.set === set))}`);
  }
  print(`  ${'all questions'.padEnd(14)} ${hits(known.filter(({ weight }) => weight > 2))}`);
}

function hits(asked: readonly Sample[]): string {
  const ranks = asked.map((one) => one.ranking.ranked.findIndex((ranked) => isWanted(one, ranked)));
  const share = (most: number) =>
    ((100 * ranks.filter((rank) => rank >= 0 && rank < most).length) / ranks.length).toFixed(1);
  return `${share(1)}/${share(3)} (${ranks.length})`;
}

function lines(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([name, weight]) => `${name}: ${weight.toFixed(2)},`)
    .join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
