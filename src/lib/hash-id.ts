import { createHash } from 'node:crypto';

/** A short name for an id in logs: the same id always gives the same name, and the id cannot be read back. */
export function hashId(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 10);
}
