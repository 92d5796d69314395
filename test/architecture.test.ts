import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** Who may import whom: the table of the README. A room may always import itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  model: ['lib'],
  knowledge: ['lib', 'model'],
  search: ['lib', 'model', 'knowledge'],
  pakn: ['lib', 'model'],
  reports: ['lib', 'model', 'pakn'],
  bot: ['lib', 'model', 'knowledge', 'search', 'pakn'],
  store: ['lib', 'model'],
  zalo: ['lib', 'model'],
  sending: ['lib', 'model', 'store', 'zalo'],
  simulator: ['lib', 'model', 'zalo'],
  http: ['lib', 'model', 'knowledge', 'reports', 'store', 'zalo'],
  console: ['lib', 'model', 'knowledge', 'search', 'pakn', 'reports', 'bot', 'store', 'zalo'],
  cli: ['lib', 'model', 'knowledge', 'search', 'pakn', 'bot', 'store', 'zalo', ''],
  // The shell and the composition root, directly in src/.
  '': [
    'lib',
    'model',
    'knowledge',
    'search',
    'pakn',
    'reports',
    'bot',
    'store',
    'zalo',
    'sending',
    'simulator',
    'http',
    'console',
  ],
};

/** Packages that only one room may know. */
const OWNED_PACKAGES: Readonly<Record<string, string>> = {
  axios: 'zalo',
  flexsearch: 'search',
  lowdb: 'store',
  '@cantoo/pdf-lib': 'lib',
  uqr: 'http',
  'write-excel-file': 'console',
  helmet: 'http',
  'express-rate-limit': 'http',
  'prom-client': 'http',
};

type Import = { file: string; room: string; target: string; isTypeOnly: boolean };

const imports = sourceFiles().flatMap(importsOf);

describe('the rooms of the house', () => {
  it('import only what the table allows', () => {
    const outsiders = imports
      .filter(({ target }) => target.startsWith('.'))
      .map((one) => ({ ...one, other: roomOf(join(dirname(one.file), one.target)) }))
      .filter(({ room, other }) => other !== room && ROOMS[room]?.includes(other) !== true);

    expect(outsiders).toEqual([]);
  });

  it('lets the simulator see only types of zalo', () => {
    const values = imports.filter(
      ({ room, target, isTypeOnly }) =>
        room === 'simulator' && target.includes('/zalo/') && !isTypeOnly,
    );

    expect(values).toEqual([]);
  });

  it.each(Object.entries(OWNED_PACKAGES))('knows %s only in %s', (name, owner) => {
    const users = imports.filter(({ target }) => target === name || target.startsWith(`${name}/`));

    expect(users.filter(({ room }) => room !== owner)).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('has no barrels and no utils', () => {
    const names = sourceFiles().filter((file) =>
      /(^|\/)(index|utils?|helpers?|types)\.ts$/.test(file),
    );

    expect(names).toEqual([]);
  });

  it('silences no check', () => {
    const silenced = sourceFiles().filter((file) =>
      /\bas any\b|as unknown as|@ts-ignore|@ts-expect-error|eslint-disable|\bTODO\b/.test(
        read(file),
      ),
    );

    expect(silenced).toEqual([]);
  });
});

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
}

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(/^(?:import|export)\s+(type\s+)?[^;]*?from\s+'([^']+)'/gm)].map(
    ([, type, target = '']) => ({
      file,
      room: roomOf(file),
      target,
      isTypeOnly: type !== undefined,
    }),
  );
}

function read(file: string): string {
  return readFileSync(join(SRC, file), 'utf8');
}

function roomOf(file: string): string {
  const [room = '', rest] = relative('.', file).replaceAll('\\', '/').split('/');
  return rest === undefined ? '' : room;
}
