import { describe, expect, it } from 'vitest';
import { ask, newResident, sentTo, startProgram } from '../helpers/program.ts';
import { knowledgeFolder } from '../knowledge/folder.ts';

describe('a resident who writes without end', () => {
  it('is told once, kindly, and does not hold up anybody else', async () => {
    const program = await startProgram({ settings: { KNOWLEDGE_DIR: await knowledgeFolder() } });
    const hasty = newResident(program);
    const patient = newResident(program);

    for (let i = 0; i < 30; i++) await program.simulator.phone.say(hasty, 'đăng ký khai sinh');
    const answers = await ask(program, patient, 'đăng ký khai sinh');
    await program.idle();
    const words = sentTo(program, hasty).filter((text) => text.includes('nhắn nhanh quá'));

    expect(words).toHaveLength(1);
    expect(sentTo(program, hasty)).toHaveLength(21);
    expect(answers.join('\n')).toContain('Đăng ký khai sinh');
    expect(program.store.waitingEvents()).toEqual([]);
  });

  it('can still withdraw consent', async () => {
    const program = await startProgram({ settings: { KNOWLEDGE_DIR: await knowledgeFolder() } });
    const hasty = newResident(program);
    for (let i = 0; i < 25; i++) await program.simulator.phone.say(hasty, 'đăng ký khai sinh');
    await program.idle();
    const topicBefore = program.store.session(hasty)?.topic;

    await program.simulator.phone.do(hasty, 'withdraw');
    await program.idle();

    expect(topicBefore).toBeDefined();
    expect(program.store.session(hasty)?.topic).toBeUndefined();
  });
});
