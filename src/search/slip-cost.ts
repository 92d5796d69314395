/** The keys around each key of a keyboard. */
const BESIDE: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'sqz',
  s: 'adwx',
  d: 'sfec',
  f: 'dgrv',
  g: 'fhtb',
  h: 'gjyn',
  j: 'hkum',
  k: 'jlio',
  l: 'kop',
  z: 'xas',
  x: 'zcsd',
  c: 'xvdf',
  v: 'cbfg',
  b: 'vngh',
  n: 'bmhj',
  m: 'njk',
};

const COSTS = { doubled: 3, swapped: 3.5, dropped: 4, added: 4.5, beside: 4.5, wrong: 5.5, far: 8 };

/** How unlikely it is that fingers make `typed` of `meant`, two words an edit apart; minus a logarithm. */
export function slipCost(typed: string, meant: string): number {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at++;
  const [rest, wanted] = [typed.slice(at), meant.slice(at)];
  if (rest.slice(1) === wanted) return rest[0] === typed[at - 1] ? COSTS.doubled : COSTS.added;
  if (rest === wanted.slice(1)) return COSTS.dropped;
  if (rest.slice(1) === wanted.slice(1)) {
    return BESIDE[wanted[0] ?? '']?.includes(rest[0] ?? ' ') === true ? COSTS.beside : COSTS.wrong;
  }
  const isSwapped = rest.slice(2) === wanted.slice(2) && rest[0] === wanted[1] && rest[1] === wanted[0];
  return isSwapped ? COSTS.swapped : COSTS.far;
}
