import { createInterface } from 'node:readline/promises';
import type { Command } from './command.ts';
import { LocalConversation, openHere } from './local-conversation.ts';

/** A conversation in the terminal: the same bot as on Zalo, nothing sent and nothing kept. */
export const chat: Command = {
  name: 'chat',
  summary: 'Trò chuyện thử ngay trên cửa sổ lệnh (gõ "thoát" để dừng)',
  usage: 'chat [--commune <xã>]',
  options: { commune: { type: 'string' } },
  async run({ config, values, print }) {
    const slug = typeof values['commune'] === 'string' ? values['commune'] : undefined;
    const clock = () => new Date();
    const here = await openHere(config, slug, clock());
    const conversation = new LocalConversation(here, clock);
    print(`Đang thử với ${here.local.commune.name}. Gõ "thoát" để dừng.\n`);
    const terminal = createInterface({
      input: process.stdin,
      output: process.stdout,
      prompt: '❯ ',
    });
    terminal.prompt();
    for await (const line of terminal) {
      if (['thoát', 'thoat', 'exit'].includes(line.trim().toLowerCase())) break;
      print(`\n${conversation.say(line).replies.join('\n\n')}\n`);
      terminal.prompt();
    }
    terminal.close();
    return 0;
  },
};
