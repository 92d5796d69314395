import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/** The code of the only report in it. */
export const FIRST_TICKET = 'ND-2611-0001';

/** A copy of a data folder as the first release (commit 0e835cd) left it after a kill. */
export async function firstRelease(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(import.meta.dirname, 'first-release'), folder, { recursive: true });
  return folder;
}
