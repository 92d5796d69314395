import type { RequestHandler } from 'express';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Refuses callers from other machines. Looks at the connection, not at headers that anyone can write. */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const isLocal = LOOPBACK.test(request.socket.remoteAddress ?? '');
  // A proxy on this machine makes strangers look local; it always says for whom it speaks.
  if (isLocal && request.get('X-Forwarded-For') === undefined) {
    next();
    return;
  }
  response
    .status(403)
    .type('text')
    .send('Trang thử chỉ mở trên chính máy này. Muốn mở cho máy khác: SIMULATOR_OPEN=everyone.');
};
