import { fold } from '../lib/fold.ts';
import type { Ticket } from '../model/ticket.ts';

const NUMBERED =
  /(?<!\p{L})(thôn|thon|xóm|xom|bản|ấp|tổ dân phố|tổ|khu phố|làng)\s*(?:s[ốo]\s*)?(\d{1,2})(?!\d)/iu;
// A name is known by its capitals: "thôn Nấm Chanh", but not "thôn em".
const NAMED =
  /(?<!\p{L})([Tt]hôn|[Tt]hon|[Xx]óm|[Xx]om|[Bb]ản|[Ấấ]p|[Ll]àng)\s+(\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){0,2})/u;

/** A thôn as it is counted: `key` is the same however it was written. */
export type Village = { key: string; name: string };

/** The thôn (xóm, bản, tổ…) that a report names in its place, or else in its words; undefined when it names none. */
export function villageOf({ place, content }: Ticket): Village | undefined {
  return (place === undefined ? undefined : villageIn(place)) ?? villageIn(content);
}

/** The first thôn that a text names, such as "Thôn 3" or "Thôn Nấm Chanh". */
export function villageIn(text: string): Village | undefined {
  const [, kind, name] = NUMBERED.exec(text) ?? NAMED.exec(text) ?? [];
  if (kind === undefined || name === undefined) return undefined;
  const proper = `${KINDS[fold(kind)] ?? kind} ${name}`;
  return { key: fold(proper).replace(/\s+/g, ' '), name: proper };
}

/** How the kinds are written, by their folded form. */
const KINDS: Readonly<Record<string, string>> = {
  thon: 'Thôn',
  xom: 'Xóm',
  ban: 'Bản',
  ap: 'Ấp',
  'to dan pho': 'Tổ',
  to: 'Tổ',
  'khu pho': 'Khu phố',
  lang: 'Làng',
};
