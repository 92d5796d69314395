import { z } from 'zod';
import type { OaAccount } from '../model/oa-account.ts';
import { ZaloApiError } from './errors.ts';
import type { ZaloAnswer } from './http.ts';

const CLOCKS_DIFFER_MS = 60_000; // Zalo's clock and this machine's need not agree to the second

const optional = z.string().optional().catch(undefined);
const coordinates = z.looseObject({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
});

// Numbers are strings here, see parseExactJson. `src` 0 is the OA, 1 the resident (facts/zalo.md 6).
const listedSchema = z.looseObject({
  src: z.enum(['0', '1']),
  time: z.coerce.number(),
  type: z.string(),
  message: z.string().catch(''),
  message_id: z.string().min(1),
  from_id: z.string().min(1),
  to_id: z.string().min(1),
  url: optional,
  thumb: optional,
  location: z.unknown().optional(),
});
const answerSchema = z.looseObject({ data: z.array(z.unknown()).catch([]) });

/** A message as Zalo lists it afterwards. `kind` is Zalo's word: text, photo, voice, sticker, location… */
export type ListedMessage = {
  id: string;
  from: 'oa' | 'resident';
  userId: string;
  at: Date;
  kind: string;
  text: string;
  url: string | undefined;
  location: { latitude: number; longitude: number } | undefined;
};

/** Reads `listrecentchat` and `conversation`, whose `data` is a bare list. What has not the documented shape is left out. */
export function toListedMessages(answer: ZaloAnswer): ListedMessage[] {
  const { data: listed = [] } = answerSchema.safeParse(answer).data ?? {};
  return listed.flatMap((one) => {
    const { data } = listedSchema.safeParse(one);
    if (data === undefined) return [];
    const isResident = data.src === '1';
    return {
      id: data.message_id,
      from: isResident ? 'resident' : 'oa',
      userId: isResident ? data.from_id : data.to_id,
      at: new Date(data.time),
      kind: data.type.toLowerCase(),
      text: data.message.normalize('NFC'),
      url: data.url ?? data.thumb,
      location: readLocation(data.location),
    } as const;
  });
}

/** The place, given as an object or as JSON in a string; which of the two is not documented. */
function readLocation(location: unknown): ListedMessage['location'] {
  const text = typeof location === 'string' ? /^\s*\{.*\}\s*$/s.exec(location)?.[0] : undefined;
  const value = text === undefined ? location : parse(text);
  const { data } = coordinates.safeParse(value);
  return data && { latitude: data.latitude, longitude: data.longitude };
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined; // not JSON: there is no place to read
  }
}

/**
 * The webhook body that Zalo would have sent for a resident's message, so that it can be worked on like any other;
 * undefined for a kind that has none. The id is Zalo's own, so a late delivery of the same message is a duplicate.
 */
export function asWebhookBody(listed: ListedMessage, account: OaAccount): string | undefined {
  const { id, at, userId, text } = listed;
  const content = contentOf(listed);
  if (content === undefined) return undefined;
  return JSON.stringify({
    app_id: account.appId,
    sender: { id: userId },
    recipient: { id: account.oaId },
    event_name: `user_send_${content.name}`,
    message: { msg_id: id, ...(text === '' ? {} : { text }), ...content.message },
    timestamp: String(at.getTime()),
  });
}

function contentOf({ kind, url, location, text }: ListedMessage) {
  const attached = (name: string, payload: object) => ({
    name,
    message: { attachments: [{ type: name, payload }] },
  });
  switch (kind) {
    case 'text':
      return text === '' ? undefined : { name: 'text', message: {} };
    case 'photo':
      return url === undefined ? undefined : attached('image', { url, thumbnail: url });
    case 'location':
      return location && attached('location', { coordinates: location });
    case 'voice':
      return attached('audio', {});
    case 'sticker':
    case 'gif':
      return attached(kind, {});
    case 'link':
    case 'links':
      return attached('link', {});
    default:
      return undefined;
  }
}

type Lister = (
  account: OaAccount,
  page: { userId: string; offset: number },
) => Promise<ListedMessage[]>;

/**
 * Whether a message of this text has gone from the account to the resident since then: asked after a call that got no
 * answer. False when Zalo does not let the account ask: better said twice than never.
 */
export async function wasSent(
  list: Lister,
  account: OaAccount,
  { userId, text, since }: { userId: string; text: string; since: Date },
): Promise<boolean> {
  try {
    const messages = await list(account, { userId, offset: 0 });
    const earliest = since.getTime() - CLOCKS_DIFFER_MS;
    return messages.some(
      (one) =>
        one.from === 'oa' && one.at.getTime() >= earliest && one.text === text.normalize('NFC'),
    );
  } catch (thrown) {
    const isRefused =
      thrown instanceof ZaloApiError && (thrown.action === 'stop' || thrown.action === 'give-up');
    if (isRefused) return false;
    throw thrown;
  }
}
