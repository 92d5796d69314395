import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type KeptFile = { code: string; id: string };

/** Where pictures and files of reports are kept: a folder a report. */
export function keptFilesFolder(dataFolder: string): string {
  return join(dataFolder, 'tep');
}

/** Where a picture or file of a report is kept. Throws nothing; undefined for a code or id that could be a path. */
export function keptFilePath(dataFolder: string, { code, id }: KeptFile): string | undefined {
  const isPlain = [code, id].every((name) => /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(name));
  return isPlain ? join(keptFilesFolder(dataFolder), code, id) : undefined;
}

/** What a resident sent with a report; undefined when it is not there (any more). */
export async function openKeptFile(
  dataFolder: string,
  file: KeptFile,
): Promise<Uint8Array | undefined> {
  const path = keptFilePath(dataFolder, file);
  return path === undefined ? undefined : readFile(path).catch(ifMissing);
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
