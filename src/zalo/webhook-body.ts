import { parseExactJson } from './exact-json.ts';

/** The body of a webhook call: the bytes that were signed, and what they say as JSON, undefined when they say none. */
export type WebhookBody = { bytes: Buffer; json: unknown };

/** Reads a body once, for the signature and for the event in it. */
export function webhookBody(bytes: Buffer): WebhookBody {
  return { bytes, json: parseExactJson(bytes.toString('utf8')) };
}
