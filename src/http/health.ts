import { Router } from 'express';
import { html } from '../lib/html.ts';
import { page } from './page.ts';
import type { Metrics } from './metrics.ts';

/** One thing that is looked at, in words for an officer: what it is, how it stands, what to do. */
export type HealthCheck = {
  name: string;
  state: 'ok' | 'warning' | 'failing';
  message: string;
  /** What to do; empty when nothing is. */
  remedy: string;
};

export type HealthOptions = {
  checks: () => Promise<readonly HealthCheck[]>;
  metrics: Metrics;
};

const STATE_WORDS = { ok: 'Tốt', warning: 'Cần xem', failing: 'Hỏng' } as const;

/** `/healthz`: the process lives, with the state of each part; `/readyz`: it can do its work; `/metrics`. */
export function healthRoutes({ checks, metrics }: HealthOptions): Router {
  const router = Router();
  router.get('/healthz', async (request, response) => {
    const results = await checks();
    if (request.accepts(['json', 'html']) === 'html') {
      response.type('html').send(healthPage(results));
      return;
    }
    response.json({ status: worst(results), checks: results });
  });
  router.get('/readyz', async (_request, response) => {
    const results = await checks();
    const isReady = worst(results) !== 'failing';
    response.status(isReady ? 200 : 503).json({ ready: isReady });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

function worst(results: readonly HealthCheck[]): HealthCheck['state'] {
  if (results.some(({ state }) => state === 'failing')) return 'failing';
  return results.some(({ state }) => state === 'warning') ? 'warning' : 'ok';
}

function healthPage(results: readonly HealthCheck[]): string {
  const rows = results.map(
    ({ name, state, message, remedy }) =>
      html`<tr><th scope="row">${name}</th><td><strong>${STATE_WORDS[state]}</strong>. ${message} ${remedy}</td></tr>`,
  );
  const body = html`<h1>Tình trạng hệ thống</h1><table>${rows}</table>`;
  return page({ title: 'Tình trạng hệ thống', body });
}
