import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Resident } from '../../src/simulator/residents.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { ask, newResident, type Program, startProgram } from '../helpers/program.ts';
import { knowledgeFolder } from '../knowledge/folder.ts';
import { anEvent } from '../store/samples.ts';
import { smallDisk, whyNoSmallDisk } from './small-disk.ts';

const noTmpfs = await whyNoSmallDisk('tmpfs');
const noExt4 = await whyNoSmallDisk('ext4');

/** Says in the report of the tests why something was not tried here. */
function named(what: string, reason: string | undefined): string {
  return reason === undefined ? what : `${what} (skipped: ${reason})`;
}

/** The program with its data on a disk of its own. */
async function startOn(kind: 'tmpfs' | 'ext4') {
  const disk = await smallDisk(kind);
  onTestFinished(() => disk.remove());
  const settings = { KNOWLEDGE_DIR: await knowledgeFolder() };
  const program = await startProgram({ settings, dataFolder: disk.folder });
  program.simulator.switches.retryDelays = 'never';
  return { disk, program };
}

/** The last page of the journal may have room for an event or two. */
async function firstRefused({ simulator }: Program, resident: Resident) {
  for (let i = 0; i < 20; i++) {
    const record = await simulator.phone.say(resident, 'lệ phí');
    if (record?.status !== 200) return record;
  }
  return undefined;
}

const healthSchema = z.object({
  checks: z.array(z.object({ name: z.string(), state: z.string(), remedy: z.string() })),
});

async function lookAround({ url }: Program) {
  const ready = await supertest(url).get('/readyz');
  const health = await supertest(url).get('/healthz');
  const checks = healthSchema.parse(health.body).checks;
  const store = checks.find(({ name }) => name === 'Kho dữ liệu');
  const page = await supertest(url).get('/tthc/1.001193');
  return { ready: ready.status, store: store?.state, remedy: store?.remedy, page: page.status };
}

describe.skipIf(noTmpfs !== undefined)(named('a full disk', noTmpfs), () => {
  it('is told to Zalo and to staff, pages are served, and all goes on when there is room', async () => {
    const { disk, program } = await startOn('tmpfs');
    const resident = newResident(program);
    await ask(program, resident, 'đăng ký khai sinh');
    const free = await disk.fill();

    const refused = await firstRefused(program, resident);
    const meanwhile = await lookAround(program);
    await free();
    const taken = await program.simulator.phone.say(resident, 'lệ phí');
    await program.idle();
    const afterwards = await lookAround(program);

    expect(refused?.status).toBe(503);
    expect(meanwhile).toMatchObject({ ready: 503, store: 'failing', page: 200 });
    expect(meanwhile.remedy).toContain('xóa bớt tệp');
    expect(taken?.status).toBe(200);
    expect(afterwards.store).toBe('ok'); // so small a disk as this one is never ready

    await program.stop();
    const store = await openLowdbStore(program.dataFolder);
    onTestFinished(() => store.close());
    expect(await store.receive(anEvent(refused?.eventId ?? ''))).toBe('new'); // no ghost
    expect(await store.receive(anEvent(taken?.eventId ?? ''))).toBe('duplicate');
  });
});

describe.skipIf(noExt4 !== undefined)(named('a disk that breaks down', noExt4), () => {
  it('is told to Zalo and to staff, pages are served, and the program can be stopped', async () => {
    const { disk, program } = await startOn('ext4');
    const resident = newResident(program);
    await ask(program, resident, 'đăng ký khai sinh');

    await disk.breakDown();
    const refused = await program.simulator.phone.say(resident, 'lệ phí');
    const meanwhile = await lookAround(program);
    await program.stop();

    expect(refused?.status).toBe(503);
    expect(meanwhile).toMatchObject({ ready: 503, store: 'failing', page: 200 });
    expect(meanwhile.remedy).toMatch(/ổ đĩa/i);
  });
});
