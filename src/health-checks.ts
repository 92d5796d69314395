import type { HealthCheck } from './http/health.ts';
import type { LiveKnowledge } from './knowledge/live-knowledge.ts';
import { formatProblem } from './knowledge/problem.ts';
import type { Clock } from './lib/clock.ts';
import type { OaAccount } from './model/oa-account.ts';
import type { Store } from './store/store.ts';
import { storeHealth } from './store-health.ts';
import type { TokenKeeper } from './zalo/tokens.ts';

const MOST_NAMED = 3; // more would hide the rest of the page

export type HealthSources = {
  knowledge: LiveKnowledge;
  store: Store;
  tokens: TokenKeeper;
  accounts: readonly OaAccount[];
  clock: Clock;
};

/** Looks at every part of the program, in words that an officer can act on. */
export async function lookAtHealth(sources: HealthSources): Promise<HealthCheck[]> {
  const { accounts, tokens, clock } = sources;
  const grants = await Promise.all(
    accounts.map(async (account): Promise<HealthCheck> => {
      const { state, message } = await tokens.status(account, clock());
      const isDead = state === 'missing' || state === 'dead';
      return {
        name: `Quyền gửi tin Zalo của ${communeName(sources, account)}`,
        state: isDead ? 'failing' : state === 'expiring' ? 'warning' : 'ok',
        message,
        remedy:
          state === 'ok'
            ? ''
            : `Lấy cặp token mới rồi chạy: npm run cli -- token set --oa ${account.oaId} --access-token … --refresh-token …`,
      };
    }),
  );
  return [
    storeHealth(sources.store),
    knowledgeHealth(sources),
    messagesHealth(sources),
    eventsHealth(sources),
    ...grants,
  ];
}

function knowledgeHealth({ knowledge }: HealthSources): HealthCheck {
  const errors = knowledge.problems.filter(({ severity }) => severity === 'error');
  const { size } = knowledge.current.procedures;
  const named = errors.slice(0, MOST_NAMED).map(formatProblem).join(' ');
  const rest = errors.length > MOST_NAMED ? ' Còn nữa: chạy "npm run cli -- check".' : '';
  return {
    name: 'Kiến thức',
    state: size === 0 ? 'failing' : errors.length > 0 ? 'warning' : 'ok',
    message: `${size} thủ tục đang dùng, ${errors.length} lỗi trong tệp ${errors.length > 0 ? ' (bản tốt gần nhất vẫn được dùng)' : ''}.`,
    remedy:
      size === 0
        ? 'Kiểm tra KNOWLEDGE_DIR trong .env, rồi chạy "npm run cli -- check".'
        : `${named}${rest}`,
  };
}

function messagesHealth({ store }: HealthSources): HealthCheck {
  const waiting = store.waitingMessages().length;
  const failed = store.failedMessages().length;
  return {
    name: 'Tin gửi cho người dân',
    state: failed > 0 || waiting > 100 ? 'warning' : 'ok',
    message: `${waiting} tin đang chờ gửi, ${failed} tin không gửi được.`,
    remedy: failed > 0 ? 'Gọi điện cho người dân của các tin không gửi được.' : '',
  };
}

function eventsHealth({ store }: HealthSources): HealthCheck {
  const waiting = store.waitingEvents().length;
  return {
    name: 'Tin nhận từ người dân',
    state: waiting > 100 ? 'warning' : 'ok',
    message: `${waiting} tin đang chờ xử lý.`,
    remedy:
      waiting > 100 ? 'Máy đang quá tải hoặc vừa khởi động lại; chờ vài phút rồi xem lại.' : '',
  };
}

function communeName({ knowledge }: HealthSources, { communeSlug }: OaAccount): string {
  return knowledge.current.communes.get(communeSlug)?.commune.name ?? communeSlug;
}
