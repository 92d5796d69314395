import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { temporaryFolder } from '../helpers/program.ts';

it('keeps the record that its file is named after when a copy still has the same code', async () => {
  const root = await temporaryFolder();
  const folder = 'procedures/ho-tich';
  await mkdir(join(root, folder), { recursive: true });
  const real = `${folder}/1.001193-dang-ky-khai-sinh.json`;
  await cp(join('knowledge', real), join(root, real));
  for (const name of ['0.000001-ban-chep.json', '9.000001-ban-chep.json']) {
    await cp(join('knowledge', real), join(root, folder, name));
  }

  const { knowledge, records } = await loadKnowledge(root);

  expect(knowledge.procedures.get('1.001193')).toBe(records.get(real));
});
