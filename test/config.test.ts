import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { AppError, toError } from '../src/lib/app-error.ts';

const ZALO = {
  ZALO_APP_ID: '360846524940903967',
  ZALO_APP_SECRET: 'app-secret',
  ZALO_OA_SECRET_KEY: 'oa-secret',
  ZALO_OA_IDS: 'nam-dan=388613280878808645',
};

/** What an operator reads when the program does not start with these settings. */
function complaint(settings: Readonly<Record<string, string>>): AppError {
  try {
    loadConfig(settings);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw toError(thrown);
  }
  throw new Error('these settings were taken');
}

describe('the settings', () => {
  it('may all be left out', () => {
    const config = loadConfig({});

    expect(config).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: 'data',
      KNOWLEDGE_DIR: 'knowledge',
      SIMULATOR_OPEN: 'loopback',
      OFFICER_MINUTES: 60,
      LOG_LEVEL: 'info',
      simulator: true,
    });
    expect(config.ZALO_OA_IDS.size).toBe(0);
  });

  it.each(['', '   '])('take the default for a line of .env that says nothing ("%s")', (blank) => {
    const config = loadConfig({ PORT: blank, PUBLIC_URL: blank, ZALO_APP_ID: blank, HOST: blank });

    expect(config).toMatchObject({ PORT: 3000, HOST: '127.0.0.1' });
    expect(config.PUBLIC_URL).toBeUndefined();
    expect(config.ZALO_APP_ID).toBeUndefined();
  });

  it('do not mind what else is in the environment', () => {
    expect(loadConfig({ PATH: '/usr/bin', PORT: '8080' })).toMatchObject({ PORT: 8080 });
  });

  it('that are wrong are all named at once, in Vietnamese, and none with its value', () => {
    const wrong = {
      PORT: 'eight thousand',
      PUBLIC_URL: 'motcua.example',
      STORE: 'excel-sheet',
      SIMULATOR: 'sometimes',
      SIMULATOR_OPEN: 'friends',
      OFFICER_MINUTES: '0',
      LOG_LEVEL: 'chatty',
      ZALO_OPENAPI_URL: 'not an address',
      ZALO_VERIFICATION: 'has blanks in it',
    };

    const { message, hint } = complaint(wrong);

    for (const [name, value] of Object.entries(wrong)) {
      expect(message).toContain(name);
      if (name !== 'OFFICER_MINUTES') expect(message).not.toContain(value);
    }
    expect(message).not.toMatch(/invalid|expected/i);
    expect(hint).toContain('.env');
  });

  it.each(['-1', '65536', '3000.5', 'abc'])('refuse %s as a port', (PORT) => {
    expect(complaint({ PORT }).message).toContain('PORT');
  });
});

describe('the settings of Zalo', () => {
  it('name each value that is missing when only the app is given', () => {
    const { message, hint } = complaint({ ZALO_APP_ID: '360846524940903967' });

    expect(message).toContain('ZALO_APP_SECRET, ZALO_OA_SECRET_KEY, ZALO_OA_IDS');
    expect(message).not.toContain('360846524940903967');
    expect(hint).toContain('developers.zalo.me');
  });

  it.each(['ZALO_APP_SECRET', 'ZALO_OA_SECRET_KEY', 'ZALO_OA_IDS'])(
    'name %s when it alone is missing',
    (name) => {
      const { message } = complaint({ ...ZALO, [name]: '' });

      expect(message).toMatch(new RegExp(`thiếu: ${name}\\.$`));
      expect(message).not.toContain('secret');
    },
  );

  it('say which account belongs to which commune', () => {
    const { ZALO_OA_IDS } = loadConfig({
      ...ZALO,
      ZALO_OA_IDS: ' nam-dan = 388613280878808645 ,thuong-phuc=388613280878808646, ',
    });

    expect([...ZALO_OA_IDS]).toEqual([
      ['388613280878808645', 'nam-dan'],
      ['388613280878808646', 'thuong-phuc'],
    ]);
  });

  it.each([
    '388613280878808645',
    'nam-dan:388613280878808645',
    'Nấm Dẩn=388613280878808645',
    'nam-dan=OA của xã',
    'nam-dan=388613280878808645 thuong-phuc=388613280878808646',
  ])('show how to write the accounts when they are given as "%s"', (ZALO_OA_IDS) => {
    const { message } = complaint({ ...ZALO, ZALO_OA_IDS });

    expect(message).toContain('ZALO_OA_IDS');
    expect(message).toContain('nam-dan=3886132808788086450');
  });
});

describe('the simulated Zalo', () => {
  it.each([
    ['auto', {}, true],
    ['auto', ZALO, false],
    ['on', {}, true],
    ['on', ZALO, true],
    ['off', {}, false],
    ['off', ZALO, false],
  ])('set to %s with %o runs: %s', (SIMULATOR, zalo, expected) => {
    expect(loadConfig({ ...zalo, SIMULATOR }).simulator).toBe(expected);
  });
});
