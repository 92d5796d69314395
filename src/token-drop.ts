import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from './lib/app-error.ts';
import type { TokenPair, TokenVault } from './model/token.ts';

const dropSchema = z.object({
  oaId: z.string(),
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  accessExpiresAt: z.coerce.date(),
  refreshExpiresAt: z.coerce.date(),
});

/** Leaves a pair for the running program, which alone may write to its data folder. */
export async function dropToken(dataFolder: string, pair: TokenPair): Promise<void> {
  const folder = dropFolder(dataFolder);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${pair.oaId}.json`);
  await writeFile(`${path}.part`, JSON.stringify(pair), { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** Takes in the pairs that were left. Gives the ids of their accounts; a damaged file is told after the others. */
export async function takeDroppedTokens(dataFolder: string, vault: TokenVault): Promise<string[]> {
  const folder = dropFolder(dataFolder);
  const names = await readdir(folder).catch(() => []); // no folder: nothing was ever left
  const taken: string[] = [];
  const damaged: AppError[] = [];
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const path = join(folder, name);
    const pair = await readDrop(path);
    if (pair instanceof AppError) {
      damaged.push(pair);
      continue;
    }
    await vault.save(pair);
    await rm(path);
    taken.push(pair.oaId);
  }
  const [first] = damaged;
  if (first !== undefined) throw first;
  return taken;
}

async function readDrop(path: string): Promise<TokenPair | AppError> {
  try {
    return dropSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    return new AppError(`Tệp token ${path} không đọc được.`, {
      hint: 'Xóa tệp này, rồi chạy lại "npm run cli -- token set".',
      cause,
    });
  }
}

function dropFolder(dataFolder: string): string {
  return join(dataFolder, 'token-moi');
}
