import { readFile } from 'node:fs/promises';
import { configuredAccounts } from '../accounts.ts';
import { AppError } from '../lib/app-error.ts';
import type { OaAccount } from '../model/oa-account.ts';
import { parseZaloEvent } from '../zalo/events.ts';
import { webhookBody } from '../zalo/webhook-body.ts';
import type { Command } from './command.ts';
import { LocalConversation, openHere } from './local-conversation.ts';

/** Shows what the bot makes of a webhook body saved from Zalo, without sending anything. */
export const replay: Command = {
  name: 'replay',
  summary: 'Cho bot xử lý lại một sự kiện webhook đã lưu thành tệp JSON',
  usage: 'replay <tệp.json> [--commune <xã>]',
  options: { commune: { type: 'string' } },
  async run({ config, values, positionals, print }) {
    const [path] = positionals;
    if (path === undefined)
      throw new AppError('Chưa nêu tệp sự kiện.', { hint: `Cách dùng: ${replay.usage}` });
    const body = await readFile(path).catch((cause: unknown) => {
      throw new AppError(`Không đọc được tệp "${path}".`, {
        hint: 'Xem lại đường dẫn của tệp.',
        cause,
      });
    });
    const clock = () => new Date();
    const account = configuredAccounts(config)[0] ?? NO_ACCOUNT;
    const event = parseZaloEvent(webhookBody(body), account, clock());
    const slug = typeof values['commune'] === 'string' ? values['commune'] : undefined;
    const conversation = new LocalConversation(await openHere(config, slug, clock()), clock);
    const { outcome, replies } = conversation.handle(event);
    print(`Sự kiện: ${event.type}. Xử lý bởi: ${outcome?.handler ?? 'không cần trả lời'}.\n`);
    for (const reply of replies) print(`${reply}\n`);
    return 0;
  },
};

const NO_ACCOUNT: OaAccount = {
  oaId: '',
  communeSlug: '',
  appId: '',
  appSecret: '',
  secretKey: '',
  openapiUrl: '',
  oauthUrl: '',
};
