/** Best places first: end of a paragraph, of a line, of a sentence. None of them can be inside a link. */
const BREAKS = [/\n\s*\n/g, /\n/g, /(?<=[.!?…;:])\s+/g] as const;
const SPACE = /\s+/g;
const LEAST_FILLED = 1 / 3; // a nicer break is not worth a part that is almost empty

/**
 * Cuts a text into parts of at most `limit` code points, at a paragraph, else a line, else a sentence, else a space; a
 * link stays whole unless it alone is longer than the limit. White space at the cuts is dropped; words never are.
 */
export function cutText(text: string, limit: number): string[] {
  const rest = text.trim();
  if (rest === '') return [];
  const window = takeCodePoints(rest, limit + 1);
  if (lengthInCodePoints(window) <= limit) return [rest];
  const at = bestBreak(window) ?? takeCodePoints(rest, limit).length;
  return [rest.slice(0, at).trimEnd(), ...cutText(rest.slice(at), limit)];
}

/** The length as Zalo counts it: code points, not UTF-16 units. */
export function lengthInCodePoints(text: string): number {
  return Array.from(text).length;
}

/** The first `count` code points of a text. */
export function takeCodePoints(text: string, count: number): string {
  // No code point takes more than two units, so the rest of a long text need not be looked at.
  return Array.from(text.slice(0, count * 2))
    .slice(0, count)
    .join('');
}

function bestBreak(window: string): number | undefined {
  for (const pattern of BREAKS) {
    const at = lastBreak(window, pattern);
    if (at !== undefined && at >= window.length * LEAST_FILLED) return at;
  }
  return lastBreak(window, SPACE);
}

function lastBreak(window: string, pattern: RegExp): number | undefined {
  return Array.from(window.matchAll(pattern)).at(-1)?.index;
}
