import fc from 'fast-check';
import type { OaAccount } from '../../src/model/oa-account.ts';
import { type Answer, sendSideBySide } from './connections.ts';
import { withProgram } from './in-process.ts';
import { officerCalls } from './officer-calls.ts';
import type { Outcome } from './outcome.ts';
import { residentId, signedRequest, webhookRequest } from './signed-events.ts';

const EVENTS = [
  'user_send_text',
  'user_send_image',
  'user_send_location',
  'user_send_file',
  'user_send_audio',
  'follow',
  'unfollow',
  'user_withdraw',
  'user_submit_info',
  'user_seen_message',
  'oa_send_text',
  'toString',
  '__proto__',
];
/** Where strangers knock. A path that is not there yet is answered 404, which is as good. */
const DOORS = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/trang.css',
  '/tthc/',
  '/zalo_verifier',
  '/can-bo',
  '/can-bo/dang-nhap',
  '/can-bo/phan-anh/',
  '/thu/api/',
  '/thu/pictures/',
  '/webhook/zalo',
];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
const CONNECTIONS = 20;

/** Odd webhook bodies, most of them signed so that they get far in, and odd requests at every door, half of them by an officer. */
export async function fuzz({
  bodies = 100_000,
  requests = 10_000,
  seed = Date.now(),
} = {}): Promise<Outcome> {
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  process.on('unhandledRejection', note);
  try {
    return await withProgram(async (program) => {
      const [account] = program.simulator.accounts;
      if (account === undefined) throw new Error('the simulator has no account');
      const port = Number(new URL(program.url).port);
      const calls = [
        ...fc.sample(webhookCall(account), { numRuns: bodies, seed }),
        ...fc.sample(knock, { numRuns: requests / 2, seed }),
        ...fc.sample(await officerCalls(program.store), { numRuns: requests / 2, seed }),
      ];
      const { answers, perSecond } = await sendSideBySide(port, calls, CONNECTIONS);
      await program.idle();
      const health = await fetch(`${program.url}/healthz`);
      const statuses = countsOf(answers);
      const failures = answers.filter(({ status }) => status >= 500).length;
      const aside = program.store.setAsideEvents().length;
      const rows = [
        `seed ${seed}: ${bodies} webhook bodies, ${requests} other requests, ${perSecond}/s; answered ${statuses}`,
        `${failures} answered 5xx, ${rejections.length} unhandled rejections, ${aside} events set aside, health ${health.status}`,
      ];
      return { rows, isGood: failures + rejections.length + aside === 0 && health.status === 200 };
    });
  } finally {
    process.off('unhandledRejection', note);
  }
}

function countsOf(answers: readonly Answer[]): string {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${status}: ${count}`).join(', ');
}

/** Any value where Zalo documents a certain one. */
const oddValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, '', '\u0000', '9'.repeat(400), 'đăng ký khai sinh', '💥'.repeat(300)),
  fc.jsonValue({ maxDepth: 3 }),
);

function webhookCall(account: OaAccount): fc.Arbitrary<Buffer> {
  const { appId, oaId } = account;
  const sender = fc.nat(50).map((i) => ({ id: residentId(i) }));
  const event = fc.record(
    {
      sender: fc.oneof({ weight: 5, arbitrary: sender }, oddValue),
      recipient: fc.constant({ id: oaId }),
      event_name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...EVENTS) }, oddValue),
      message: fc.oneof(
        fc.record({ text: oddValue, msg_id: fc.uuid(), attachments: oddValue }),
        oddValue,
      ),
      follower: oddValue,
      info: oddValue,
      timestamp: fc.oneof(fc.constant(String(Date.now())), oddValue),
    },
    { requiredKeys: ['recipient'] },
  );
  const signed = event.map((body) =>
    signedRequest(account, JSON.stringify({ app_id: appId, ...body })),
  );
  const noise = fc
    .tuple(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme-ascii', maxLength: 80 }))
    .map(([body, header]) =>
      webhookRequest(Buffer.from(body), header.replace(/[^\x21-\x7e]/g, '')),
    );
  return fc.oneof({ weight: 8, arbitrary: signed }, { weight: 2, arbitrary: noise });
}

/** A whole request of a method, path and body that nobody would send in good faith. */
const knock = fc
  .record({
    method: fc.constantFrom(...METHODS),
    address: fc.ipV4(), // as a proxy would name it: from one address alone most would be refused
    door: fc.constantFrom(...DOORS),
    tail: fc.string({ unit: 'binary', maxLength: 30 }),
    query: fc.webQueryParameters({ size: 'small' }),
    type: fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data',
    ),
    body: fc.uint8Array({ maxLength: 200 }),
  })
  .map(({ method, address, door, tail, query, type, body }) => {
    const path = `${door}${encodeURIComponent(tail)}?${query}`;
    const isBare = method === 'GET' || method === 'OPTIONS';
    const bytes = isBare ? Buffer.alloc(0) : Buffer.from(body);
    const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: ${address}\r\nContent-Type: ${type}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), bytes]);
  });
