import express, { type Express } from 'express';
import { configuredAccounts } from './accounts.ts';
import { lookAtHealth } from './health-checks.ts';
import { createConsole } from './console/console.ts';
import type { ConsoleOptions } from './console/frame/route.ts';
import { reportFailure } from './http/failure.ts';
import { gaugesOf } from './gauges.ts';
import { limitByAddress, securityHeaders } from './http/guards.ts';
import { healthRoutes } from './http/health.ts';
import { loopbackOnly } from './http/loopback-only.ts';
import { addGauges } from './http/metrics.ts';
import { notFoundPage, publicRoutes } from './http/public-routes.ts';
import { consoleHeaders } from './http/console-headers.ts';
import { webhookRoutes } from './http/webhook.ts';
import { openKeptFile } from './kept-files.ts';
import { vietnamDay } from './lib/clock.ts';
import type { Services } from './services.ts';

/** The web application: who may knock where, read top to bottom. */
export function createApp(services: Services): Express {
  const { config, knowledge, simulator, metrics, converse, clock, log } = services;
  const app = express();
  app.disable('x-powered-by');
  // A proxy on this machine (nginx, Caddy) tells for whom it speaks; nobody else is believed.
  app.set('trust proxy', 'loopback');
  app.use(
    webhookRoutes({ ...services, inboxLimit: config.INBOX_LIMIT, backlog: () => converse.backlog }),
  );
  app.use(securityHeaders);
  if (simulator !== undefined) {
    const guards = config.SIMULATOR_OPEN === 'loopback' ? [loopbackOnly] : [];
    app.use('/thu', ...guards, simulator.router);
  }
  app.use(limitByAddress());
  app.use('/can-bo', consoleHeaders, createConsole(consoleOptions(services)));
  const checks = () => lookAtHealth(services);
  addGauges(metrics, gaugesOf(services));
  app.use(healthRoutes({ checks, metrics }));
  app.use(
    publicRoutes({
      knowledge: () => knowledge.current,
      accounts: configuredAccounts(config),
      tickets: () => services.store.tickets(),
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

function consoleOptions(services: Services): ConsoleOptions {
  const { store, roster, knowledge, clock, log, config, desk } = services;
  return {
    store,
    roster,
    clock,
    log,
    knowledge: () => knowledge.current,
    baseUrl: () => config.PUBLIC_URL ?? services.baseUrl(),
    act: (code, act, by) => desk.act(code, act, by),
    file: (report, by) => desk.file(report, by),
    resend: (id) => services.delivery.resend(id),
    oaIdsOf: (slug) =>
      services.accounts.filter(({ communeSlug }) => communeSlug === slug).map(({ oaId }) => oaId),
    say: (callId, text, audit) => services.liveTalk.say(callId, text, audit),
    endTalk: (callId, audit) => services.liveTalk.end(callId, audit),
    knowledgeProblems: () => knowledge.problemsOn(vietnamDay(services.clock())),
    health: () => lookAtHealth(services),
    teach: (lesson) => services.teaching.teach(lesson),
    openFile: (code, id) => openKeptFile(config.DATA_DIR, { code, id }),
  };
}
