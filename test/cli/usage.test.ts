import { describe, expect, it } from 'vitest';
import { cli } from '../helpers/cli.ts';

describe('the command line', () => {
  it('fails on a command that there is not, and names those there are', async () => {
    const { code, err } = await cli(['xoa-het']);

    expect(code).toBe(1);
    expect(err).toMatch(/^✖ Không có lệnh "xoa-het"\.$/m);
    expect(err).toMatch(/^→ .*ask.*check.*replay.*token/m);
  });

  it('fails on an option that there is not, and tells how to use the command', async () => {
    const { code, err } = await cli(['ask', '--mau=do', 'khai sinh']);

    expect(code).toBe(1);
    expect(err).toMatch(/^✖ Lệnh "ask" không hiểu tùy chọn "--mau"/m);
    expect(err).toMatch(/^→ Cách dùng: ask \[--json\]/m);
  });
});
