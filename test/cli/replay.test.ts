import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cli } from '../helpers/cli.ts';
import { temporaryFolder } from '../helpers/program.ts';

const fixtureSchema = z.object({ body: z.record(z.string(), z.unknown()) });

/** The webhook body of a fixture, saved as an operator would save it. */
async function saved(fixture: string): Promise<string> {
  const text = await readFile(`test/zalo/fixtures/${fixture}.json`, 'utf8');
  const { body } = fixtureSchema.parse(JSON.parse(text));
  const path = join(await temporaryFolder(), 'su-kien.json');
  await writeFile(path, JSON.stringify(body));
  return path;
}

describe('replaying an event of Zalo', () => {
  it.each([
    ['user_send_image-caption', 'image', 'report-place', '“Đường hỏng”'],
    ['unfollow', 'unfollow', 'không cần trả lời', ''],
  ])('shows what the bot makes of it: %s', async (fixture, type, handler, reply) => {
    const { code, out } = await cli(['replay', await saved(fixture), '--commune', 'nam-dan']);

    expect(code).toBe(0);
    expect(out).toContain(`Sự kiện: ${type}. Xử lý bởi: ${handler}.`);
    expect(out).toContain(reply);
  });

  it('fails when the file cannot be read', async () => {
    const { code, err } = await cli(['replay', 'khong-co.json']);

    expect(code).toBe(1);
    expect(err).toMatch(/^✖ Không đọc được tệp "khong-co\.json"\.\n→ /m);
  });
});
