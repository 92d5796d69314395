import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Request, type Response, type Router } from 'express';
import { anyRefusal, refusal } from './api-answer.ts';
import { parseJson, ENDPOINTS } from './openapi-endpoints.ts';
import { readableHeaders, recordExchange, type Exchange } from './record-exchange.ts';
import type { SendOutcome } from './send-message.ts';
import type { SimulatorState } from './state.ts';
import type { WebhookPusher } from './webhook-pusher.ts';

const MINUTE_MS = 60_000;
const LARGEST_BODY = '6mb';
const PHONE_DELAY_MS = 5; // the resident's phone gets a message just after the program gets its answer

/** `https://openapi.zalo.me` in small: same paths, headers, checks and oddities. */
export function createOpenApi(state: SimulatorState, pusher: WebhookPusher): Router {
  const router = express.Router();
  const limiter = createLimiter(state);
  router.use(express.raw({ type: () => true, limit: LARGEST_BODY }));
  router.use((request, response) => {
    const exchange = beginExchange(request, state);
    if (playFault(exchange, response, state)) return;
    const { remain, isOver } = limiter();
    response.set('X-RateLimit-Limit', String(state.switches.ratePerMinute));
    response.set('X-RateLimit-Remain', String(remain));
    const outcome = isOver ? { body: refusal(-32) } : answer(exchange, request, state);
    if (outcome === undefined) {
      recordExchange(state, exchange, { status: 404, answer: 'Not Found' });
      response.status(404).type('text').send('Not Found');
      return;
    }
    const { afterwards } = outcome;
    const isLost = afterwards !== undefined && state.switches.loseAnswers > 0;
    recordExchange(state, exchange, { status: isLost ? undefined : 200, answer: outcome.body });
    if (isLost) {
      state.switches.loseAnswers -= 1;
      response.destroy();
    } else response.json(outcome.body);
    if (afterwards !== undefined) {
      void pusher.track(sleep(PHONE_DELAY_MS).then(() => afterwards(pusher)));
    }
  });
  return router;
}

function beginExchange(request: Request, state: SimulatorState): Exchange {
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const authorised = state.tokens.authorise(request.get('access_token'));
  return {
    started: performance.now(),
    oaId: 'oaId' in authorised ? authorised.oaId : '',
    tokenFault: 'code' in authorised ? authorised.code : undefined,
    method: request.method,
    path: request.path,
    headers: readableHeaders(request),
    rawBody,
  };
}

/** Plays the fault that the switches ask for; true when the request has thereby been dealt with. */
function playFault(exchange: Exchange, response: Response, state: SimulatorState): boolean {
  const { switches } = state;
  if (switches.failNext <= 0) return false;
  switches.failNext -= 1;
  switch (switches.failHow) {
    case 'code': {
      const body = anyRefusal(switches.failCode);
      recordExchange(state, exchange, { status: 200, answer: body });
      response.json(body);
      return true;
    }
    case 'http-500':
      recordExchange(state, exchange, { status: 500, answer: 'HTTP 500' });
      response.status(500).type('text').send('Internal Server Error');
      return true;
    case 'hang':
      recordExchange(state, exchange, { status: undefined, answer: '(treo, không trả lời)' });
      return true;
    case 'drop':
      recordExchange(state, exchange, { status: undefined, answer: '(ngắt kết nối)' });
      response.destroy();
      return true;
  }
}

function answer(
  { method, path, oaId, tokenFault, rawBody }: Exchange,
  request: Request,
  state: SimulatorState,
): SendOutcome | undefined {
  const endpoint = ENDPOINTS[`${method} ${path}`];
  if (endpoint === undefined) return undefined;
  if (tokenFault !== undefined) return { body: refusal(tokenFault) };
  const { data } = request.query;
  return endpoint({
    oaId,
    contentType: request.get('content-type') ?? '',
    rawBody,
    data: typeof data === 'string' ? parseJson(data) : undefined,
    state,
  });
}

function createLimiter({ clock, switches }: SimulatorState) {
  let minute = 0;
  let used = 0;
  return () => {
    const now = Math.floor(clock().getTime() / MINUTE_MS);
    if (now !== minute) used = 0;
    minute = now;
    used += 1;
    const remain = Math.max(0, switches.ratePerMinute - used);
    return { remain, isOver: used > switches.ratePerMinute };
  };
}
