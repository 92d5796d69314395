import { fold } from '../lib/fold.ts';

/** A thôn or lane that a text names: `said` as it stands there, `name` and `key` the same however it was written. */
export type Locality = { said: string; name: string; key: string };

/** By how people write them. "bản" and "tổ" want their marks: "ban" and "to" mean too many other things. */
const VILLAGES: Readonly<Record<string, string>> = {
  thôn: 'Thôn',
  thon: 'Thôn',
  xóm: 'Xóm',
  xom: 'Xóm',
  bản: 'Bản',
  ấp: 'Ấp',
  làng: 'Làng',
  'tổ dân phố': 'Tổ',
  tổ: 'Tổ',
  'khu phố': 'Khu phố',
};
const LANES: Readonly<Record<string, string>> = {
  khu: 'Khu',
  ngõ: 'Ngõ',
  ngách: 'Ngách',
  hẻm: 'Hẻm',
  đội: 'Đội',
};

/** The first thôn (xóm, bản, tổ…) that a text names; undefined when there is none. */
export const villageIn = finder(VILLAGES);

/** The first thôn or lane that a text names; undefined when there is none. */
export const localityIn = finder({ ...VILLAGES, ...LANES });

/** Whether the words already tell where it is: a thôn, a lane, a landmark. */
export function namesPlace(content: string): boolean {
  return LANDMARK.test(content) || localityIn(content) !== undefined;
}

const LANDMARK =
  /(?<!\p{L})(?:(?:số nhà|đường số|quốc lộ|ql|tỉnh lộ|km)\s*[\p{Lu}\d]|(?:to dan pho|ngo|hem|doi|khu)\s*\d|(?:trước|sau|gần|cạnh|đối diện|gan|canh|doi dien)\s+(?:cổng|nhà|trường|chợ|trạm|cầu|đình|chùa|cong|nha|truong|cho|tram|cau|ubnd|ủy ban|cây|ngã))/u;

/** Looks for these kinds of places, those with a number before those with a name. */
function finder(kinds: Readonly<Record<string, string>>): (text: string) => Locality | undefined {
  const words = Object.keys(kinds).sort((a, b) => b.length - a.length);
  const numbered = new RegExp(
    `(?<!\\p{L})(${words.join('|')})\\s*(?:s[ốo]\\s*)?(\\d{1,3}(?:\\p{L}(?!\\p{L}))?)(?!\\d)`,
    'iu',
  );
  // A name is known by its capitals: "thôn Nấm Chanh", but not "thôn em". The kind itself may begin a sentence.
  const named = new RegExp(
    `(?<!\\p{L})(${words.flatMap((word) => [word, capitalised(word)]).join('|')})` +
      '\\s+(\\p{Lu}\\p{Ll}*(?:\\s+\\p{Lu}\\p{Ll}*){0,3})',
    'u',
  );
  return (text) => {
    const [said, word = '', which = ''] = numbered.exec(text) ?? named.exec(text) ?? [];
    const kind = kinds[word.toLowerCase()];
    if (said === undefined || kind === undefined) return undefined;
    const name = `${kind} ${which}`;
    return { said, name, key: fold(name).replace(/\s+/g, ' ') };
  };
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
