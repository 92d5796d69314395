import { pino } from 'pino';
import { loadConfig } from './config.ts';
import { readEnvironment } from './environment.ts';
import { AppError, toError } from './lib/app-error.ts';
import { systemClock } from './lib/clock.ts';
import { startServer } from './server.ts';

const STOP_WITHIN_MS = 10_000;

try {
  const config = loadConfig(readEnvironment());
  const logger = pino({ level: config.LOG_LEVEL, base: null });
  const server = await startServer(config, {
    clock: systemClock,
    log: logger,
    random: Math.random,
  });
  say(`Trợ lý Một cửa đang chạy tại ${server.url}`);
  if (server.simulator !== undefined) say(`Mở ${server.url}/thu để trò chuyện thử như trên Zalo.`);
  for (const { communeSlug, login, link } of server.firstAdmins) {
    say(
      `Xã ${communeSlug} chưa có người quản trị. Mở liên kết này trong 24 giờ (tên đăng nhập ${login}): ${link}`,
    );
  }
  say('Nhấn Ctrl+C để dừng.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop(server.stop);
    });
  }
} catch (thrown) {
  fail(toError(thrown));
}

async function stop(close: () => Promise<void>): Promise<void> {
  say('Đang dừng…');
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await close();
  process.exit(0);
}

function fail(error: Error): void {
  process.stderr.write(`✖ ${error.message}\n`);
  if (error instanceof AppError) process.stderr.write(`→ ${error.hint}\n`);
  process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
