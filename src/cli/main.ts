import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { readEnvironment } from '../environment.ts';
import { AppError, toError } from '../lib/app-error.ts';
import { ask } from './ask.ts';
import { chat } from './chat.ts';
import { check } from './check.ts';
import type { Command, CommandContext } from './command.ts';
import { replay } from './replay.ts';
import { schema } from './schema.ts';
import { token } from './token.ts';

const COMMANDS: readonly Command[] = [ask, chat, check, replay, schema, token];

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

/** Runs the command named in the arguments and returns its exit code. The one place that reports failures. */
async function main([name = 'help', ...rest]: readonly string[]): Promise<number> {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) return help(name);
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: command.options,
      allowPositionals: true,
    });
    const config = loadConfig(readEnvironment());
    return await command.run({ config, values: singles(values), positionals, print });
  } catch (thrown) {
    const error = toError(thrown);
    complain(`✖ ${error.message}`);
    complain(`→ ${error instanceof AppError ? error.hint : `Cách dùng: ${command.usage}`}`);
    return 1;
  }
}

/** No option of ours may be repeated, so every value is one string or one flag. */
function singles(values: Readonly<Record<string, OptionValue>>): CommandContext['values'] {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'boolean' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}

type OptionValue = string | boolean | readonly (string | boolean)[] | undefined;

function help(name: string): number {
  const isHelp = ['help', '--help', '-h'].includes(name);
  if (!isHelp) complain(`✖ Không có lệnh "${name}".`);
  print('Cách dùng: npm run --silent cli -- <lệnh> [tùy chọn]\n');
  for (const { usage, summary } of COMMANDS) print(`  ${usage}\n      ${summary}`);
  return isHelp ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
