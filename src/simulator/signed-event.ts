import { createHash } from 'node:crypto';
import type { OaAccount } from '../model/oa-account.ts';
import type { Switches } from './switches.ts';
import type { ZaloEventBody } from './webhook-events.ts';

/** A webhook request as it goes over the wire. */
export type SignedEvent = { rawBody: string; headers: Readonly<Record<string, string>> };

/**
 * Prints and signs an event as the switches say. Written apart from `zalo/signature.ts` on purpose: two readings of
 * the rule must agree (sha256 of app id, raw body, timestamp as printed, OA Secret Key; facts/zalo.md 2.3).
 */
export function signEvent(
  event: ZaloEventBody,
  { account, switches, at }: { account: OaAccount; switches: Switches; at: Date },
): SignedEvent {
  const timestamp = at.getTime();
  const body = JSON.stringify({
    app_id: account.appId,
    ...event,
    timestamp: switches.timestamp === 'number' ? timestamp : String(timestamp),
  });
  const rawBody = switches.signature === 'escaped' ? escapeJson(body) : body;
  const firstTerm = switches.signature === 'oa-id' ? account.oaId : account.appId;
  const key = switches.signature === 'wrong-key' ? 'sai-khoá' : account.secretKey;
  const hex = createHash('sha256').update(`${firstTerm}${rawBody}${timestamp}${key}`).digest('hex');
  return { rawBody, headers: { 'content-type': 'application/json', ...header(switches, hex) } };
}

function header({ signature }: Switches, hex: string): Record<string, string> {
  if (signature === 'unsigned') return {};
  return { 'x-zevent-signature': signature === 'bare' ? hex : `mac=${hex}` };
}

/** Form B of the test vectors: as PHP prints JSON. A receiver that re-serialises the body fails on it. */
function escapeJson(json: string): string {
  const units = json.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return units.replaceAll('/', '\\/');
}
