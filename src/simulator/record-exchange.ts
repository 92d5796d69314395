import type { Request } from 'express';
import { z } from 'zod';
import type { SimulatorState } from './state.ts';

/** A request to a simulated host while it is being answered. `started` is of performance.now(). */
export type Exchange = {
  started: number;
  /** '' when the token names no account. */
  oaId: string;
  tokenFault: -216 | -220 | undefined;
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  rawBody: Buffer;
};

const SHOWN_HEADERS = ['content-type', 'access_token', 'secret_key', 'user-agent'] as const;
const SECRET_HEADERS: readonly string[] = ['access_token', 'secret_key'];
const HIDDEN = '…';

const bodySchema = z.looseObject({ recipient: z.looseObject({ user_id: z.string() }) });

/** The headers worth showing, secrets replaced. */
export function readableHeaders(request: Request): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const name of SHOWN_HEADERS) {
    const value = request.get(name);
    if (value !== undefined) shown[name] = SECRET_HEADERS.includes(name) ? HIDDEN : value;
  }
  return shown;
}

/** Keeps an exchange in the log and shows it to the page of the resident it concerns. */
export function recordExchange(
  { log, hub, clock }: SimulatorState,
  { started, oaId, method, path, headers, rawBody }: Exchange,
  { status, answer }: { status: number | undefined; answer: unknown },
): void {
  const isText = headers['content-type']?.startsWith('multipart/') !== true;
  const text = isText ? rawBody.toString('utf8') : `(${rawBody.length} byte)`;
  const record = {
    at: clock(),
    oaId,
    userId: isText ? recipientOf(text) : '',
    method,
    path,
    headers,
    rawBody: text,
    status,
    answer,
    ms: Math.round(performance.now() - started),
  };
  log.addApi(record);
  hub.send(record, 'api', record);
}

function recipientOf(text: string): string {
  if (!text.startsWith('{')) return '';
  try {
    return bodySchema.safeParse(JSON.parse(text)).data?.recipient.user_id ?? '';
  } catch {
    return ''; // not JSON: the endpoint refuses it, here it only has no recipient
  }
}
