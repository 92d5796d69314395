import { describe, expect, it } from 'vitest';
import { newResident, startProgram } from '../helpers/program.ts';
import { knowledgeFolder } from '../knowledge/folder.ts';
import { MISBEHAVIOURS, play } from './misbehaviour.ts';

async function startStage() {
  return startProgram({ settings: { KNOWLEDGE_DIR: await knowledgeFolder() } });
}

describe('while Zalo misbehaves', () => {
  it.each(MISBEHAVIOURS.slice(0, 4).map((one) => [one.name, one] as const))(
    'by "%s" nothing is lost or doubled, and all arrives without help',
    { timeout: 90_000 },
    async (_, misbehaviour) => {
      const program = await startStage();
      const residents = Array.from({ length: 6 }, () => newResident(program));

      const { expected, arrived, doubled, outOfOrder, failed } = await play(program, misbehaviour, {
        residents,
        outageMs: 500,
      });

      expect(expected).toBeGreaterThanOrEqual(12);
      expect({ arrived, doubled, outOfOrder, failed }).toEqual({
        arrived: expected,
        doubled: 0,
        outOfOrder: 0,
        failed: 0,
      });
    },
  );

  it('by taking the refresh token and dropping the line, a person is called and nothing is lost', async () => {
    const program = await startStage();
    const resident = newResident(program);
    const { simulator, store, delivery } = program;
    await simulator.phone.do(resident, 'follow');
    await program.idle();
    Object.assign(simulator.switches, {
      refresh: 'drop-after',
      failNext: 1,
      failHow: 'code',
      failCode: -220,
    });

    await simulator.phone.say(resident, 'đăng ký khai sinh');
    const refreshes = () => simulator.log.api.filter(({ path }) => path.includes('access_token'));
    await expect.poll(refreshes).toHaveLength(1);
    simulator.switches.refresh = 'works'; // but the pair that it gave is lost
    await expect
      .poll(() => delivery.troubles().map(({ scope }) => scope), { timeout: 30_000 })
      .toContain('account');
    const health = await (await fetch(`${program.url}/healthz`)).text();
    const waitingMeanwhile = store.waitingMessages().length;
    await store.tokens.save(simulator.initialTokens(resident.oaId)); // what the person does
    delivery.retryNow();
    await program.idle();

    expect(health).toMatch(/phải cấp quyền lại|token set/);
    expect(waitingMeanwhile).toBeGreaterThan(0);
    expect(store.failedMessages()).toEqual([]);
    expect(simulator.messagesOf(resident).at(-1)?.text).toContain('khai sinh');
  });

  it('by delivering twice and out of order, each message is answered once', async () => {
    const program = await startStage();
    const resident = newResident(program);
    const { simulator } = program;
    await simulator.phone.do(resident, 'follow');
    await program.idle();
    const before = simulator.messagesOf(resident).length;
    const events = ['a', 'b', 'c'].map((id) => ({
      event_name: 'user_send_text',
      sender: { id: resident.userId },
      recipient: { id: resident.oaId },
      message: { text: 'đăng ký khai sinh', msg_id: id },
    }));

    await Promise.all(
      [...events, ...events.toReversed(), ...events].map((event) =>
        simulator.push(resident.oaId, event),
      ),
    );
    await program.idle();

    expect(simulator.messagesOf(resident).length - before).toBe(3);
  });
});
