import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler } from 'express';
import { toError } from '../lib/app-error.ts';
import type { Log } from '../lib/log.ts';

/** Answers what went wrong with a status and a request id, and keeps the details in the log. */
export function reportFailure(log: Log): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const status = statusOf(thrown);
    const requestId = randomUUID();
    log.warn(
      { requestId, status, path: request.path, error: toError(thrown).message },
      'request failed',
    );
    response.status(status).json({ error: messageFor(status), requestId });
  };
}

function statusOf(thrown: unknown): number {
  if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) return 500;
  const { status } = thrown;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function messageFor(status: number): string {
  if (status === 413) return 'Nội dung gửi lên quá lớn.';
  if (status < 500) return 'Yêu cầu không hợp lệ.';
  return 'Hệ thống đang trục trặc, xin thử lại sau.';
}
