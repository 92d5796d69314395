import { describe, expect, it, vi } from 'vitest';
import { historyFolder, versionsOf } from '../../src/knowledge/versions.ts';
import { procedure } from '../helpers/build.ts';
import { startProgram } from '../helpers/program.ts';
import { BIRTH, knowledgeFolder, save } from '../knowledge/folder.ts';

describe('the running program', () => {
  it('keeps the knowledge as it started with, and every change that staff save', async () => {
    const root = await knowledgeFolder();
    const { dataFolder, knowledge } = await startProgram({ settings: { KNOWLEDGE_DIR: root } });
    const kept = async () => (await versionsOf(historyFolder(dataFolder), BIRTH)).length;
    await vi.waitFor(async () => {
      expect(await kept()).toBe(1);
    });
    await save(root, { [BIRTH]: procedure({ shortName: 'Khai sinh' }) });

    await knowledge.refresh();

    await vi.waitFor(async () => {
      expect(await kept()).toBe(2);
    });
  });
});
