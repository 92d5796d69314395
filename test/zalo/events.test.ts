import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseZaloEvent } from '../../src/zalo/events.ts';
import { webhookBody } from '../../src/zalo/webhook-body.ts';
import { oaAccount } from './account.ts';

const folder = new URL('fixtures/', import.meta.url);
const fixture = z.object({
  body: z.record(z.string(), z.unknown()),
  expected: z.looseObject({ id: z.string(), at: z.coerce.date() }),
});
const RECEIVED = new Date('2026-11-21T02:00:00Z');

function parse(body: string) {
  return parseZaloEvent(webhookBody(Buffer.from(body)), oaAccount(), RECEIVED);
}

function textEvent(overrides: Record<string, unknown>): string {
  const basics = {
    event_name: 'user_send_text',
    sender: { id: '246845883529197922' },
    recipient: { id: oaAccount().oaId },
    message: { text: 'chào', msg_id: 'm1' },
    timestamp: '1763683200000',
  };
  return JSON.stringify({ ...basics, ...overrides });
}

describe('an event of Zalo', () => {
  it.each(readdirSync(folder).map((file) => file.replace('.json', '')))('is read: %s', (name) => {
    const { body, expected } = fixture.parse(
      JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
    );
    const text = JSON.stringify(body);
    const hash = createHash('sha256').update(text).digest('hex');

    expect(parse(text)).toEqual({ ...expected, id: expected.id === 'hash' ? hash : expected.id });
  });

  it('keeps every digit of numeric ids, and reads a numeric timestamp', () => {
    const body = textEvent({ sender: { id: 0 }, timestamp: 0 })
      .replace('{"id":0}', '{"id": 246845883529197923}')
      .replace('"timestamp":0', '"timestamp": 1763683200000');

    expect(parse(body)).toMatchObject({
      type: 'text',
      userId: '246845883529197923',
      at: new Date(1763683200000),
    });
  });

  it('has its text composed (NFC)', () => {
    const body = textEvent({ message: { text: 'xã'.normalize('NFD'), msg_id: 'm1' } });

    expect(parse(body)).toMatchObject({ text: 'xã'.normalize('NFC') });
  });

  it.each([undefined, 'hôm qua', '99999999999999999999'])(
    'happened when it was received if its timestamp is %s',
    (timestamp) => {
      expect(parse(textEvent({ timestamp })).at).toEqual(RECEIVED);
    },
  );

  it.each([
    ['a text without text', textEvent({ message: { msg_id: 'm1' } })],
    ['a text without sender', textEvent({ sender: undefined })],
    ['a text that the OA itself sent', textEvent({ sender: { id: oaAccount().oaId } })],
    ['a picture without address', textEvent({ event_name: 'user_send_image' })],
    [
      'a location beyond the poles',
      textEvent({
        event_name: 'user_send_location',
        message: { attachments: [{ payload: { coordinates: { latitude: 91, longitude: '1' } } }] },
      }),
    ],
    ['a name that objects inherit', textEvent({ event_name: 'constructor' })],
    ['a name from next year', textEvent({ event_name: 'user_send_hologram' })],
    ['no object', '[]'],
    ['no JSON', 'xin chào'],
  ])('is unsupported, not an error: %s', (_, body) => {
    expect(parse(body).type).toBe('unsupported');
  });

  it('never makes the parser throw', () => {
    const names = fc.constantFrom(
      'user_send_text',
      'user_send_image',
      'user_submit_info',
      'follow',
    );
    const anything = fc.record({
      event_name: names,
      message: fc.jsonValue(),
      info: fc.jsonValue(),
    });
    fc.assert(
      fc.property(anything, fc.jsonValue(), (fields, sender) => {
        expect(parse(JSON.stringify({ ...fields, sender })).oaId).toBe(oaAccount().oaId);
      }),
    );
  });
});
