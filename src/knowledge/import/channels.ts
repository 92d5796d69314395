import type { ProcessingTime } from '../procedure.ts';

/** A way of filing. A record's `any` stands for all its ways. */
export type Channel = Exclude<ProcessingTime['channel'], 'any'>;

export const CHANNELS: readonly Channel[] = ['in-person', 'online', 'post'];

/**
 * Sources repeat a fee or a time for every way of filing. What is the same for all ways of the record becomes one
 * entry for `any`; the rest stays apart.
 */
export function mergeChannels<T extends { channel: ProcessingTime['channel'] }>(
  entries: readonly T[],
  ways: readonly Channel[],
): T[] {
  const groups = new Map<string, Map<T['channel'], T>>();
  for (const entry of entries) {
    const key = JSON.stringify({ ...entry, channel: 'any' });
    const group = groups.get(key) ?? new Map<T['channel'], T>();
    groups.set(key, group.set(entry.channel, entry));
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group.values();
    const isForAll = ways.every((way) => group.has(way));
    return first !== undefined && isForAll
      ? [{ ...first, channel: 'any' as const }]
      : [...group.values()];
  });
}
