import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../config.ts';

/** What a command may use. Output goes through `print`, so tests can read it. */
export type CommandContext = {
  config: Config;
  values: Readonly<Record<string, string | boolean | undefined>>;
  positionals: readonly string[];
  print: (line: string) => void;
};

/** One command of the CLI. `run` resolves to the exit code. */
export type Command = {
  name: string;
  summary: string;
  usage: string;
  options: NonNullable<ParseArgsConfig['options']>;
  run: (context: CommandContext) => Promise<number>;
};
