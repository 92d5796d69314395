import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { marriage } from '../helpers/build.ts';
import { ask, newResident, type Program, sentTo, startProgram } from '../helpers/program.ts';
import { knowledgeFolder, MARRIAGE } from '../knowledge/folder.ts';

/** The program with two procedures, and a resident who has asked before. */
async function startTalk() {
  const settings = { KNOWLEDGE_DIR: await knowledgeFolder({ [MARRIAGE]: marriage() }) };
  const program = await startProgram({ settings });
  const resident = newResident(program);
  await ask(program, resident, 'xin chào');
  return { program, resident, before: sentTo(program, resident).length };
}

function attempts({ simulator }: Program): number {
  return simulator.log.api.filter(({ path }) => path.endsWith('/message/cs')).length;
}

describe('an answer on its way to the resident', () => {
  it('arrives once although Zalo fails twice before it takes it', async () => {
    const { program, resident, before } = await startTalk();
    const tried = attempts(program);
    // The first fault meets the message, the second the question whether it has arrived all the same.
    Object.assign(program.simulator.switches, { failNext: 2, failHow: 'http-500' });

    await program.simulator.phone.say(resident, 'đăng ký khai sinh');
    await program.idle();

    expect(sentTo(program, resident).slice(before)).toEqual([
      expect.stringContaining('Đăng ký khai sinh'),
    ]);
    expect(attempts(program) - tried).toBe(2);
    expect(program.store.waitingMessages()).toEqual([]);
    expect(program.store.failedMessages()).toEqual([]);
  });

  it('that Zalo refuses for good is shown to staff with the reason, and not tried again', async () => {
    const { program, resident, before } = await startTalk();
    const tried = attempts(program);
    Object.assign(program.simulator.switches, { failNext: 1, failHow: 'code', failCode: -230 });

    await program.simulator.phone.say(resident, 'đăng ký khai sinh');
    await program.idle();
    const health = await supertest(program.url).get('/healthz');

    expect(sentTo(program, resident).slice(before)).toEqual([]);
    expect(attempts(program) - tried).toBe(1);
    expect(program.store.failedMessages()).toMatchObject([
      {
        userId: resident.userId,
        state: 'failed',
        attempts: 1,
        lastError: expect.stringMatching(/-230.*7 ngày/) as string,
      },
    ]);
    expect(health.text).toContain('1 tin không gửi được');
  });

  it('waits while Zalo is out of reach, and all arrive in order afterwards', async () => {
    const { program, resident, before } = await startTalk();
    const { switches, phone } = program.simulator;
    Object.assign(switches, { failNext: 1000, failHow: 'drop' });

    await phone.say(resident, 'đăng ký khai sinh');
    await phone.say(resident, 'đăng ký kết hôn');
    await expect
      .poll(() => program.store.waitingMessages().map(({ attempts }) => attempts))
      .toEqual([1, 0]);
    const arrivedMeanwhile = sentTo(program, resident).slice(before);
    switches.failNext = 0;
    await program.idle();

    expect(arrivedMeanwhile).toEqual([]);
    expect(sentTo(program, resident).slice(before)).toEqual([
      expect.stringContaining('Đăng ký khai sinh'),
      expect.stringContaining('Đăng ký kết hôn'),
    ]);
    expect(program.store.waitingMessages()).toEqual([]);
  });
});
