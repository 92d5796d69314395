import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cli, type CliResult } from '../helpers/cli.ts';

/** Exactly these keys: other programs read the lines. */
const lineSchema = z.strictObject({
  question: z.string(),
  kind: z.string(),
  facet: z.string().nullable(),
  hits: z.array(z.strictObject({ id: z.string(), title: z.string(), score: z.number() })),
  replies: z.array(z.string()),
});

const QUESTIONS = [
  'đăng ký tạm trú',
  'còn lệ phí?',
  'làm hộ chiếu ở đâu',
  'asdf qwer zxcv',
  'đường trước nhà bị sụt hố lớn, xe ngã hoài',
];

function linesOf({ out }: CliResult) {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

describe('asking on the command line', () => {
  let alone: CliResult;
  let together: CliResult;

  beforeAll(async () => {
    const input = QUESTIONS.join('\n');
    [alone, together] = await Promise.all([
      cli(['ask', '--json'], { input }),
      cli(['ask', '--json', '--session'], { input }),
    ]);
  });

  it('gives one JSON object a line, in the order of the questions, with exactly the agreed keys', () => {
    expect(alone).toMatchObject({ code: 0, err: '' });
    expect(linesOf(alone).map(({ question }) => question)).toEqual(QUESTIONS);
  });

  it('tells what kind of answer each is, and what it is about', () => {
    const [residence, , passport, nonsense, report] = linesOf(alone);

    expect(residence).toMatchObject({ kind: 'answer', facet: null });
    expect(residence?.hits[0]?.id).toBe('1.004194');
    expect(passport?.kind).toBe('out');
    expect(passport?.hits[0]?.id).toBe('ho-chieu');
    expect(nonsense?.kind).toBe('none');
    expect(report?.kind).toBe('pakn');
    expect(report?.hits.map(({ id }) => id)).not.toContain('report');
  });

  it('shows the replies as a resident reads them, choices numbered and links written out', () => {
    const [first] = linesOf(alone);

    expect(first?.replies.join('\n')).toMatch(/1\. Giấy tờ cần có\n2\. Lệ phí/);
    expect(first?.replies.join('\n')).toMatch(/Nộp trực tuyến: https:\/\//);
  });

  it('begins a fresh conversation with every question', () => {
    const [, followUp] = linesOf(alone);

    expect(followUp?.kind).not.toBe('answer');
  });

  it('keeps the conversation when told to', () => {
    const [, followUp] = linesOf(together);

    expect(followUp).toMatchObject({ kind: 'answer', facet: 'fees' });
    expect(followUp?.hits[0]?.id).toBe('1.004194');
  });
});

describe('asking for a commune that there is not', () => {
  it('fails, and names those there are', async () => {
    const { code, err, out } = await cli(['ask', '--commune', 'ha-noi', 'khai sinh']);

    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^✖ Không có xã "ha-noi"/);
    expect(err).toMatch(/→ .*dai-son.*nam-dan.*ninh-giang.*thuong-phuc/);
  });
});
