import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/lib/app-error.ts';
import { dropToken } from '../../src/token-drop.ts';
import { accountOf, ask, newResident, type Program, startProgram } from '../helpers/program.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { BIRTH, knowledgeFolder } from '../knowledge/folder.ts';
import { aTokenPair } from '../store/samples.ts';

/** The program with one commune and one procedure. */
async function startSmall(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
  const KNOWLEDGE_DIR = await knowledgeFolder();
  return startProgram({ settings: { KNOWLEDGE_DIR, ...settings } });
}

describe('the health of the program', () => {
  it('is JSON for a monitor', async () => {
    const program = await startSmall();

    const response = await supertest(program.url).get('/healthz');

    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      status: 'ok',
      checks: expect.arrayContaining([
        { name: 'Kiến thức', state: 'ok', message: expect.any(String) as string, remedy: '' },
      ]) as unknown[],
    });
  });

  it('is a table in Vietnamese for a browser', async () => {
    const program = await startSmall();

    const { text, type } = await supertest(program.url)
      .get('/healthz')
      .set('Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8');

    expect(type).toBe('text/html');
    expect(text).toContain('Tình trạng hệ thống');
    expect(text).toContain('1 thủ tục đang dùng');
  });

  it('says ready when residents can be answered', async () => {
    const program = await startSmall();

    const response = await supertest(program.url).get('/readyz');

    expect(response.status).toBe(200);
    expect(response.body).toEqual({ ready: true });
  });

  it('says not ready, and what to do, when there is no knowledge', async () => {
    const KNOWLEDGE_DIR = await knowledgeFolder({ [BIRTH]: undefined });
    const program = await startProgram({ settings: { KNOWLEDGE_DIR } });

    const ready = await supertest(program.url).get('/readyz');
    const health = await supertest(program.url).get('/healthz');

    expect(ready.status).toBe(503);
    expect(health.body).toMatchObject({ status: 'failing' });
    expect(health.text).toContain('cli -- check');
  });

  it('is counted for Prometheus, without a word of the resident', async () => {
    const program = await startSmall();
    const resident = newResident(program);
    await ask(program, resident, 'làm giấy khai sinh cho con');

    const { text, type } = await supertest(program.url).get('/metrics');

    expect(type).toBe('text/plain');
    expect(text).toContain('webhook_received_total{type="text"} 1');
    expect(text).toMatch(/zalo_send_seconds_count\{result="sent"\} [1-9]/);
    expect(text).toMatch(/turn_seconds_count\{handler="[\w-]+"\} 1/);
    expect(text).not.toContain(resident.userId);
  });
});

describe('the page to try the bot', () => {
  it('is open on the machine itself', async () => {
    const program = await startSmall();

    const { status } = await supertest(program.url).get('/thu/');

    expect(status).toBe(200);
  });

  it('is refused to those who come through a proxy, with the setting that opens it', async () => {
    const program = await startSmall();

    const { status, text } = await supertest(program.url)
      .get('/thu/')
      .set('X-Forwarded-For', '14.161.1.1');

    expect(status).toBe(403);
    expect(text).toContain('SIMULATOR_OPEN=everyone');
  });

  it('is open to all in the training room', async () => {
    const program = await startSmall({ SIMULATOR_OPEN: 'everyone' });

    const { status } = await supertest(program.url)
      .get('/thu/')
      .set('X-Forwarded-For', '14.161.1.1');

    expect(status).toBe(200);
  });
});

describe('a start that cannot succeed', () => {
  it('says that the port is taken and what to do, and lets go of the data', async () => {
    const running = await startSmall();
    const dataFolder = await temporaryFolder();
    const settings = {
      KNOWLEDGE_DIR: await knowledgeFolder(),
      PORT: new URL(running.url).port,
    };

    const starting = startProgram({ settings, dataFolder });

    await expect(starting).rejects.toThrow(AppError);
    await expect(starting).rejects.toMatchObject({
      message: expect.stringContaining(`Không mở được cổng ${settings.PORT}`) as string,
      hint: expect.stringContaining('PORT') as string,
    });
    expect(await readdir(dataFolder)).not.toContain('lock');
  });

  it('says which setting names the knowledge', async () => {
    const settings = { KNOWLEDGE_DIR: join(await temporaryFolder(), 'nowhere') };

    await expect(startProgram({ settings })).rejects.toMatchObject({
      hint: expect.stringContaining('KNOWLEDGE_DIR') as string,
    });
  });
});

describe('a pair of tokens that the operator leaves', () => {
  it('is taken in by the running program within seconds', async () => {
    const program = await startSmall();
    const { oaId } = accountOf(program, 'nam-dan');
    const pair = aTokenPair({ oaId, accessToken: 'granted again' });

    await dropToken(program.dataFolder, pair);

    await expect
      .poll(() => program.store.tokens.load(oaId), { timeout: 8000, interval: 100 })
      .toEqual(pair);
  });

  it('is taken in at the next start when the program stands still', async () => {
    const dataFolder = await temporaryFolder();
    const pair = aTokenPair();
    await dropToken(dataFolder, pair);

    const settings = { KNOWLEDGE_DIR: await knowledgeFolder() };
    const program = await startProgram({ settings, dataFolder });

    expect(await program.store.tokens.load(pair.oaId)).toEqual(pair);
  });
});
