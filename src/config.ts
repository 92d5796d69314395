import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from './lib/app-error.ts';

z.config(z.locales.vi());

const communeByOaId = z.string().transform((text, context) => {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  const oas = new Map<string, string>();
  for (const pair of pairs) {
    const match = /^\s*([a-z0-9-]+)\s*=\s*(\d+)\s*$/.exec(pair);
    const [, slug, oaId] = match ?? [];
    if (slug === undefined || oaId === undefined) {
      context.addIssue(
        `"${pair.trim()}" không đúng dạng tên-xã=số-OA, ví dụ nam-dan=3886132808788086450`,
      );
      return z.NEVER;
    }
    oas.set(oaId, slug);
  }
  return oas;
});

const optional = z.string().min(1).optional();

/** Every setting of the program. `.env.example` explains each; a test keeps the two equal. */
export const configSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default('data'),
  BACKUP_DIR: optional,
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  PORTAL_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  STORE: z.enum(['lowdb']).default('lowdb'),
  DATABASE_URL: optional,
  ZALO_APP_ID: optional,
  ZALO_APP_SECRET: optional,
  ZALO_OA_SECRET_KEY: optional,
  ZALO_OA_IDS: communeByOaId.default(new Map()),
  ZALO_OPENAPI_URL: z.url().default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: z.url().default('https://oauth.zaloapp.com'),
  ZALO_CALLS_PER_MINUTE: z.coerce.number().int().min(60).max(4000).default(3800),
  GAP_RECOVERY: z.enum(['on', 'off']).default('on'),
  INBOX_LIMIT: z.coerce.number().int().min(100).max(200_000).default(100_000),
  ZALO_VERIFICATION: z
    .string()
    .regex(/^[\w-]+$/, { error: 'chỉ gồm chữ, số, gạch ngang và gạch dưới' })
    .optional(),
  ZALO_VERIFICATION_FILE: optional,
  SIMULATOR: z.enum(['auto', 'on', 'off']).default('auto'),
  SIMULATOR_OPEN: z.enum(['loopback', 'everyone']).default('loopback'),
  OFFICER_MINUTES: z.coerce.number().int().min(1).max(10_080).default(60),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

type Settings = z.infer<typeof configSchema>;

/** All settings, checked. `simulator` is resolved: on when asked for, or when no Zalo app is configured. */
export type Config = Readonly<Settings & { simulator: boolean }>;

/** Checks the environment once. Throws an AppError that names every wrong setting, never its value. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty "PORT=" in .env means "not set".
  const given = Object.entries(environment).filter(([, value]) => value?.trim() !== '');
  const parsed = configSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    throw new AppError(`Cấu hình chưa đúng:\n${z.prettifyError(parsed.error)}`, {
      hint: 'Sửa các mục trên trong tệp .env (xem giải thích trong .env.example) rồi chạy lại.',
    });
  }
  const config = parsed.data;
  requireZaloSecrets(config);
  const simulator =
    config.SIMULATOR === 'on' || (config.SIMULATOR === 'auto' && config.ZALO_APP_ID === undefined);
  return { ...config, simulator };
}

/** Where the nightly backups stand. */
export function backupFolder({
  BACKUP_DIR,
  DATA_DIR,
}: Pick<Config, 'BACKUP_DIR' | 'DATA_DIR'>): string {
  return BACKUP_DIR ?? join(DATA_DIR, 'backups');
}

/** Where it is noted who asked to be forgotten: beside the backups, so that none of them takes it back. */
export function forgettingsFile(config: Pick<Config, 'BACKUP_DIR' | 'DATA_DIR'>): string {
  return join(backupFolder(config), 'da-quen.ndjson');
}

function requireZaloSecrets(config: Settings): void {
  if (config.ZALO_APP_ID === undefined) return;
  const given = {
    ZALO_APP_SECRET: config.ZALO_APP_SECRET !== undefined,
    ZALO_OA_SECRET_KEY: config.ZALO_OA_SECRET_KEY !== undefined,
    ZALO_OA_IDS: config.ZALO_OA_IDS.size > 0,
  };
  const missing = Object.entries(given).flatMap(([name, isGiven]) => (isGiven ? [] : [name]));
  if (missing.length === 0) return;
  throw new AppError(`Đã đặt ZALO_APP_ID nhưng còn thiếu: ${missing.join(', ')}.`, {
    hint: 'Lấy các giá trị này ở developers.zalo.me (xem .env.example), ghi vào .env rồi chạy lại.',
  });
}
