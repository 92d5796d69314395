import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { html } from '../lib/html.ts';
import { page } from './page.ts';

const PAGES_PER_MINUTE = 300; // an office behind one address, everybody opening pages

/**
 * The headers of every page: no script but our own files, no frames, no guessing of types. Not on the webhook, where
 * nobody reads them and they would cost half the throughput (facts: reliability.md).
 */
export const securityHeaders = helmet({
  // Without TLS (a training room, an office network) a browser must not be sent to https: nobody answers there.
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    directives: {
      upgradeInsecureRequests: null,
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'https:'],
      frameAncestors: ["'none'"],
    },
  },
});

/** So many pages a minute for one address. Only for pages: Zalo's servers share addresses and must never be refused. */
export function limitByAddress(): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: PAGES_PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => {
      response.status(429).type('html').send(busyPage());
    },
  });
}

function busyPage(): string {
  const body = html`<h1>Anh/chị mở trang quá nhanh</h1><p>Anh/chị đợi một phút rồi mở lại giúp ạ.</p>`;
  return page({ title: 'Mở trang quá nhanh', body });
}
