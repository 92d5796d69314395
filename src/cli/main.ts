import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { readEnvironment } from '../environment.ts';
import { AppError, toError } from '../lib/app-error.ts';
import { ask } from './ask.ts';
import { backup, restore } from './backup.ts';
import { chat } from './chat.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import type { Command, CommandContext } from './command.ts';
import { history } from './history.ts';
import { importProcedures } from './import.ts';
import { officer } from './officer.ts';
import { replay } from './replay.ts';
import { schema } from './schema.ts';
import { token } from './token.ts';

const COMMANDS: readonly Command[] = [
  ask,
  backup,
  chat,
  check,
  compare,
  history,
  importProcedures,
  officer,
  replay,
  restore,
  schema,
  token,
];

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

/** Runs the command named in the arguments and returns its exit code. The one place that reports failures. */
async function main([name = 'help', ...rest]: readonly string[]): Promise<number> {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) return help(name);
  try {
    const { values, positionals } = parse(command, rest);
    const config = loadConfig(readEnvironment());
    return await command.run({ config, values: singles(values), positionals, print });
  } catch (thrown) {
    const error = toError(thrown);
    complain(`✖ ${error.message}`);
    complain(`→ ${error instanceof AppError ? error.hint : `Cách dùng: ${command.usage}`}`);
    return 1;
  }
}

/** Node tells in English what it did not understand; only the name of the option is taken from it. */
function parse({ name, options, usage }: Command, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    const [, option = args.join(' ')] = /'(-[^'\s]*)/.exec(toError(cause).message) ?? [];
    const hint = `Cách dùng: ${usage}`;
    throw new AppError(`Lệnh "${name}" không hiểu tùy chọn "${option}".`, { hint, cause });
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
  if (!isHelp) {
    complain(`✖ Không có lệnh "${name}".`);
    complain(`→ Các lệnh: ${COMMANDS.map((command) => command.name).join(', ')}.`);
  }
  print('Cách dùng: npm run --silent cli -- <lệnh> [tùy chọn]\n');
  for (const { usage, summary } of COMMANDS) print(`  ${usage}\n      ${summary}`);
  return isHelp ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
