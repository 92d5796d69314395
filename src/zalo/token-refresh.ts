import { z } from 'zod';
import type { OaAccount } from '../model/oa-account.ts';
import type { TokenPair } from '../model/token.ts';
import { ZaloApiError } from './errors.ts';
import { callZalo } from './http.ts';

const REFRESH_TOKEN_DAYS = 90; // "3 months": the shortest reading
const DAY_MS = 86_400_000;

const grantSchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(), // a string of seconds: "90000" is 25 h
  refresh_token_expires_in: z.coerce.number().positive().optional().catch(undefined),
});

/**
 * Trades the single-use refresh token for a new pair (facts/zalo.md 5). The given pair is dead once this succeeds, so
 * save the result before anything else. Throws ZaloApiError; an answer without an access token is a failure too.
 */
export async function requestNewPair(
  account: OaAccount,
  pair: TokenPair,
  { now, timeoutMs }: { now: Date; timeoutMs: number },
): Promise<TokenPair> {
  const answer = await callZalo({
    method: 'POST',
    url: `${account.oauthUrl}/v4/oa/access_token`,
    headers: { secret_key: account.appSecret },
    body: new URLSearchParams({
      app_id: account.appId,
      grant_type: 'refresh_token',
      refresh_token: pair.refreshToken,
    }),
    timeoutMs,
  });
  const grant = grantSchema.safeParse(answer);
  if (!grant.success) {
    const meaning = `Zalo trả lời nhưng không cấp token mới cho OA ${account.oaId}.`;
    const hint = 'Xem lại quyền của OA ở developers.zalo.me rồi chạy "npm run cli -- token".';
    throw new ZaloApiError(undefined, { action: 'stop', meaning, hint });
  }
  const { data } = grant;
  const refreshMs = data.refresh_token_expires_in
    ? data.refresh_token_expires_in * 1000
    : REFRESH_TOKEN_DAYS * DAY_MS;
  return {
    oaId: account.oaId,
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    accessExpiresAt: new Date(now.getTime() + data.expires_in * 1000),
    refreshExpiresAt: new Date(now.getTime() + refreshMs),
  };
}
