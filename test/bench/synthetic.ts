import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Procedure } from '../../src/knowledge/procedure.ts';

const ALIASES = 2; // an import brings none; "facts" records have two or more

/** A knowledge folder with this many procedures: the shipped ones, and others put together from their words. */
export async function syntheticFolder(shipped: string, count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-bench-'));
  const { knowledge } = await loadKnowledge(shipped);
  const real = [...knowledge.procedures.values()];
  await cp(shipped, folder, { recursive: true });
  for (let i = real.length; i < count; i++) {
    const made = crossed(i, real);
    const file = join(folder, 'procedures', made.field, `${made.code}-thu.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(made, null, 2));
  }
  return folder;
}

/** One real record with the beginnings of its own names and the ends of another's. */
function crossed(i: number, real: readonly Procedure[]): Procedure {
  const one = real[i % real.length];
  const other = real[(i * 7919 + Math.floor(i / real.length)) % real.length];
  if (one === undefined || other === undefined) throw new Error('no procedures to start from');
  return {
    ...one,
    code: `9.${String(i).padStart(6, '0')}`,
    name: cross(one.name, other.name),
    shortName: cross(one.shortName, other.shortName).slice(0, 60).trim(),
    aliases: one.aliases
      .slice(0, ALIASES)
      .map((alias, k) => cross(alias, other.aliases[k % other.aliases.length] ?? alias)),
    related: [],
    replacedBy: [],
  };
}

function cross(one: string, other: string): string {
  const [left, right] = [one.split(' '), other.split(' ')];
  return [
    ...left.slice(0, Math.ceil(left.length / 2)),
    ...right.slice(Math.floor(right.length / 2)),
  ].join(' ');
}
