import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import '../../src/config.ts'; // makes zod speak Vietnamese, as in the program
import { commune, procedure } from '../helpers/build.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

export const BIRTH = 'procedures/ho-tich/1.001193-dang-ky-khai-sinh.json';
export const MARRIAGE = 'procedures/ho-tich/1.000894-dang-ky-ket-hon.json';
export const NAM_DAN = 'communes/nam-dan/commune.json';

/** What the files hold: a text as it is, anything else as JSON. */
export type Files = Readonly<Record<string, unknown>>;

/** A knowledge folder with these files, and one commune and one procedure unless they are among them. */
export async function knowledgeFolder(files: Files = {}): Promise<string> {
  const root = await temporaryFolder();
  await save(root, { [NAM_DAN]: commune(), [BIRTH]: procedure(), ...files });
  return root;
}

/** Saves files in a folder; one that is undefined is deleted. */
export async function save(root: string, files: Files): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, file);
    await mkdir(dirname(path), { recursive: true });
    if (content === undefined) await rm(path, { force: true });
    else await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
}
