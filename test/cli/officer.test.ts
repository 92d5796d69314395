import { describe, expect, it } from 'vitest';
import { startConsole, Browser } from '../console/browser.ts';
import { cli } from '../helpers/cli.ts';
import { temporaryFolder } from '../helpers/program.ts';

const ARGUMENTS = [
  ...['officer', 'invite', '--commune', 'nam-dan', '--name', 'Vàng Văn Páo'],
  ...['--login', 'pao.vang', '--role', 'admin'],
];

function pathIn(out: string): string {
  return /\/can-bo\/loi-moi\?ma=[\w-]{43}/.exec(out)?.[0] ?? '';
}

describe('inviting an officer', () => {
  it('prints a link that works at the next start, and keeps only its hash', async () => {
    const DATA_DIR = await temporaryFolder();

    const { code, out } = await cli(ARGUMENTS, { env: { DATA_DIR } });
    const program = await startConsole({}, DATA_DIR);
    const { status, text } = await new Browser(program).get(pathIn(out));

    expect(code).toBe(0);
    expect(status).toBe(200);
    expect(text).toContain('Vàng Văn Páo');
    expect(JSON.stringify([...program.store.officers.values()])).not.toContain(
      pathIn(out).split('=')[1],
    );
  });

  it('works while the program runs', async () => {
    const program = await startConsole();

    const { out } = await cli(ARGUMENTS, { env: { DATA_DIR: program.dataFolder } });
    const browser = new Browser(program);
    await expect
      .poll(async () => (await browser.get(pathIn(out))).status, { timeout: 8000 })
      .toBe(200);

    expect(out).toContain('sẽ nhận pao.vang');
  });

  it.each([
    ['a role that there is not', [...ARGUMENTS.slice(0, -1), 'sep'], '--role là một trong'],
    ['a login with marks', [...ARGUMENTS.slice(0, -3), 'páo', '--role', 'admin'], '--login gồm'],
  ])('refuses %s', async (_, args, why) => {
    const { code, err } = await cli(args);

    expect(code).toBe(1);
    expect(err).toContain(why);
  });
});
