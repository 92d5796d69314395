import { randomUUID } from 'node:crypto';
import { type ErrorRequestHandler, Router, text } from 'express';
import { toError } from '../lib/app-error.ts';
import { type Html, html } from '../lib/html.ts';
import type { Log } from '../lib/log.ts';
import { Door } from './access/door.ts';
import { layout } from './frame/layout.ts';
import { notFound } from './frame/refusals.ts';
import type { ConsoleOptions, ConsoleServices, Route } from './frame/route.ts';
import { serve } from './frame/serve.ts';
import { style, stylePath } from './frame/style.ts';
import { routes } from './routes.ts';

const LONGEST_FORM = '64kb'; // a long answer with its note takes 10

/** Everything under `/can-bo`, as the table in `routes.ts` says. */
export function createConsole(options: ConsoleOptions): Router {
  const services: ConsoleServices = { ...options, door: new Door(options) };
  const router = Router();
  router.get(stylePath.replace('/can-bo', ''), (_request, response) => {
    response.type('css').set('Cache-Control', 'max-age=31536000, immutable').send(style);
  });
  router.use(text({ type: 'application/x-www-form-urlencoded', limit: LONGEST_FORM }));
  for (const route of [...routes, elsewhere('get'), elsewhere('post')]) {
    router[route.method](route.path, (request, response) =>
      serve({ route, table: routes, services }, request, response),
    );
  }
  router.use(showFailure(options.log));
  return router;
}

/** Paths that lead nowhere say so to officers only: others are asked to sign in, and learn nothing. */
function elsewhere(method: Route['method']): Route {
  return { method, path: '/*elsewhere', allow: 'signed-in', handle: notFound };
}

/** Tells the officer that something broke, with a number under which the log has the details. */
function showFailure(log: Log): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const requestId = randomUUID();
    const status = statusOf(thrown);
    log.error({ requestId, status, error: toError(thrown).message }, 'console page failed');
    const { title, body } = failureWords(status, requestId);
    response
      .status(status)
      .type('html')
      .set('Cache-Control', 'no-store')
      .send(layout({ title, body, notice: undefined, signedIn: undefined }));
  };
}

function statusOf(thrown: unknown): number {
  const status =
    typeof thrown === 'object' && thrown !== null && 'status' in thrown && thrown.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function failureWords(status: number, requestId: string): { title: string; body: Html } {
  if (status === 413) {
    const body = html`<p>Biểu mẫu vừa gửi dài quá mức cho phép, nên chưa có gì thay đổi. Anh/chị quay lại và viết gọn hơn.</p>`;
    return { title: 'Nội dung quá dài', body };
  }
  if (status < 500) {
    const body = html`<p>Đường dẫn hoặc biểu mẫu không đúng dạng. <a href="/can-bo">Về trang đầu</a></p>`;
    return { title: 'Yêu cầu không hợp lệ', body };
  }
  const body = html`<p>Anh/chị thử lại sau ít phút; nếu vẫn lỗi, báo người phụ trách máy chủ mã này: <code>${requestId}</code>.</p>`;
  return { title: 'Hệ thống đang trục trặc', body };
}
