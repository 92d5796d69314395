import { writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LiveKnowledge } from '../../src/knowledge/live-knowledge.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { commune, marriage, procedure } from '../helpers/build.ts';
import { BIRTH, type Files, knowledgeFolder, MARRIAGE, NAM_DAN, save } from './folder.ts';

async function openLive(files: Files = {}) {
  const root = await knowledgeFolder(files);
  const reloads: (readonly Problem[])[] = [];
  const live = await LiveKnowledge.open({
    root,
    onReload: (_, problems) => {
      reloads.push(problems.filter(({ severity }) => severity === 'error'));
    },
    onError: ignore,
  });
  onTestFinished(() => {
    live.close();
  });
  return { live, root, reloads };
}

function ignore(): void {
  // nobody listens
}

const nameOfBirth = (live: LiveKnowledge) => live.current.procedures.get('1.001193')?.shortName;

describe('knowledge that staff edit while residents ask', () => {
  it('is read again when a file is saved', async () => {
    const { live, root } = await openLive();
    await save(root, { [BIRTH]: procedure({ shortName: 'Làm giấy khai sinh' }) });

    await live.refresh();

    expect(nameOfBirth(live)).toBe('Làm giấy khai sinh');
  });

  it('is not read again when nothing was saved', async () => {
    const { live, reloads } = await openLive();
    const before = live.current;

    await live.refresh();

    expect(live.current).toBe(before);
    expect(reloads).toHaveLength(1);
  });

  it('keeps the last good version of a file that breaks, and says what is wrong', async () => {
    const { live, root, reloads } = await openLive({ [MARRIAGE]: marriage() });
    await save(root, { [BIRTH]: '{"code": ', [NAM_DAN]: { ...commune(), slug: 'Nấm Dẩn' } });

    await live.refresh();

    expect(nameOfBirth(live)).toBe('Đăng ký khai sinh');
    expect(live.current.communes.get('nam-dan')?.commune.name).toBe('xã Nấm Dẩn');
    expect(live.current.procedures.size).toBe(2);
    const wrong = [{ file: BIRTH }, { file: NAM_DAN, path: 'slug' }];
    expect(reloads.at(-1)).toMatchObject(wrong);
    expect(live.problems.filter(({ severity }) => severity === 'error')).toMatchObject(wrong);
  });

  it('keeps it however often other files are saved meanwhile', async () => {
    const { live, root } = await openLive();
    await save(root, { [BIRTH]: '{' });
    await live.refresh();
    await save(root, { [MARRIAGE]: marriage() });

    await live.refresh();

    expect(nameOfBirth(live)).toBe('Đăng ký khai sinh');
    expect(live.current.procedures.has('1.000894')).toBe(true);
  });

  it('takes the new version once the file is mended, and forgets the problem', async () => {
    const { live, root, reloads } = await openLive();
    await save(root, { [BIRTH]: '{' });
    await live.refresh();
    await save(root, { [BIRTH]: procedure({ shortName: 'Khai sinh, bản mới' }) });

    await live.refresh();

    expect(nameOfBirth(live)).toBe('Khai sinh, bản mới');
    expect(reloads.at(-1)).toEqual([]);
  });

  it('takes in a new file and lets go of a deleted one', async () => {
    const { live, root } = await openLive();
    await save(root, { [BIRTH]: undefined, [MARRIAGE]: marriage() });

    await live.refresh();

    expect([...live.current.procedures.keys()]).toEqual(['1.000894']);
  });

  it('stays as it is when the whole folder is out of reach for a while', async () => {
    const { live, root } = await openLive();
    await save(root, { [BIRTH]: undefined });
    await rename(root, `${root}-away`);

    await expect(live.refresh()).rejects.toThrow();
    expect(nameOfBirth(live)).toBe('Đăng ký khai sinh');

    await rename(`${root}-away`, root);
    await live.refresh();
    expect(nameOfBirth(live)).toBeUndefined();
  });

  it('misses no file that is saved while the program starts', async () => {
    const served: (string | undefined)[] = [];
    for (let moment = 0; moment < 40; moment++) {
      const root = await knowledgeFolder();
      const opening = LiveKnowledge.open({ root, onReload: ignore, onError: ignore });
      for (let i = 0; i < moment; i++) await new Promise((resolve) => setImmediate(resolve));
      writeFileSync(join(root, BIRTH), JSON.stringify(procedure({ shortName: 'Bản mới' })));

      const live = await opening;
      await live.refresh();
      served.push(nameOfBirth(live));
    }

    expect(served).toEqual(served.map(() => 'Bản mới'));
  });

  it('starts with what can be read when a file is broken from the beginning', async () => {
    const { live, reloads } = await openLive({ [BIRTH]: '{', [MARRIAGE]: marriage() });

    expect([...live.current.procedures.keys()]).toEqual(['1.000894']);
    expect(reloads).toMatchObject([[{ file: BIRTH }]]);
  });
});
