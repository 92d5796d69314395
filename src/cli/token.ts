import { AppError } from '../lib/app-error.ts';
import type { TokenPair } from '../model/token.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import { FolderInUseError } from '../store/lowdb/lock.ts';
import { dropToken } from '../token-drop.ts';
import type { Command } from './command.ts';

const ACCESS_HOURS = 25; // how long Zalo's access tokens live; the program renews earlier
const REFRESH_DAYS = 90;

/** Seeds the tokens of an official account, taken from Zalo's API Explorer. Works while the program runs, too. */
export const token: Command = {
  name: 'token',
  summary: 'Ghi cặp token của một OA (lấy ở developers.zalo.me → Công cụ → API Explorer)',
  usage: 'token set --oa <số OA> --access-token <token> --refresh-token <token>',
  options: {
    oa: { type: 'string' },
    'access-token': { type: 'string' },
    'refresh-token': { type: 'string' },
  },
  async run({ config, values, positionals, print }) {
    if (positionals[0] !== 'set') throw usageError();
    const pair = pairFrom(values);
    try {
      const store = await openLowdbStore(config.DATA_DIR);
      await store.tokens.save(pair);
      await store.close();
      print(`Đã ghi token cho OA ${pair.oaId}.`);
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error;
      await dropToken(config.DATA_DIR, pair);
      print(`Chương trình đang chạy sẽ nhận token của OA ${pair.oaId} trong vài giây.`);
    }
    return 0;
  },
};

function pairFrom(values: Readonly<Record<string, string | boolean | undefined>>): TokenPair {
  const { oa: oaId, 'access-token': accessToken, 'refresh-token': refreshToken } = values;
  if (
    typeof oaId !== 'string' ||
    typeof accessToken !== 'string' ||
    typeof refreshToken !== 'string'
  ) {
    throw usageError();
  }
  const now = Date.now();
  return {
    oaId,
    accessToken,
    refreshToken,
    accessExpiresAt: new Date(now + ACCESS_HOURS * 3_600_000),
    refreshExpiresAt: new Date(now + REFRESH_DAYS * 24 * 3_600_000),
  };
}

function usageError(): AppError {
  return new AppError('Thiếu thông tin token.', { hint: `Cách dùng: ${token.usage}` });
}
