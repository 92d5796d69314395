import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../knowledge/json-schemas.ts';
import type { Command } from './command.ts';

/** Writes the JSON Schema files that let an editor complete and check as staff type. */
export const schema: Command = {
  name: 'schema',
  summary: 'Ghi lại các tệp JSON Schema trong knowledge/schema',
  usage: 'schema',
  options: {},
  async run({ config, print }) {
    const folder = join(config.KNOWLEDGE_DIR, 'schema');
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries(jsonSchemas())) {
      await writeFile(join(folder, `${name}.schema.json`), content);
      print(`Đã ghi ${name}.schema.json`);
    }
    return 0;
  },
};
