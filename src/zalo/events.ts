import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { BotEvent, MediaKind } from '../model/event.ts';
import type { OaAccount } from '../model/oa-account.ts';
import * as schemas from './event-schemas.ts';
import type { WebhookBody } from './webhook-body.ts';

type Envelope = z.infer<typeof schemas.envelopeSchema>;
type Base = Pick<BotEvent, 'id' | 'oaId' | 'userId' | 'at'>;
/** Reads one kind of event, or returns undefined when the body has not the shape that Zalo documents. */
type Reader = (body: Envelope, base: Base) => BotEvent | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  user_send_text: readText,
  user_send_image: readImage,
  user_send_file: readFile,
  user_send_location: readLocation,
  user_send_sticker: readMedia('sticker'),
  user_send_audio: readMedia('audio'),
  user_send_video: readMedia('video'),
  user_send_link: readMedia('link'),
  user_send_gif: readMedia('gif'),
  user_send_business_card: readMedia('business-card'),
  follow: (_, base) => ({ ...base, type: 'follow' }),
  user_click_chatnow: (_, base) => ({ ...base, type: 'follow' }),
  unfollow: (_, base) => ({ ...base, type: 'unfollow' }),
  user_withdraw: (_, base) => ({ ...base, type: 'withdraw' }),
  user_submit_info: readContact,
  user_received_message: readReceipt('delivered'),
  user_seen_message: readReceipt('seen'),
  oa_send_text: readStaffMessage,
};

/** In these `msg_id` names the message itself; in receipts and reactions it names another one. */
const OWN_MESSAGE = /^(?:user|oa|anonymous)_send_/;
const FROM_OA = /^oa_|^user_(?:received|seen)_message$/;

/**
 * What happened, in the bot's words. Never throws: what is unknown or malformed becomes `unsupported`. `receivedAt`
 * stands in when the body has no readable timestamp. Shapes: facts/zalo.md 2.2.
 */
export function parseZaloEvent(
  { bytes, json }: WebhookBody,
  account: OaAccount,
  receivedAt: Date,
): BotEvent {
  const parsed = schemas.envelopeSchema.safeParse(json);
  if (!parsed.success) {
    const base = { id: hashOf(bytes), oaId: account.oaId, userId: '', at: receivedAt };
    return { ...base, type: 'unsupported', zaloName: '' };
  }
  const body = parsed.data;
  const zaloName = body.event_name;
  const messageId = OWN_MESSAGE.test(zaloName) ? body.message?.msg_id : undefined;
  const base: Base = {
    id: messageId ?? hashOf(bytes),
    oaId: account.oaId,
    userId: userIdOf(body),
    at: readTime(body.timestamp) ?? receivedAt,
  };
  const unsupported: BotEvent = { ...base, type: 'unsupported', zaloName };
  // Guards against answering ourselves, whatever name Zalo gives the echo.
  if (base.userId === '' || base.userId === account.oaId) return unsupported;
  const reader = Object.hasOwn(READERS, zaloName) ? READERS[zaloName] : undefined;
  return reader?.(body, base) ?? unsupported;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function userIdOf(body: Envelope): string {
  const inMessage = FROM_OA.test(body.event_name) ? body.recipient?.id : body.sender?.id;
  return inMessage ?? body.follower?.id ?? body.user_id ?? '';
}

function readTime(timestamp: string): Date | undefined {
  const at = new Date(Number(timestamp));
  return timestamp === '' || Number.isNaN(at.getTime()) ? undefined : at;
}

function readText(body: Envelope, base: Base): BotEvent | undefined {
  const { data } = schemas.textSchema.safeParse(body);
  return data && { ...base, type: 'text', text: data.message.text };
}

function readImage(body: Envelope, base: Base): BotEvent | undefined {
  const { data } = schemas.imageSchema.safeParse(body);
  if (data === undefined) return undefined;
  const urls = data.message.attachments.map(({ payload }) => payload.url);
  return { ...base, type: 'image', urls, text: data.message.text ?? '' };
}

function readFile(body: Envelope, base: Base): BotEvent | undefined {
  const { data } = schemas.fileSchema.safeParse(body);
  if (data === undefined) return undefined;
  const { url, name, size } = data.message.attachments[0].payload;
  return { ...base, type: 'file', url, name, sizeBytes: size };
}

function readLocation(body: Envelope, base: Base): BotEvent | undefined {
  const { data } = schemas.locationSchema.safeParse(body);
  if (data === undefined) return undefined;
  const { latitude, longitude } = data.message.attachments[0].payload.coordinates;
  return { ...base, type: 'location', latitude, longitude };
}

function readMedia(media: MediaKind): Reader {
  return (body, base) => {
    const { data } = schemas.mediaSchema.safeParse(body);
    return { ...base, type: 'media', media, text: data?.message?.text ?? '' };
  };
}

function readContact(body: Envelope, base: Base): BotEvent | undefined {
  const { data } = schemas.contactSchema.safeParse(body);
  if (data === undefined) return undefined;
  const { name, phone, address, ward, district, city, full_address: full } = data.info;
  const places = full
    ? [full.user_address, full.user_ward, full.user_city]
    : [address, ward, district, city];
  const given = places.filter((place) => place !== undefined && place !== '').join(', ');
  const named = { name: name === '' ? undefined : name, phone: phone === '' ? undefined : phone };
  return { ...base, type: 'contact-shared', ...named, address: given === '' ? undefined : given };
}

function readReceipt(receipt: 'delivered' | 'seen'): Reader {
  return (body, base) => {
    const { data } = schemas.receiptSchema.safeParse(body);
    if (data === undefined) return undefined;
    const { msg_id: one, msg_ids: many } = data.message;
    const messageIds = many ?? (one === undefined ? [] : [one]);
    return messageIds.length === 0 ? undefined : { ...base, type: 'receipt', receipt, messageIds };
  };
}

/** Only what an officer typed in Zalo's own tool has an `admin_id`; without it, it is the echo of our own message. */
function readStaffMessage(body: Envelope, base: Base): BotEvent | undefined {
  if (body.sender?.admin_id === undefined) return undefined;
  const { data } = schemas.textSchema.safeParse(body);
  return data && { ...base, type: 'staff-message', text: data.message.text };
}
