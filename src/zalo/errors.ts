import { AppError } from '../lib/app-error.ts';
import { ZALO_ERRORS, type ZaloAction, type ZaloErrorEntry } from './error-table.ts';

const TOO_MANY_CALLS = -32;
/** The network's words for a request that never left this machine. */
const NEVER_LEFT = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/;

const UNKNOWN: ZaloErrorEntry = {
  action: 'give-up',
  meaning: 'Zalo trả về mã lỗi chưa biết.',
  hint: 'Báo người phát triển kèm mã lỗi và dòng nhật ký.',
};

/** Zalo, or the way to it, refused a request. Holds no token and no text of a resident. */
export class ZaloApiError extends AppError {
  /** Zalo's own code, negative as a rule; undefined when no answer of Zalo's was read. */
  readonly code: number | undefined;
  readonly action: ZaloAction;
  /** No answer was read although the request may have reached Zalo: what it asked for may have been done. */
  readonly mayHaveArrived: boolean;

  constructor(
    code: number | undefined,
    { mayHaveArrived = false, ...entry }: ZaloErrorEntry & { mayHaveArrived?: boolean },
    cause?: unknown,
  ) {
    const message =
      code === undefined ? entry.meaning : `Zalo từ chối (mã ${code}): ${entry.meaning}`;
    super(message, { hint: entry.hint, cause });
    this.name = 'ZaloApiError';
    this.code = code;
    this.action = entry.action;
    this.mayHaveArrived = mayHaveArrived;
  }

  /** Too many calls for this minute: Zalo has not looked at what was asked. */
  get isRateLimit(): boolean {
    return this.code === TOO_MANY_CALLS;
  }
}

/** The error for a code that Zalo answered. `detail` is Zalo's own wording, kept as the cause. */
export function zaloRefusal(code: number, detail?: string): ZaloApiError {
  const cause = detail === undefined || detail === '' ? undefined : new Error(detail);
  return new ZaloApiError(code, ZALO_ERRORS[code] ?? UNKNOWN, cause);
}

/** The error for an answer that is not Zalo's JSON, by its HTTP status. */
export function unreadableAnswer(status: number): ZaloApiError {
  const cause = new Error(`HTTP ${status}`);
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    const hint = 'Kiểm tra ZALO_OPENAPI_URL và ZALO_OAUTH_URL trong .env.';
    const meaning = `Zalo không nhận địa chỉ đã gọi (HTTP ${status}).`;
    return new ZaloApiError(undefined, { action: 'stop', meaning, hint }, cause);
  }
  const hint = 'Không cần làm gì: hệ thống tự gửi lại sau.';
  const meaning = `Không đọc được câu trả lời của máy chủ Zalo (HTTP ${status}).`;
  const entry = { action: 'retry', meaning, hint, mayHaveArrived: status >= 500 } as const;
  return new ZaloApiError(undefined, entry, cause);
}

/** The error for a request that got no answer. `reason` is the network's own code, such as ECONNRESET. */
export function unreachable(reason: string): ZaloApiError {
  const hint = 'Kiểm tra kết nối Internet của máy chủ; hệ thống tự gửi lại sau.';
  const meaning = `Không nối được tới Zalo (${reason}).`;
  const entry = {
    action: 'retry',
    meaning,
    hint,
    mayHaveArrived: !NEVER_LEFT.test(reason),
  } as const;
  return new ZaloApiError(undefined, entry, new Error(reason));
}
