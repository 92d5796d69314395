import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** The environment with the settings of `.env` in it, if there is such a file. What is set outside wins. */
export function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) loadEnvFile('.env');
  return process.env;
}
