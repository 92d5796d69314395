import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signBody, verifySignature } from '../../src/zalo/signature.ts';
import { oaAccount } from './account.ts';

const VECTOR_A = String.raw`{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},"event_name":"user_send_text","message":{"text":"Xin chào xã","msg_id":"96d3cdf3af150460909"},"timestamp":"1763683200000"}`;
const MAC_A = 'mac=4b4cc4c829675cdf4592bbf3e7c6f2b5c3c689d61a2661da024651419216454c';
const VECTOR_B = String.raw`{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},"event_name":"user_send_image","message":{"msg_id":"b1","attachments":[{"payload":{"thumbnail":"https:\/\/f.example\/t.jpg","url":"https:\/\/f.example\/a.jpg"},"type":"image"}],"text":"Xin ch\u00e0o"},"timestamp":"1763683200001"}`;
const MAC_B = 'mac=45601645e8ffb981ad53ed3a9a69ee69ba5fe23a7712ef6a21609c89d4470f0c';

const account = oaAccount();

function verify(body: string | Buffer, header: string | undefined, accounts = [account]) {
  return verifySignature({ rawBody: Buffer.from(body), header, accounts });
}

function sign(body: string, timestamp: string, secretKey = account.secretKey) {
  return signBody({ appId: account.appId, rawBody: body, timestamp, secretKey });
}

function bodyWith(fields: Record<string, unknown>): string {
  const basics = { app_id: account.appId, recipient: { id: account.oaId }, timestamp: '1' };
  return JSON.stringify({ ...basics, ...fields });
}

describe('a signature of Zalo', () => {
  it.each([
    { name: 'A', body: VECTOR_A, bytes: 270, mac: MAC_A, timestamp: '1763683200000' },
    { name: 'B', body: VECTOR_B, bytes: 337, mac: MAC_B, timestamp: '1763683200001' },
  ])('is computed and accepted for vector $name', ({ body, bytes, mac, timestamp }) => {
    expect(Buffer.byteLength(body)).toBe(bytes);
    expect(sign(body, timestamp)).toBe(mac);
    expect(verify(body, mac)).toMatchObject({ valid: true, account });
  });

  it.each([
    ['without mac=', MAC_A.slice(4)],
    ['in capitals', MAC_A.toUpperCase()],
    ['with spaces around', ` ${MAC_A} `],
  ])('is accepted %s', (_, header) => {
    expect(verify(VECTOR_A, header).valid).toBe(true);
  });

  it('covers a body printed with odd white space', () => {
    const body = JSON.stringify(JSON.parse(VECTOR_A), null, 3).replaceAll('\n', '\r\n\t');

    expect(verify(body, sign(body, '1763683200000')).valid).toBe(true);
  });

  it.each(['1763683200000', '17636832000001234567', '1763683200000.0', '1.7636832E12'])(
    'uses a numeric timestamp %s as printed in the body',
    (timestamp) => {
      const body = VECTOR_A.replace('"1763683200000"', timestamp);

      expect(verify(body, sign(body, timestamp)).valid).toBe(true);
    },
  );

  it('finds numeric app and OA ids above 2^53 without losing a digit', () => {
    const body = `{"app_id": 360846524940903967, "oa_id": 388613280878808645, "timestamp": 5}`;

    expect(verify(body, sign(body, '5'))).toMatchObject({ valid: true, account });
  });

  it('does not mistake a timestamp inside a text for the real one', () => {
    const body = bodyWith({
      message: { text: String.raw`"timestamp":"9",\ 12345678901234567890` },
    });

    expect(verify(body, sign(body, '1')).valid).toBe(true);
  });

  it('never survives a flipped bit', () => {
    const bytes = Buffer.from(VECTOR_A);
    const place = fc.tuple(fc.nat(bytes.length - 1), fc.nat(7));
    fc.assert(
      fc.property(place, ([at, bit]) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(verify(changed, MAC_A).valid).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever the bytes and the header', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string(), { nil: undefined }), (bytes, header) => {
        expect(verify(Buffer.from(bytes), header).valid).toBe(false);
      }),
    );
  });
});

describe('the account of an event', () => {
  const other = oaAccount({ oaId: '412345678901234567', secretKey: 'ANOTHER_KEY' });

  it.each([
    ['a message of a resident', { recipient: { id: other.oaId }, sender: { id: '9' } }],
    ['an echo or receipt', { recipient: { id: '9' }, sender: { id: other.oaId } }],
    ['a management event', { recipient: undefined, oa_id: other.oaId }],
  ])('is chosen by the OA id in %s', (_, fields) => {
    const body = bodyWith(fields);
    const verdict = verify(body, sign(body, '1', other.secretKey), [account, other]);

    expect(verdict).toMatchObject({ valid: true, account: other });
  });

  it('must be one of ours', () => {
    const body = bodyWith({ recipient: { id: '400000000000000001' } });

    expect(verify(body, sign(body, '1'))).toMatchObject({ valid: false, reason: 'unknown-oa' });
  });
});

describe('a refused signature', () => {
  it.each([
    ['no header', VECTOR_A, undefined, 'missing'],
    ['a body that is not JSON', 'xin chào', MAC_A, 'not-json'],
    ['a body that is a list', '[]', MAC_A, 'not-json'],
    ['another app', bodyWith({ app_id: '1' }), MAC_A, 'unknown-app'],
    ['a changed body', VECTOR_A.replace('xã', 'xa'), MAC_A, 'mismatch'],
    ['a short header', VECTOR_A, 'mac=abc', 'mismatch'],
  ])('tells the reason: %s', (_, body, header, reason) => {
    expect(verify(body, header)).toMatchObject({ valid: false, reason });
  });

  it.each([
    [
      'the secret was pasted with a space',
      account.secretKey,
      { secretKey: ' OA_SECRET_KEY_TEST_ONLY' },
      'dấu cách',
    ],
    ['the App Secret signs', account.appSecret, {}, 'App Secret'],
    ['the secret is another', 'WRONG', {}, 'Chép lại'],
  ])('hints that %s', (_, signedWith, overrides, words) => {
    const verdict = verify(VECTOR_A, sign(VECTOR_A, '1763683200000', signedWith), [
      oaAccount(overrides),
    ]);

    expect(verdict).toMatchObject({
      reason: 'mismatch',
      hint: expect.stringContaining(words) as string,
    });
    expect(JSON.stringify(verdict)).not.toContain('TEST_ONLY');
  });

  it('hints that a proxy re-wrote the body', () => {
    const rewritten = JSON.stringify(JSON.parse(VECTOR_B));
    const header = sign(rewritten, '1763683200001');

    expect(header).toContain('f5218637');
    expect(verify(VECTOR_B, header)).toMatchObject({
      hint: expect.stringContaining('proxy') as string,
    });
  });

  it('hints that the OA id was signed in place of the app id', () => {
    const parts = { appId: account.oaId, rawBody: VECTOR_A, timestamp: '1763683200000' };
    const header = signBody({ ...parts, secretKey: account.secretKey });

    expect(verify(VECTOR_A, header)).toMatchObject({
      hint: expect.stringContaining('mã OA') as string,
    });
  });
});
