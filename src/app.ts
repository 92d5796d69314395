import express, { type Express } from 'express';
import { configuredAccounts } from './accounts.ts';
import { lookAtHealth } from './health-checks.ts';
import { reportFailure } from './http/failure.ts';
import { healthRoutes } from './http/health.ts';
import { loopbackOnly } from './http/loopback-only.ts';
import { notFoundPage, publicRoutes } from './http/public-routes.ts';
import { webhookRoutes } from './http/webhook.ts';
import type { Services } from './services.ts';

/** The web application: who may knock where, read top to bottom. */
export function createApp(services: Services): Express {
  const { config, knowledge, store, simulator, accounts, tokens, metrics, clock, log } = services;
  const app = express();
  app.disable('x-powered-by');
  app.use(webhookRoutes({ accounts, store, clock, log, metrics, accept: services.accept }));
  if (simulator !== undefined) {
    const guards = config.SIMULATOR_OPEN === 'loopback' ? [loopbackOnly] : [];
    app.use('/thu', ...guards, simulator.router);
  }
  const checks = () => lookAtHealth({ knowledge, store, tokens, accounts, clock });
  app.use(healthRoutes({ checks, metrics }));
  app.use(
    publicRoutes({
      knowledge: () => knowledge.current,
      accounts: configuredAccounts(config),
      clock,
      baseUrl: () => config.PUBLIC_URL ?? services.baseUrl(),
      simulator: simulator !== undefined,
      verification: { code: config.ZALO_VERIFICATION, file: config.ZALO_VERIFICATION_FILE },
    }),
  );
  app.use((_request, response) => {
    response.status(404).type('html').send(notFoundPage());
  });
  app.use(reportFailure(log));
  return app;
}
