import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { signBody } from '../../src/zalo/signature.ts';
import { accountOf, newResident, type Program, sentTo, startProgram } from '../helpers/program.ts';

function textEvent(program: Program, { userId, msgId }: { userId: string; msgId: string }) {
  const { appId, oaId, secretKey } = accountOf(program, 'nam-dan');
  const timestamp = String(Date.now());
  const body =
    `{ "app_id": "${appId}", "sender":{"id":"${userId}"}, "recipient":{"id":"${oaId}"},` +
    `"event_name":"user_send_text","message":{"text":"đăng ký khai sinh","msg_id":"${msgId}"},"timestamp":"${timestamp}"}`;
  return { body, signature: signBody({ appId, rawBody: body, timestamp, secretKey }) };
}

describe('the webhook', () => {
  it('answers a hand-made signed event with one message to Zalo', async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await program.simulator.phone.do(resident, 'follow');
    await program.idle();
    const before = sentTo(program, resident).length;
    const { body, signature } = textEvent(program, { userId: resident.userId, msgId: 'm1' });

    const response = await supertest(program.url)
      .post('/webhook/zalo')
      .set('X-ZEvent-Signature', signature)
      .set('Content-Type', 'application/json')
      .send(body);
    await program.idle();

    expect(response.status).toBe(200);
    expect(sentTo(program, resident).slice(before)).toEqual([
      expect.stringContaining('Đăng ký khai sinh'),
    ]);
  });

  it('says 200 to an event that is not signed by Zalo, and drops it with the likely cause', async () => {
    const warnings: string[] = [];
    const log = {
      info: () => undefined,
      error: () => undefined,
      warn: (fields: Readonly<Record<string, unknown>>) => warnings.push(String(fields['hint'])),
    };
    const program = await startProgram({ log });
    const resident = newResident(program);
    const { body } = textEvent(program, { userId: resident.userId, msgId: 'm2' });

    const response = await supertest(program.url)
      .post('/webhook/zalo')
      .set('X-ZEvent-Signature', `mac=${'0'.repeat(64)}`)
      .set('Content-Type', 'application/json')
      .send(body);
    await program.idle();

    expect(response.status).toBe(200);
    expect(program.store.waitingEvents()).toEqual([]);
    expect(warnings.join()).toMatch(/ZALO_OA_SECRET_KEY|chữ ký/i);
  });

  it('refuses a body of two megabytes and lives on', async () => {
    const program = await startProgram();

    const refused = await supertest(program.url)
      .post('/webhook/zalo')
      .set('Content-Type', 'application/json')
      .send('x'.repeat(2_000_000));
    const alive = await supertest(program.url).get('/healthz');

    expect(refused.status).toBe(413);
    expect(refused.body).toMatchObject({ error: 'Nội dung gửi lên quá lớn.' });
    expect(alive.status).toBe(200);
  });

  it('answers within 300 ms, 99 times in 100', { timeout: 60_000 }, async () => {
    const program = await startProgram();
    const resident = newResident(program);
    await program.simulator.phone.do(resident, 'follow');
    await program.idle();

    const times: number[] = [];
    for (let i = 0; i < 100; i++) {
      const { body, signature } = textEvent(program, { userId: resident.userId, msgId: `t${i}` });
      const started = performance.now();
      await fetch(`${program.url}/webhook/zalo`, {
        method: 'POST',
        body,
        headers: { 'X-ZEvent-Signature': signature, 'Content-Type': 'application/json' },
      });
      await program.idle();
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);

    expect(times[98]).toBeLessThan(300);
  });

  it('keeps an acknowledged event over a crash and answers it after the restart', async () => {
    const program = await startProgram();
    const { body } = textEvent(program, { userId: '246845883529197922', msgId: 'm3' });
    const { appId, oaId } = accountOf(program, 'nam-dan');
    await program.store.receive({
      eventId: 'm3',
      appId,
      oaId,
      body,
      receivedAt: new Date(),
      state: 'waiting',
      attempts: 0,
    });
    await program.stop();

    const again = await startProgram({ dataFolder: program.dataFolder });
    await again.idle();

    expect(again.store.waitingEvents()).toEqual([]);
  });
});
