import { z } from 'zod';
import { refusal, type ApiBody } from './api-answer.ts';
import type { SimulatorState } from './state.ts';

// Limits of consultation messages, in code points (facts/zalo.md 4.2).
const TEXT_LIMIT = 2000;
const BUTTON_LIMIT = 5;
const TITLE_LIMIT = 100;
const PAYLOAD_LIMIT = 1000;

const title = z
  .string()
  .min(1)
  .refine((text) => lengthOf(text) <= TITLE_LIMIT);
const payload = z
  .string()
  .min(1)
  .refine((text) => lengthOf(text) <= PAYLOAD_LIMIT);
const url = z.looseObject({ url: z.url({ protocol: /^https?$/ }) });
const phoneCode = z.string().regex(/^\d{3,15}$/);
const buttonSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('oa.query.hide'), title, payload }),
  z.looseObject({ type: z.literal('oa.query.show'), title, payload }),
  z.looseObject({ type: z.literal('oa.open.url'), title, payload: url }),
  z.looseObject({
    type: z.literal('oa.open.phone'),
    title,
    payload: z.looseObject({ phone_code: phoneCode }),
  }),
  z.looseObject({
    type: z.literal('oa.open.sms'),
    title,
    payload: z.looseObject({ content: z.string().max(160), phone_code: phoneCode }),
  }),
]);

const elementSchema = z.looseObject({
  media_type: z.string().optional(),
  url: z.string().optional(),
  attachment_id: z.string().optional(),
  title: z.string().optional(),
});

const attachmentSchema = z.looseObject({
  type: z.string(),
  payload: z.looseObject({
    template_type: z.string().optional(),
    buttons: z.array(buttonSchema).max(BUTTON_LIMIT).optional(),
    elements: z.array(elementSchema).optional(),
    token: z.string().optional(),
  }),
});

/** A body of `/v3.0/oa/message/cs` whose fields have the right types. */
export const sendSchema = z.looseObject({
  recipient: z.looseObject({ user_id: z.string().regex(/^\d{15,20}$/) }),
  message: z.looseObject({ text: z.string().optional(), attachment: attachmentSchema.optional() }),
});

export type SentMessage = z.infer<typeof sendSchema>['message'];
type SentAttachment = z.infer<typeof attachmentSchema>;

/** What is wrong with a message, in Zalo's order of looking; undefined when it may go. */
export function faultOf(
  { text, attachment }: SentMessage,
  oaId: string,
  state: SimulatorState,
): ApiBody | undefined {
  if (text !== undefined && lengthOf(text) > TEXT_LIMIT) return refusal(-210);
  if (attachment === undefined)
    return text === undefined || text === '' ? refusal(-210) : undefined;
  if (attachment.type === 'file') {
    return assetFault(attachment.payload.token, { oaId, state, field: 'token' });
  }
  if (attachment.type !== 'template') return refusal(-201, 'attachment.type');
  return templateFault(attachment, { oaId, state, hasText: text !== undefined && text !== '' });
}

function templateFault(
  { payload: { template_type: kind, buttons, elements = [] } }: SentAttachment,
  { oaId, state, hasText }: { oaId: string; state: SimulatorState; hasText: boolean },
): ApiBody | undefined {
  const [element] = elements;
  switch (kind) {
    case undefined:
      return buttons === undefined || !hasText ? refusal(-201, 'payload') : undefined;
    case 'media': {
      if (element === undefined || elements.length > 1) return refusal(-201, 'elements');
      if ((element.url === undefined) === (element.attachment_id === undefined)) {
        return refusal(-201, 'attachment_id');
      }
      if (element.url !== undefined) return undefined;
      return assetFault(element.attachment_id, { oaId, state, field: 'attachment_id' });
    }
    case 'request_user_info':
      return elements.length === 1 ? undefined : refusal(-201, 'elements');
    case 'list':
      return state.switches.listTemplate === 'accepted' ? undefined : refusal(-233);
    default:
      return refusal(-233);
  }
}

function assetFault(
  id: string | undefined,
  { oaId, state, field }: { oaId: string; state: SimulatorState; field: string },
): ApiBody | undefined {
  if (id === undefined) return refusal(-201, field);
  const found = state.assets.check(id, oaId);
  if (found === 'expired') return refusal(-100);
  return found === 'unknown' ? refusal(-201, field) : undefined;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
