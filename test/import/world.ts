import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import express, { type RequestHandler } from 'express';
import { onTestFinished } from 'vitest';
import { importProcedures } from '../../src/cli/import.ts';
import { loadConfig } from '../../src/config.ts';
import { type Procedure, procedureSchema } from '../../src/knowledge/procedure.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { portalRecord } from './portal-record.ts';

const OPTIONS = { 'dry-run': { type: 'boolean' }, into: { type: 'string' } } as const;

/** What a run of `cli import` came to. */
type Run = { exitCode: number; text: string };

/** An empty knowledge folder, and `cli import` on it. */
export async function importWorld(settings: Record<string, string> = {}) {
  const root = await temporaryFolder();
  const run = async (...args: string[]): Promise<Run> => {
    const lines: string[] = [];
    const { positionals, values } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const exitCode = await importProcedures.run({
      config: loadConfig({ KNOWLEDGE_DIR: root, ...settings }),
      values: { ...values },
      positionals,
      print: (line) => lines.push(line),
    });
    return { exitCode, text: lines.join('\n') };
  };
  /** Puts a file outside the knowledge folder, as something the operator was sent. */
  const given = async (name: string, content: unknown): Promise<string> => {
    const path = join(await temporaryFolder(), name);
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(path, isRaw ? content : JSON.stringify(content));
    return path;
  };
  const put = async (file: string, content: string): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  };
  return {
    run,
    given,
    put,
    root,
    files: async () => {
      const entries = await readdir(root, { recursive: true });
      return entries.map((entry) => entry.replaceAll('\\', '/')).filter((f) => f.includes('.json'));
    },
    text: (file: string) => readFile(join(root, file), 'utf8'),
    read: async (file: string): Promise<Procedure> =>
      procedureSchema.parse(JSON.parse(await readFile(join(root, file), 'utf8'))),
  };
}

/** Imports one invented record from a file and gives the draft that was written. */
export async function importOne(overrides: Readonly<Record<string, unknown>> = {}) {
  const world = await importWorld();
  const run = await world.run('portal', await world.given('ban-ghi.json', portalRecord(overrides)));
  const [file = ''] = await world.files();
  return { world, run, draft: await world.read(file) };
}

export type ImportWorld = Awaited<ReturnType<typeof importWorld>>;

/** Publishes a draft the way a person would, and writes some words of one's own. */
export async function publish(
  world: ImportWorld,
  file: string,
  changes: Partial<Procedure> = {},
): Promise<void> {
  const draft = await world.read(file);
  const published = { ...draft, status: 'published', checkedBy: 'Chị Lan', ...changes };
  await world.put(file, JSON.stringify(published));
}

/** A portal on a free port. Records are found by code and given by id, unless `answer` takes over. */
export async function startPortal(
  records: readonly { id: string; code: string; name: string }[],
  answer: RequestHandler = (_request, _response, next) => {
    next();
  },
) {
  const asked: unknown[] = [];
  const app = express();
  app.use(express.json(), (request, _response, next) => {
    asked.push(request.body);
    next();
  });
  app.use(answer);
  app.post('/api/v1/submitting/formality/list-all-formality-by-citizen', (request, response) => {
    const { q } = queryOf(request.body);
    const items = records.filter(({ code }) => code.startsWith(q));
    const rows = items.map(({ id, code, name }) => ({ id, code, name }));
    response.status(201).json({ code: 'OK', data: { items: rows, lastId: '', total: 1 } });
  });
  app.post('/api/v1/configuring/formality/get-formality-by-citizen', (request, response) => {
    const { id } = queryOf(request.body);
    response.status(201).json({ code: 'OK', data: records.find((record) => record.id === id) });
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${portOf(server.address())}`, asked };
}

function queryOf(body: unknown): { q: string; id: string } {
  const given: { q?: unknown; id?: unknown } = typeof body === 'object' ? { ...body } : {};
  return { q: String(given.q), id: String(given.id) };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
