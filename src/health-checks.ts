import { diskSpace } from './disk-space.ts';
import type { HealthCheck } from './http/health.ts';
import { formatProblem } from './knowledge/problem.ts';
import { formatTime } from './lib/clock.ts';
import type { OaAccount } from './model/oa-account.ts';
import type { Services } from './services.ts';
import { storeHealth } from './store-health.ts';

const MOST_NAMED = 3; // more would hide the rest of the page
const MANY_WAITING = 100;
const HOUR_MS = 3_600_000;
const GIGABYTE = 1024 ** 3;
const LITTLE_ROOM = { bytes: 2 * GIGABYTE, part: 0.1 };
const NO_ROOM_BYTES = 2 ** 20; // not even the next turn of the journal is sure to fit
const BACKUP_HOURS = 36; // one a night, and a machine may be off for an evening

export type HealthSources = Pick<
  Services,
  | 'config'
  | 'knowledge'
  | 'store'
  | 'tokens'
  | 'accounts'
  | 'clock'
  | 'converse'
  | 'delivery'
  | 'backup'
  | 'lastBackupAt'
  | 'startedAt'
>;

/** Looks at every part of the program, in words that an officer can act on. */
export async function lookAtHealth(sources: HealthSources): Promise<HealthCheck[]> {
  const grants = sources.accounts.map((account) => grantHealth(sources, account));
  return [
    storeHealth(sources.store),
    knowledgeHealth(sources),
    messagesHealth(sources),
    eventsHealth(sources),
    await diskHealth(sources),
    ...(await backupHealth(sources)),
    ...(await Promise.all(grants)),
  ];
}

async function grantHealth(sources: HealthSources, account: OaAccount): Promise<HealthCheck> {
  const { tokens, clock } = sources;
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
}

function knowledgeHealth({ knowledge }: HealthSources): HealthCheck {
  const errors = knowledge.problems.filter(({ severity }) => severity === 'error');
  const { size } = knowledge.current.procedures;
  const named = errors.slice(0, MOST_NAMED).map(formatProblem).join(' ');
  const rest = errors.length > MOST_NAMED ? ' Còn nữa: chạy "npm run cli -- check".' : '';
  return {
    name: 'Kiến thức',
    state: size === 0 ? 'failing' : errors.length > 0 ? 'warning' : 'ok',
    message: `${size} thủ tục đang dùng, ${errors.length} lỗi trong tệp${errors.length > 0 ? ' (bản tốt gần nhất vẫn được dùng)' : ''}.`,
    remedy:
      size === 0
        ? 'Kiểm tra KNOWLEDGE_DIR trong .env, rồi chạy "npm run cli -- check".'
        : `${named}${rest}`,
  };
}

function messagesHealth({ store, delivery }: HealthSources): HealthCheck {
  const waiting = store.waitingMessages().length;
  const failed = store.failedMessages().length;
  const [trouble] = delivery.troubles();
  const remedies = [
    trouble === undefined
      ? ''
      : `Từ ${formatTime(trouble.since)} Zalo chưa nhận tin: ${trouble.reason}`,
    failed > 0
      ? 'Gọi điện cho người dân của các tin không gửi được, hoặc gửi lại khi Zalo đã chạy.'
      : '',
  ];
  return {
    name: 'Tin gửi cho người dân',
    state: trouble !== undefined || failed > 0 || waiting > MANY_WAITING ? 'warning' : 'ok',
    message: `${waiting} tin đang chờ gửi, ${failed} tin không gửi được.`,
    remedy: remedies.filter((remedy) => remedy !== '').join(' '),
  };
}

function eventsHealth({ store, converse }: HealthSources): HealthCheck {
  const waiting = converse.backlog;
  const aside = store.setAsideEvents().length;
  const remedies = [
    waiting > MANY_WAITING ? 'Máy đang bận hoặc vừa khởi động lại; chờ vài phút rồi xem lại.' : '',
    aside > 0
      ? 'Mở oa.zalo.me trả lời người dân của các tin bị gác, rồi gửi nhật ký (dòng "turn failed") cho người phát triển.'
      : '',
  ];
  return {
    name: 'Tin nhận từ người dân',
    state: waiting > MANY_WAITING || aside > 0 ? 'warning' : 'ok',
    message: `${waiting} tin đang chờ xử lý, ${aside} tin bị gác lại vì xử lý nhiều lần không được.`,
    remedy: remedies.filter((remedy) => remedy !== '').join(' '),
  };
}

async function diskHealth({ config }: HealthSources): Promise<HealthCheck> {
  const name = 'Ổ đĩa';
  const space = await diskSpace(config.DATA_DIR);
  if (space === undefined) {
    return { name, state: 'ok', message: 'Máy này không cho biết dung lượng trống.', remedy: '' };
  }
  const { freeBytes, freePart } = space;
  const isFull = freeBytes < NO_ROOM_BYTES;
  const isLow = freeBytes < LITTLE_ROOM.bytes && freePart < LITTLE_ROOM.part;
  return {
    name,
    state: isFull ? 'failing' : isLow ? 'warning' : 'ok',
    message: `Còn trống ${(freeBytes / GIGABYTE).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} GB.`,
    remedy:
      isFull || isLow
        ? 'Xóa bớt tệp không cần trên ổ đĩa của thư mục dữ liệu; đầy đĩa thì không nhận được tin mới.'
        : '',
  };
}

/** A new installation has its first night before it. */
async function backupHealth(sources: HealthSources): Promise<HealthCheck[]> {
  const { backup, lastBackupAt, startedAt, clock } = sources;
  const at = await lastBackupAt();
  const since = at ?? startedAt;
  const isOld = clock().getTime() - since.getTime() > BACKUP_HOURS * HOUR_MS;
  // Told at once: a machine that is switched off every evening would never grow old enough.
  const { failure } = backup;
  const isBad = isOld || failure !== undefined;
  const last = at === undefined ? 'Chưa có bản sao lưu nào.' : `Bản gần nhất: ${formatTime(at)}.`;
  return [
    {
      name: 'Sao lưu',
      state: isBad ? 'warning' : 'ok',
      message: failure === undefined ? last : `${last} Lần vừa rồi hỏng: ${failure}`,
      remedy: isBad ? 'Chạy "npm run cli -- backup", và chép bản sao lưu sang ổ đĩa khác.' : '',
    },
  ];
}

function communeName({ knowledge }: HealthSources, { communeSlug }: OaAccount): string {
  return knowledge.current.communes.get(communeSlug)?.commune.name ?? communeSlug;
}
