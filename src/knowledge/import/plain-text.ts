import { fold } from '../../lib/fold.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  amp: '&',
};

/** Text as people read it: no markup, composed (NFC), single spaces. Line breaks stay. */
export function plainText(source: string): string {
  return source
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** The bullet before an item of a list. */
export const BULLET = /^[-+*•\s]+/;

/** The lines of a text without their bullets; empty ones and those that only say "không" are left out. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => line.length > 1 && !/^khong( co| quy dinh)?\.?$/.test(fold(line)));
}

/** The form in which two wordings count as the same: no marks, no punctuation, no case. */
export function comparable(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A text of at most `limit` characters, cut between words. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).trimEnd()}…`;
}
