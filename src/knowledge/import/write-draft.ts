import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, toError } from '../../lib/app-error.ts';
import type { Procedure } from '../procedure.ts';
import { fileNameOf, IMPORTED_BY } from './draft.ts';
import type { Standing } from './standing.ts';

/** Where a draft goes: a new code among the procedures, a known one beside them, where the bot never looks. */
export function placeOf(draft: Procedure, standing: Standing | undefined): string {
  if (standing === undefined) return `procedures/${draft.field}/${fileNameOf(draft)}`;
  return standing.file.replace(/^procedures\//, 'drafts/');
}

/**
 * Writes a draft and says whether it did. A draft that a person has put a name to is left alone; nothing under
 * procedures/ is ever written over.
 */
export async function writeDraft(root: string, file: string, draft: Procedure): Promise<boolean> {
  const path = join(root, file);
  const isBeside = file.startsWith('drafts/');
  if (isBeside && (await belongsToPerson(path))) return false;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(draft, null, 2)}\n`, { flag: isBeside ? 'w' : 'wx' });
    return true;
  } catch (cause) {
    throw new AppError(`Không ghi được tệp "${path}" (${toError(cause).message}).`, {
      hint: 'Kiểm tra quyền ghi của thư mục, và tệp ấy đã có chưa.',
      cause,
    });
  }
}

async function belongsToPerson(path: string): Promise<boolean> {
  // No such file, so nobody's.
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text !== undefined && !text.includes(`"checkedBy": "${IMPORTED_BY}"`);
}
