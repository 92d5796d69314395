/** One procedure as every engine sees it. */
export type Entry = { id: string; title: string; shortName: string; aliases: string };

/** A search engine that has indexed a catalogue: gives the ids it finds, best first. */
export type Ask = (question: string) => readonly string[] | Promise<readonly string[]>;

/** A search engine taking part in the comparison, tuned as its own documentation advises. */
export type Peer = { name: string; build: (entries: readonly Entry[]) => Ask | Promise<Ask> };

/** How many ids each engine is asked for. */
export const WANTED = 10;

/** Vietnamese without its marks, as all engines get it: residents leave them out half of the time. */
export function foldMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
}

/** The words of a text without their marks. */
export function foldedWords(text: string): string[] {
  return foldMarks(text)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');
}
