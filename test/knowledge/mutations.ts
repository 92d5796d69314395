import fc from 'fast-check';
import type { z } from 'zod';

/** Anything that a JSON file can hold. */
export type Json = z.infer<ReturnType<typeof z.json>>;
type Holder = Json[] | Record<string, Json>;

/** Damages a record the way staff, copying and programs do. */
export type Damage = (record: Json) => Json;
/** Damages a file's bytes the way editors, disks and transfers do. */
export type ByteDamage = (text: string) => Uint8Array;

const DEEP = '@@DEEP@@';
const DEPTH = 10_000;
const NAMES = ['__proto__', 'constructor', 'toString', 'lePhi', '', 'a b', 'x'.repeat(10_000)];

const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, 0, -1, 1e308, true, '', ' ', [], {}, [[]], '31/12/2026', '\u0000'),
  fc.constantFrom<Json>(DEEP, 'ă'.repeat(50_000), 'Đăng ký'.normalize('NFD'), '\ud800'),
  fc.string({ unit: 'binary' }),
  fc.integer(),
);

type Change = (holder: Holder, key: string | number) => void;

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom<Change>(remove, wrap, repeat),
  oddValue.map((value): Change => (holder, key) => {
    put(holder, key, value);
  }),
  fc.tuple(fc.constantFrom(...NAMES), oddValue).map(([name, value]): Change => (holder) => {
    if (Array.isArray(holder)) holder.push(value);
    else put(holder, name, value);
  }),
);

/** One to three changes anywhere in a record. */
export const damage: fc.Arbitrary<Damage> = fc
  .array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 })
  .map((changes) => (record) => {
    const root: Json = { record: structuredClone(record) };
    for (const [where, apply] of changes) {
      const places = placesIn(root);
      const place = places[where % places.length];
      if (place !== undefined) apply(place.holder, place.key);
    }
    return root['record'] ?? null;
  });

/** The text of a damaged record. JSON.stringify cannot write nesting as deep as JSON.parse can read it. */
export function textOf(record: Json): string {
  return JSON.stringify(record).replaceAll(`"${DEEP}"`, '['.repeat(DEPTH) + ']'.repeat(DEPTH));
}

/** Cuts a text off somewhere before its last bracket. */
export const truncation: fc.Arbitrary<ByteDamage> = fc
  .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  .map((share) => (text) => {
    const bytes = Buffer.from(text.trimEnd());
    return bytes.subarray(0, Math.floor(share * bytes.length));
  });

/** Whole files in another encoding, with marks in front, garbage behind, or odd bytes within. */
export const byteDamage: fc.Arbitrary<ByteDamage> = fc.oneof(
  truncation,
  fc.constantFrom<ByteDamage>(
    (text) => Buffer.from(text, 'latin1'),
    (text) => Buffer.from(text, 'utf16le'),
    (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    (text) => Buffer.from(`\uFEFF\uFEFF${text}`),
    (text) => Buffer.from(text + text),
    (text) => Buffer.from(`${text}\u0000`),
    (text) => Buffer.from(text.replaceAll('"', '“')),
    (text) => Buffer.from(text.normalize('NFD')),
    (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
    () => Buffer.alloc(4096),
  ),
  fc
    .tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 8 }))
    .map(([at, odd]): ByteDamage => (text) => {
      const bytes = Buffer.from(text);
      bytes.set(odd, at % Math.max(1, bytes.length - odd.length));
      return bytes;
    }),
);

type Place = { holder: Holder; key: string | number };

function placesIn(value: Json): Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((child, key) => [{ holder: value, key }, ...placesIn(child)]);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    { holder: value, key },
    ...placesIn(child),
  ]);
}

/** Sets a key of its own, also one that plain assignment would take for the prototype. */
function put(holder: Holder, key: string | number, value: Json): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function get(holder: Holder, key: string | number): Json {
  const value: Json | undefined = Array.isArray(holder) ? holder[Number(key)] : holder[key];
  return value ?? null;
}

function remove(holder: Holder, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

function wrap(holder: Holder, key: string | number): void {
  put(holder, key, [get(holder, key)]);
}

function repeat(holder: Holder, key: string | number): void {
  const copy = structuredClone(get(holder, key));
  if (Array.isArray(holder)) holder.push(copy);
  else put(holder, `${key}2`, copy);
}
