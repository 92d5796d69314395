import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultSwitches, switchLabels } from '../../src/simulator/switches.ts';
import { startWorld, type World } from './world.ts';

const PUBLIC = new URL('../../src/simulator/public/', import.meta.url);

describe('the page', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => {
    world.close();
  });

  const get = (path: string) => fetch(`${world.baseUrl}/thu/${path}`);
  const post = (path: string, body: unknown) =>
    fetch(`${world.baseUrl}/thu/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  /** Reads a resident's stream until it has told all the given events. */
  async function listenFor(userId: string, events: readonly string[]) {
    const query = new URLSearchParams({ oaId: world.account.oaId, userId }).toString();
    const response = await get(`api/stream?${query}`);
    const told = (async () => {
      let text = '';
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString('utf8');
        if (events.every((event) => text.includes(`event: ${event}\n`))) break;
      }
      return text;
    })();
    return { told };
  }

  it('is served with everything it names', async () => {
    const page = await (await get('')).text();
    const names = Array.from(page.matchAll(/(?:src|href)="([^"#]+)"/g), ([, name]) => name ?? '');

    expect(names).toContain('app.js');
    for (const name of names) expect((await get(name)).status, name).toBe(200);
  });

  it('needs no inline script or style and no other host', () => {
    const files = readdirSync(PUBLIC).filter((name) => /\.(?:html|css|js)$/.test(name));
    const text = files.map((name) => readFileSync(new URL(name, PUBLIC), 'utf8')).join('\n');
    const html = readFileSync(new URL('index.html', PUBLIC), 'utf8');

    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/);
    expect(text).not.toMatch(/innerHTML|eval\(|(?:src|href)="https?:|url\(/);
  });

  it('has words for every switch and every value', () => {
    expect(Object.keys(switchLabels).sort()).toEqual(Object.keys(defaultSwitches()).sort());
    for (const [name, value] of Object.entries(defaultSwitches())) {
      const label = Object.entries(switchLabels).find(([one]) => one === name)?.[1];
      if (typeof value === 'string') expect(label).toHaveProperty(['values', value]);
    }
  });

  it('carries a resident’s words to the program and the answer back', async () => {
    const { oaId } = world.account;
    const { userId } = z
      .object({ userId: z.string() })
      .parse(await (await post('residents', { oaId })).json());
    const { told } = await listenFor(userId, ['webhook', 'api', 'trace']);
    await post('say', { oaId, userId, text: 'khai sinh cần gì' });
    await expect.poll(() => world.received.length).toBe(1);

    world.simulator.recordTrace({
      eventId: world.simulator.log.webhooks[0]?.eventId ?? '',
      oaId,
      userId,
      handler: 'answerQuestion',
      ms: 3,
      explanation: undefined,
    });
    await world.client.send(world.account, userId, { text: 'Cần giấy chứng sinh.' });

    expect(await told).toContain('Cần giấy chứng sinh.');
  });

  it('shows nothing when a hidden button is tapped, but sends its payload', async () => {
    const { oaId } = world.account;
    const userId = '246845883529197922';
    await post('say', { oaId, userId, text: '#phi', isHidden: true });
    await expect.poll(() => world.received.length).toBe(1);

    const { told } = await listenFor(userId, ['log']);

    expect(await told).toContain('"messages":[]');
    expect(world.received[0]?.rawBody.toString()).toContain('"text":"#phi"');
  });

  it('tells nobody about another resident', async () => {
    const { oaId } = world.account;
    await post('say', { oaId, userId: '246845883529197922', text: 'chuyện riêng' });
    await expect.poll(() => world.simulator.log.webhooks.length).toBe(1);

    const { told } = await listenFor('146845883529197923', ['log']);

    expect(await told).not.toContain('chuyện riêng');
  });

  it('takes a picture and serves it to the program', async () => {
    const query = new URLSearchParams({ oaId: world.account.oaId, userId: '246845883529197922' });
    const url = `${world.baseUrl}/thu/api/picture?${query.toString()}`;
    const headers = { 'content-type': 'image/png' };
    const sent = await fetch(url, { method: 'POST', headers, body: Uint8Array.of(1, 2, 3) });
    await expect.poll(() => world.received.length).toBe(1);

    expect(sent.status).toBe(204);
    const picture = /"url":"([^"]+)"/.exec(world.received[0]?.rawBody.toString() ?? '')?.[1] ?? '';
    expect(Buffer.from(await (await fetch(picture)).arrayBuffer())).toEqual(Buffer.of(1, 2, 3));
  });

  it('sets switches, and refuses what is none', async () => {
    expect((await post('switches', { failNext: 2 })).status).toBe(200);
    expect(world.simulator.switches.failNext).toBe(2);
    expect((await post('switches', { failNext: 'hai' })).status).toBe(400);
    expect((await post('switches', { khac: 1 })).status).toBe(400);
  });

  it('takes no order from another site’s form', async () => {
    const response = await fetch(`${world.baseUrl}/thu/api/switches`, {
      method: 'POST',
      body: new URLSearchParams({ failNext: '2' }),
    });

    expect(response.status).toBe(400);
  });
});
