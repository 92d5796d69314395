import { statfs } from 'node:fs/promises';

/** How much of a disk is free. */
export type DiskSpace = { freeBytes: number; freePart: number };

/** The disk that a folder is on; undefined where the system does not tell. */
export async function diskSpace(folder: string): Promise<DiskSpace | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, freePart: blocks === 0 ? 1 : bavail / blocks };
  } catch {
    return undefined; // no such folder yet, or a network drive that does not say: nothing to tell of
  }
}
