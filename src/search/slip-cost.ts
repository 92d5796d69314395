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
  const [wrong = '', second = ''] = typed.slice(at);
  const [right = '', next = ''] = meant.slice(at);
  const isSame = (skipped: number, wanted: number) =>
    typed.slice(at + skipped) === meant.slice(at + wanted);
  if (isSame(1, 0)) return wrong === typed[at - 1] ? COSTS.doubled : COSTS.added;
  if (isSame(0, 1)) return COSTS.dropped;
  if (isSame(1, 1)) return BESIDE[right]?.includes(wrong) === true ? COSTS.beside : COSTS.wrong;
  return isSame(2, 2) && wrong === next && second === right ? COSTS.swapped : COSTS.far;
}
