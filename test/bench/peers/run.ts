import { rm } from 'node:fs/promises';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { syntheticFolder } from '../synthetic.ts';
import { type Catalogue, catalogueOf, ours } from './catalogue.ts';
import { compete, type Contender, type Outcome } from './compare.ts';
import { flexsearch } from './flexsearch.ts';
import { lunrPeer } from './lunr.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { wink } from './wink.ts';

// npm run bench:peers [-- 40 400 6500]: the same catalogue and questions on five engines and ours, side by side.
const SIZES = [40, 400, 6500];
const CONTENDERS: readonly Contender[] = [
  ...[flexsearch, minisearch, orama, lunrPeer, wink].map(({ name, build }) => ({
    name,
    build: ({ entries }: Catalogue) => build(entries),
  })),
  { name: 'Trợ lý Một cửa', build: ours },
];

const asked = process.argv.slice(2).map(Number);
const shipped = await loadKnowledge('knowledge');
for (const size of asked.length > 0 ? asked : SIZES) {
  if (size <= shipped.knowledge.procedures.size) await race(catalogueOf(shipped.knowledge, size));
  else await raceMadeUp(size);
}

async function raceMadeUp(size: number): Promise<void> {
  const folder = await syntheticFolder('knowledge', size);
  try {
    const { knowledge } = await loadKnowledge(folder);
    await race(catalogueOf(knowledge, size));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function race(catalogue: Catalogue): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const contender of CONTENDERS) outcomes.push(await compete(contender, catalogue));
  const { entries, questions } = catalogue;
  print(`\n${entries.length} procedures, ${questions.length} questions never used for tuning`);
  print(['engine', 'hit@1', 'hit@3', 'p50 ms', 'p99 ms', 'build ms', 'heap MB'].join(' | '));
  for (const one of outcomes) {
    const cells = [one.engine, percent(one.hit1), percent(one.hit3)];
    const figures = [one.p50, one.p99].map((ms) => ms.toFixed(2));
    print([...cells, ...figures, one.buildMs.toFixed(0), one.heapMb.toFixed(1)].join(' | '));
  }
  const sets = [...(outcomes[0]?.bySet.keys() ?? [])];
  print(`\nhit@1 by class: ${sets.join(' | ')}`);
  for (const { engine, bySet } of outcomes) {
    print([engine, ...sets.map((set) => percent(bySet.get(set) ?? 0))].join(' | '));
  }
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
