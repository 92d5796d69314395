import type { TokenPair } from '../model/token.ts';

const DAY_MS = 86_400_000;
const EXPIRING_DAYS = 14; // long enough to reach the OA's administrator and get consent

/** How long an OA may still be used. `days` are whole days before an administrator must grant access again. */
export type TokenStatus = {
  state: 'missing' | 'ok' | 'expiring' | 'dead';
  days: number;
  /** Vietnamese, for the health page. */
  message: string;
};

/** Reads a pair's state. `isRefused`: Zalo has refused its refresh token, so it ends with the access token. */
export function describeTokens(
  pair: TokenPair | undefined,
  { now, isRefused }: { now: Date; isRefused: boolean },
): TokenStatus {
  if (pair === undefined) {
    return { state: 'missing', days: 0, message: 'Chưa có token: chạy "npm run cli -- token".' };
  }
  const leftMs = pair.refreshExpiresAt.getTime() - now.getTime();
  const days = Math.max(0, Math.floor(leftMs / DAY_MS));
  if (isRefused || leftMs <= 0) {
    const message = 'Zalo không cấp token mới nữa: quản trị OA phải cấp quyền lại.';
    return { state: 'dead', days: 0, message };
  }
  const message = `Còn ${days} ngày trước khi phải cấp quyền lại.`;
  return { state: days < EXPIRING_DAYS ? 'expiring' : 'ok', days, message };
}
