import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { OaAccount } from '../model/oa-account.ts';
import { diagnoseMismatch } from './signature-diagnosis.ts';
import { type WebhookBody, webhookBody } from './webhook-body.ts';

/** What is signed. `timestamp` is the body's own, exactly as printed there. */
export type SignedParts = {
  appId: string;
  rawBody: Buffer | string;
  timestamp: string;
  secretKey: string;
};

/** `body` is what was read to find the account. `hint` is Vietnamese, for the log: the likely cause and where to mend it. It never holds a secret. */
export type Verification =
  | { valid: true; account: OaAccount; body: WebhookBody }
  | {
      valid: false;
      reason: 'missing' | 'not-json' | 'unknown-app' | 'unknown-oa' | 'mismatch';
      hint: string;
    };

type Refusal = Extract<Verification, { valid: false }>;

const someone = z.looseObject({ id: z.string().optional() }).optional().catch(undefined);
const field = z.string().optional().catch(undefined);
const envelopeSchema = z.looseObject({
  app_id: field,
  timestamp: field,
  oa_id: field,
  sender: someone,
  recipient: someone,
});
type Envelope = z.infer<typeof envelopeSchema>;

const HEADER = /^\s*(?:mac=)?([0-9a-f]{64})\s*$/i;

/**
 * The value of `X-ZEvent-Signature`: `mac=` and sha256(app id + raw body + timestamp + OA Secret Key) in hex. A plain
 * hash, not an HMAC (facts/zalo.md 2.3, after Zalo's own Java SDK).
 */
export function signBody(parts: SignedParts): string {
  return `mac=${digest(parts).toString('hex')}`;
}

/**
 * Says whether Zalo sent these bytes, and to which account. `rawBody` must be the bytes as received. The account is
 * the one of the body's app id and, of several, the one whose OA id stands in the body.
 */
export function verifySignature({
  rawBody,
  header,
  accounts,
}: {
  rawBody: Buffer;
  header: string | undefined;
  accounts: readonly OaAccount[];
}): Verification {
  if (header === undefined || header.trim() === '') {
    return refuse('missing', 'Yêu cầu không có chữ ký: thường là lúc Zalo kiểm tra URL, bỏ qua.');
  }
  const body = webhookBody(rawBody);
  const { data: envelope } = envelopeSchema.safeParse(body.json);
  if (envelope === undefined) {
    return refuse('not-json', 'Nội dung nhận được không phải JSON của Zalo.');
  }
  const account = findAccount(envelope, accounts);
  if ('reason' in account) return account;
  const parts = {
    appId: account.appId,
    rawBody,
    timestamp: envelope.timestamp ?? '',
    secretKey: account.secretKey,
  };
  const received = HEADER.exec(header)?.[1];
  if (received === undefined) {
    return refuse(
      'mismatch',
      'Chữ ký không đúng dạng "mac=" và 64 ký tự hex: không phải của Zalo.',
    );
  }
  const mac = Buffer.from(received, 'hex');
  const matches = (candidate: SignedParts) => timingSafeEqual(digest(candidate), mac);
  if (matches(parts)) return { valid: true, account, body };
  return refuse('mismatch', diagnoseMismatch(parts, account, matches));
}

/** An OA and a resident never share an id, so whichever of the three names one of our accounts is the OA. */
function findAccount(body: Envelope, accounts: readonly OaAccount[]): OaAccount | Refusal {
  const ofApp = accounts.filter((account) => account.appId === body.app_id);
  const [only] = ofApp;
  if (only === undefined) {
    return refuse('unknown-app', 'Sự kiện của ứng dụng khác: kiểm tra ZALO_APP_ID trong .env.');
  }
  const named = [body.oa_id, body.recipient?.id, body.sender?.id].filter((id) => id !== undefined);
  if (named.length === 0 && ofApp.length === 1) return only;
  const account = ofApp.find(({ oaId }) => named.includes(oaId));
  return (
    account ??
    refuse('unknown-oa', 'Sự kiện của OA chưa khai báo: thêm OA này vào ZALO_OA_IDS trong .env.')
  );
}

function refuse(reason: Refusal['reason'], hint: string): Refusal {
  return { valid: false, reason, hint };
}

function digest({ appId, rawBody, timestamp, secretKey }: SignedParts): Buffer {
  return createHash('sha256')
    .update(appId)
    .update(rawBody)
    .update(timestamp)
    .update(secretKey)
    .digest();
}
