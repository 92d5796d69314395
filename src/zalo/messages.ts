import type { Choice, Reply } from '../model/reply.ts';
import { cutText, lengthInCodePoints, takeCodePoints } from './cut-text.ts';

// Limits of /v3.0/oa/message/cs (facts/zalo.md 4.2), in code points.
const TEXT_LIMIT = 2000;
const BUTTON_LIMIT = 5;
const TITLE_LIMIT = 100;
const PAYLOAD_LIMIT = 1000;

/** A button under a message. A tapped `oa.query.hide` comes back as a text message that is its payload. */
type ZaloButton =
  | { title: string; type: 'oa.query.hide'; payload: string }
  | { title: string; type: 'oa.open.url'; payload: { url: string } }
  | { title: string; type: 'oa.open.phone'; payload: { phone_code: string } };

/** A picture, by its address or by the id that an upload gave; never both. */
type MediaElement = { media_type: 'image' } & ({ url: string } | { attachment_id: string });

/** The `message` part of a request to `/v3.0/oa/message/cs`. */
export type ZaloMessage = {
  text?: string;
  attachment?:
    | { type: 'template'; payload: { buttons: readonly ZaloButton[] } }
    | { type: 'template'; payload: { template_type: 'media'; elements: readonly [MediaElement] } }
    | { type: 'file'; payload: { token: string } };
};

/**
 * A reply as the messages to send, in order. Long texts are cut; buttons stand under the last part; the `say` choices
 * are also the last lines, numbered from 1, because PC and web show no buttons. A picture with buttons or with a long
 * text goes ahead on its own: a media template has no documented buttons. The form without `template_type` is the one
 * documented for a text with buttons.
 */
export function toZaloMessages(reply: Reply): ZaloMessage[] {
  const choices = (reply.choices ?? []).slice(0, BUTTON_LIMIT);
  const parts = textParts(reply.text.normalize('NFC'), choices);
  const picture = reply.imageUrl === undefined ? undefined : pictureOf(reply.imageUrl);
  const [only = ''] = parts;
  if (picture !== undefined && parts.length <= 1 && choices.length === 0) {
    return [only === '' ? { attachment: picture } : { text: only, attachment: picture }];
  }
  const messages: ZaloMessage[] = parts.map((text) => ({ text }));
  const last = messages.at(-1);
  if (last !== undefined && choices.length > 0) {
    last.attachment = { type: 'template', payload: { buttons: choices.map(toButton) } };
  }
  return picture === undefined ? messages : [{ attachment: picture }, ...messages];
}

function textParts(text: string, choices: readonly Choice[]): string[] {
  const parts = cutText(text, TEXT_LIMIT);
  const lines = numberedLines(choices);
  const written = text.split('\n').map((line) => line.trim());
  const isWritten = lines.every((line) => written.some((one) => one.startsWith(line)));
  if (lines.length === 0 || isWritten) return parts;
  const block = lines.join('\n');
  const room = TEXT_LIMIT - lengthInCodePoints(`\n\n${block}`);
  const ending = cutText(parts.pop() ?? '', room);
  const last = ending.pop();
  return [...parts, ...ending, last === undefined ? block : `${last}\n\n${block}`];
}

function numberedLines(choices: readonly Choice[]): string[] {
  return choices
    .filter((choice) => choice.kind === 'say')
    .map((choice, index) => `${index + 1}. ${titleOf(choice)}`);
}

function toButton(choice: Choice): ZaloButton {
  const title = titleOf(choice);
  switch (choice.kind) {
    case 'say': {
      const payload = takeCodePoints(choice.send.normalize('NFC'), PAYLOAD_LIMIT);
      return { title, type: 'oa.query.hide', payload };
    }
    case 'link':
      return { title, type: 'oa.open.url', payload: { url: choice.url } };
    case 'call':
      return { title, type: 'oa.open.phone', payload: { phone_code: phoneCode(choice.phone) } };
  }
}

function titleOf({ title }: Choice): string {
  const line = title.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (lengthInCodePoints(line) <= TITLE_LIMIT) return line;
  return `${takeCodePoints(line, TITLE_LIMIT - 1).trimEnd()}…`;
}

/** `0262 3812 345` as `842623812345`. Short and toll numbers (113, 1022, 1900…) have no country code. */
function phoneCode(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^0/, '84');
}

function pictureOf(url: string) {
  const elements = [{ media_type: 'image', url }] as const;
  return { type: 'template', payload: { template_type: 'media', elements } } as const;
}
