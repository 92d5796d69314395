/** One difference: where it is, what stood there and what stands there now; undefined where there was nothing. */
export type FieldChange = { path: string; before: string | undefined; after: string | undefined };

/** What differs between two states of a record, field by field, in the order in which the file has them. */
export function recordDiff(before: unknown, after: unknown): FieldChange[] {
  return diffAt('', before, after);
}

function diffAt(path: string, before: unknown, after: unknown): FieldChange[] {
  if (keyOf(before) === keyOf(after)) return [];
  if (isList(before) && isList(after)) return diffLists(path, before, after);
  if (isFields(before) && isFields(after)) return diffFields(path, before, after);
  return [{ path, before: show(before), after: show(after) }];
}

type Fields = Readonly<Record<string, unknown>>;

function diffFields(path: string, before: Fields, after: Fields): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    diffAt(path === '' ? name : `${path}.${name}`, before[name], after[name]),
  );
}

/** Entries that are the same stay out, wherever they moved to by additions; the others are paired in their order. */
function diffLists(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
): FieldChange[] {
  return gaps(before.map(keyOf), after.map(keyOf)).flatMap(({ gone, added }) =>
    Array.from({ length: Math.max(gone.length, added.length) }).flatMap((_, i) => {
      const [from, to] = [gone[i], added[i]];
      const place = `${path}[${to ?? from ?? 0}]`;
      return diffAt(
        place,
        from === undefined ? undefined : before[from],
        to === undefined ? undefined : after[to],
      );
    }),
  );
}

type Gap = { gone: number[]; added: number[] };

/** The stretches between what both lists have in common, as positions in the one and in the other. */
function gaps(before: readonly string[], after: readonly string[]): Gap[] {
  const common = commonLengths(before, after);
  const found: Gap[] = [{ gone: [], added: [] }];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      found.push({ gone: [], added: [] });
      i++;
      j++;
    } else if (j >= after.length || (common[i + 1]?.[j] ?? 0) > (common[i]?.[j + 1] ?? -1)) {
      found.at(-1)?.gone.push(i++);
    } else if (i >= before.length || (common[i]?.[j + 1] ?? 0) > (common[i + 1]?.[j] ?? 0)) {
      found.at(-1)?.added.push(j++);
    } else {
      found.at(-1)?.gone.push(i++);
    }
  }
  return found;
}

/** `[i][j]`: how many entries the lists from there on have in common, in order. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []];
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] =
        before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function show(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ');
}

function keyOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}
