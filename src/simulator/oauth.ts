import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { readableHeaders, recordExchange, type Exchange } from './record-exchange.ts';
import type { SimulatorState } from './state.ts';
import { ACCESS_TOKEN_SECONDS } from './token-book.ts';

const formSchema = z.looseObject({
  app_id: z.string(),
  grant_type: z.literal('refresh_token'),
  refresh_token: z.string(),
});

type Failure = { error: number; error_name: string; error_reason: string; ref_doc: string };

/** `https://oauth.zaloapp.com` in small: refreshing only. Errors have HTTP 200 and no `message`, as on the real host. */
export function createOAuth(state: SimulatorState): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }));
  router.post('/v4/oa/access_token', (request, response) => {
    const exchange = beginExchange(request);
    const { refresh } = state.switches;
    if (refresh === 'hang') {
      recordExchange(state, exchange, { status: undefined, answer: '(treo, không trả lời)' });
      return;
    }
    if (refresh === 'http-500') {
      recordExchange(state, exchange, { status: 500, answer: 'HTTP 500' });
      response.status(500).type('text').send('Internal Server Error');
      return;
    }
    const answer = refresh === 'error-body' ? invalidRefreshToken() : grant(request, state);
    finish(response, { state, exchange, answer });
  });
  return router;
}

function finish(
  response: Response,
  { state, exchange, answer }: { state: SimulatorState; exchange: Exchange; answer: object },
): void {
  // The tokens themselves are kept out of the log.
  const shown = 'error' in answer ? answer : { access_token: '…', refresh_token: '…' };
  if (state.switches.refresh === 'drop-after') {
    recordExchange(state, exchange, { status: undefined, answer: '(đổi token rồi ngắt kết nối)' });
    response.destroy();
    return;
  }
  recordExchange(state, exchange, { status: 200, answer: shown });
  response.json(answer);
}

function grant(request: Request, state: SimulatorState): object {
  const form = formSchema.safeParse(request.body);
  if (!form.success) return failure(-14001, 'Invalid parameter');
  const account = state.accounts.find(({ appId }) => appId === form.data.app_id);
  if (account === undefined) return failure(-14002, 'Invalid appId');
  if (request.get('secret_key') !== account.appSecret) return failure(-14004, 'Invalid secret key');
  const pair = state.tokens.trade(form.data.refresh_token);
  if (pair === undefined) return invalidRefreshToken();
  return {
    access_token: pair.accessToken,
    refresh_token: pair.refreshToken,
    expires_in: String(ACCESS_TOKEN_SECONDS),
  };
}

function invalidRefreshToken(): Failure {
  return failure(-14014, 'Invalid refresh token');
}

function failure(error: number, name: string): Failure {
  const refDoc = 'https://developers.zalo.me/docs/social-api/tham-khao/ma-loi';
  return { error, error_name: name, error_reason: name, ref_doc: refDoc };
}

function beginExchange(request: Request): Exchange {
  return {
    started: performance.now(),
    oaId: '',
    tokenFault: undefined,
    method: request.method,
    path: request.path,
    headers: readableHeaders(request),
    rawBody: Buffer.from('(biểu mẫu có refresh token, không ghi lại)'),
  };
}
