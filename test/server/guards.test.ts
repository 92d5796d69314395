import { connect } from 'node:net';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { signBody } from '../../src/zalo/signature.ts';
import { accountOf, type Program, startProgram } from '../helpers/program.ts';
import { knowledgeFolder } from '../knowledge/folder.ts';

async function startSmall(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
  return startProgram({ settings: { KNOWLEDGE_DIR: await knowledgeFolder(), ...settings } });
}

/** A signed event of a resident's, sent at a time. */
function signed(program: Program, msgId: string, at = Date.now()) {
  const { appId, oaId, secretKey } = accountOf(program, 'nam-dan');
  const timestamp = String(at);
  const rawBody = JSON.stringify({
    app_id: appId,
    sender: { id: '246845883529197922' },
    recipient: { id: oaId },
    event_name: 'user_send_text',
    message: { text: 'xin chào', msg_id: msgId },
    timestamp,
  });
  return { rawBody, signature: signBody({ appId, rawBody, timestamp, secretKey }) };
}

function post(program: Program, { rawBody, signature }: ReturnType<typeof signed>) {
  return supertest(program.url)
    .post('/webhook/zalo')
    .set('X-ZEvent-Signature', signature)
    .set('Content-Type', 'application/json')
    .send(rawBody);
}

describe('the pages', () => {
  it.each(['/', '/healthz', '/thu/', '/tthc/1.001193'])(
    'at %s allow no script of others',
    async (path) => {
      const program = await startSmall();

      const { headers } = await supertest(program.url).get(path);

      expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  it('are refused for a while to an address that asks without end, and to no other', async () => {
    const program = await startSmall();
    const visit = (address: string) =>
      supertest(program.url).get('/').set('X-Forwarded-For', address);
    for (let i = 0; i < 300; i++) await visit('14.161.1.1');

    const greedy = await visit('14.161.1.1');
    const other = await visit('14.161.1.2');

    expect(greedy.status).toBe(429);
    expect(greedy.text).toContain('đợi một phút');
    expect(other.status).toBe(200);
  });
});

describe('the webhook', () => {
  it('is busy when too many events wait, says when to come back, and keeps nothing', async () => {
    const program = await startSmall({ INBOX_LIMIT: '100' });
    const { appId, oaId } = accountOf(program, 'nam-dan');
    const { rawBody: body } = signed(program, 'x');
    for (let i = 0; i < 120; i++) {
      const entry = { eventId: `w${i}`, appId, oaId, body, receivedAt: new Date() };
      program.accept({ ...entry, state: 'waiting', attempts: 0 });
    }

    const started = performance.now();
    const { status, headers } = await post(program, signed(program, 'm1'));
    const ms = performance.now() - started;

    expect({ status, retry: headers['retry-after'] }).toEqual({ status: 503, retry: '30' });
    expect(ms).toBeLessThan(500);
    expect(program.store.events.get('m1')).toBeUndefined();
  });

  it('takes an event that Zalo repeats for two hours, and drops one that somebody plays again after a day', async () => {
    const program = await startSmall();
    const hours = 3_600_000;

    const repeated = await post(program, signed(program, 'late', Date.now() - 2 * hours));
    const replayed = await post(program, signed(program, 'old', Date.now() - 25 * hours));

    expect([repeated.status, replayed.status]).toEqual([200, 200]);
    expect(program.store.events.get('late')).toBeDefined();
    expect(program.store.events.get('old')).toBeUndefined();
  });

  it('refuses a compressed body, which could be small and swell', async () => {
    const program = await startSmall();

    const { status } = await supertest(program.url)
      .post('/webhook/zalo')
      .set('Content-Encoding', 'gzip')
      .send('anything');

    expect(status).toBe(415);
  });

  it('writes ten lines a minute, not a thousand, about calls that nobody signed', async () => {
    let lines = 0;
    const log = {
      info: () => undefined,
      error: () => undefined,
      warn: (_: unknown, message: string) => {
        if (message === 'webhook dropped') lines += 1;
      },
    };
    const program = await startProgram({
      log,
      settings: { KNOWLEDGE_DIR: await knowledgeFolder() },
    });

    for (let i = 0; i < 200; i++) await supertest(program.url).post('/webhook/zalo').send('{}');
    const { text } = await supertest(program.url).get('/metrics');

    expect(lines).toBe(10);
    expect(text).toContain('webhook_dropped_total{reason="missing"} 200');
  });

  it('hangs up on a caller who never finishes, and goes on', async () => {
    const program = await startSmall();
    const { port } = new URL(program.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('POST /webhook/zalo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half":');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();

    const { status } = await post(program, signed(program, 'after'));

    expect(status).toBe(200);
  });
});

describe('the metrics', () => {
  it('tell of every part of the work', async () => {
    const program = await startSmall();
    await post(program, signed(program, 'm1'));
    await program.idle();

    const { text } = await supertest(program.url).get('/metrics');

    for (const name of [
      'webhook_ack_seconds_bucket',
      'inbox_backlog 0',
      'inbox_set_aside 0',
      'outbox_depth 0',
      'outbox_failed',
      'sending_troubles 0',
      'token_seconds_left',
      'disk_free_bytes',
      'process_resident_memory_bytes',
    ]) {
      expect(text).toContain(name);
    }
  });
});
