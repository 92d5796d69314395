import { access } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type HistoryPlace, newestVersions, type Version } from '../knowledge/versions.ts';
import { AppError } from '../lib/app-error.ts';

const SHOWN = 8;

/** The knowledge file meant: its path from any folder, or a part of its name such as the code. */
export async function findFile({ root, folder }: HistoryPlace, name: string): Promise<string> {
  const given = name.replaceAll('\\', '/').replace(/^\.\//, '');
  const fromRoot = relative(root, resolve(given)).replaceAll('\\', '/');
  const kept = [...(await newestVersions(folder)).keys()].sort();
  for (const path of [given, fromRoot]) {
    if (kept.includes(path)) return path;
  }
  const matching = kept.filter((file) => file.includes(given));
  const [first, ...others] = matching;
  if (first !== undefined && others.length === 0) return first;
  if (first !== undefined) {
    throw new AppError(`Có ${matching.length} tệp hợp với "${name}".`, {
      hint: `Ghi rõ hơn, ví dụ một trong các tệp: ${matching.slice(0, SHOWN).join(', ')}.`,
    });
  }
  throw new AppError(`Chưa có bản lưu nào của "${name}".`, { hint: await whyNone(root, given) });
}

async function whyNone(root: string, file: string): Promise<string> {
  const isThere = await access(join(root, file)).then(
    () => true,
    () => false,
  );
  return isThere
    ? 'Chương trình lưu lịch sử khi đang chạy: mở bằng npm start rồi chạy lại lệnh này.'
    : 'Ghi đường dẫn trong thư mục knowledge, hoặc mã thủ tục, ví dụ: history list 1.001193';
}

/** The version meant: its number in the list, or the letters and digits behind its time. */
export function pickVersion(versions: readonly Version[], text: string, file: string): Version {
  const byNumber = /^\d{1,7}$/.test(text) ? versions[Number(text) - 1] : undefined;
  const picked =
    byNumber ?? versions.findLast(({ hash, name }) => hash === text || name === `${text}.json`);
  if (picked !== undefined) return picked;
  throw new AppError(`Không có bản "${text}" của ${file}.`, {
    hint: `Xem các bản: npm run --silent cli -- history list ${file}`,
  });
}
