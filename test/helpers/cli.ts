import { spawn } from 'node:child_process';

export type CliResult = { code: number | null; out: string; err: string };

type CliOptions = { input?: string; env?: Readonly<Record<string, string>> };

/** Runs the real command line in a process of its own, as `npm run cli -- …` does. Slow: about a second. */
export async function cli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { input = '', env = {} } = options;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    env: { ...process.env, ...env },
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}
