import { createInterface } from 'node:readline';
import { AppError } from '../lib/app-error.ts';
import type { Command, CommandContext } from './command.ts';
import { type LocalAnswer, LocalConversation, openHere } from './local-conversation.ts';

/** Answers questions without Zalo: from the arguments, or one a line from standard input. */
export const ask: Command = {
  name: 'ask',
  summary: 'Hỏi thử không cần Zalo; không kèm câu hỏi thì đọc từng dòng từ bàn phím hoặc tệp',
  usage: 'ask [--json] [--why] [--session] [--commune <xã>] ["câu hỏi"]',
  options: {
    json: { type: 'boolean' },
    why: { type: 'boolean' },
    session: { type: 'boolean' },
    commune: { type: 'string' },
  },
  async run(context) {
    const { config, values, positionals } = context;
    const slug = typeof values['commune'] === 'string' ? values['commune'] : undefined;
    const clock = () => new Date();
    const conversation = new LocalConversation(await openHere(config, slug, clock()), clock);
    for await (const question of questionsFrom(positionals)) {
      if (values['session'] !== true) conversation.reset();
      show(context, question, conversation.say(question));
    }
    return 0;
  },
};

async function* questionsFrom(positionals: readonly string[]): AsyncGenerator<string> {
  if (positionals.length > 0) {
    yield positionals.join(' ');
    return;
  }
  if (process.stdin.isTTY) {
    throw new AppError('Chưa có câu hỏi.', {
      hint: 'Ví dụ: npm run --silent cli -- ask "mất thẻ căn cước"',
    });
  }
  yield* createInterface({ input: process.stdin, crlfDelay: Infinity });
}

function show(
  { values, print }: CommandContext,
  question: string,
  { outcome, replies }: LocalAnswer,
): void {
  if (values['json'] === true) {
    const hits = (outcome?.hits ?? []).filter(({ kind }) => kind !== 'intent');
    const line = {
      question,
      kind: outcome?.kind ?? 'none',
      facet: outcome?.facet ?? null,
      hits: hits.map(({ id, title, score }) => ({ id, title, score })),
      replies,
      ...(values['why'] === true ? { handler: outcome?.handler, why: outcome?.explanation } : {}),
    };
    print(JSON.stringify(line));
    return;
  }
  print(`❯ ${question}\n\n${replies.join('\n\n')}\n`);
  if (values['why'] !== true) return;
  print(
    `[${outcome?.handler ?? 'không trả lời'}] ${JSON.stringify(outcome?.explanation, null, 2)}\n`,
  );
}
